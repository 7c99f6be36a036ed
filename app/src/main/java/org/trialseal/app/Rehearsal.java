package org.trialseal.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.cli.TrialSealCommand;

/** Runs the commands that are run most on a file of two records, so that the launcher learns which classes they need. */
public final class Rehearsal {
    private static final String DATA = "USUBJID,VISIT,RESULT\n01,1,1.5\n02,1,\n";

    private final Path folder;

    private Rehearsal(Path folder) {
        this.folder = folder;
    }

    /**
     * Works in an empty folder, and leaves there what it made.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        run(Path.of(args[0]));
        System.exit(0);
    }

    /** Returns the commands' exit codes. */
    static List<Integer> run(Path folder) throws IOException {
        return new Rehearsal(folder.toAbsolutePath()).run();
    }

    private List<Integer> run() throws IOException {
        write("data.csv", DATA);
        write("later.csv", DATA.replace("1.5", "1.6"));
        write("passphrase", "rehearsal only\n");
        write("settings", "folder.data = " + at("home").replace("\\", "\\\\") + "\n");
        return List.of(
                opening("seal", "--study", "REHEARSAL", "--network", "practice", "--out", at("seal"), at("data.csv")),
                opening("prove", at("seal"), "--all", "--data", at("data.csv"), "--out", at("package")),
                command("verify", at("package")),
                opening("compare", at("seal"), at("later.csv")));
    }

    private int opening(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of("--passphrase-file", at("passphrase")));
        all.addAll(List.of(arguments));
        return command(name, all.toArray(String[]::new));
    }

    private int command(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(name, "--config", at("settings")));
        all.addAll(List.of(arguments));
        return TrialSealCommand.run(all.toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }
}
