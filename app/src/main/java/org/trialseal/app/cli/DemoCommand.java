package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.sample.SampleFile;
import org.trialseal.app.sample.SampleTrial;
import org.trialseal.app.sample.Tampering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "The whole job on the built-in sample trial and the practice network, tampering included.",
        footer = {
            "",
            "Everything happens in one folder, which is kept so that you can look around. Exit code 0 means that every",
            "step ended as it should.",
            "",
            "Examples:",
            "  trialseal demo",
            "  trialseal demo --out my-demo"
        })
final class DemoCommand extends Action {
    @Option(names = "--out", paramLabel = "DIR", description = "A folder that does not exist yet. Default: a new one.")
    private @Nullable Path out;

    @Override
    int run(Workspace workspace) throws Exception {
        Path folder = folder();
        DemoSteps steps = new DemoSteps(workspace.output(), folder);
        Output output = workspace.output();
        output.say("TrialSeal demonstration in " + folder);
        output.say("A synthetic study, a practice network inside this program: nothing here is evidence.");
        Tampering tampering = prepare(folder);
        seal(steps);
        prove(steps);
        tamper(steps, tampering);
        output.say("");
        output.result(
                steps.failures() == 0
                        ? "All " + steps.count() + " steps ended as they should. Look around in " + folder
                        : steps.failures() + " of " + steps.count() + " steps did NOT end as they should.");
        output.json(json -> {
            json.writeStringField("folder", folder.toString());
            json.writeNumberField("steps", steps.count());
            json.writeNumberField("failures", steps.failures());
        });
        return steps.failures() == 0 ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private Path folder() throws IOException, CommandFailure {
        if (out == null) {
            return Files.createTempDirectory("trialseal-demo-");
        }
        if (Files.exists(out)) {
            throw new CommandFailure(ExitCode.CANNOT_CREATE, out + " exists already; name a new folder");
        }
        return Files.createDirectories(out);
    }

    private static Tampering prepare(Path folder) throws Exception {
        SampleTrial.writeTo(folder.resolve("data"));
        Path later = Files.createDirectories(folder.resolve("later"));
        Tampering tampering = SampleTrial.tamper(folder.resolve("data/lb.csv"), later.resolve("lb.csv"));
        SampleTrial.replaceRecord(folder.resolve("data/ae.csv"), later.resolve("ae.csv"));
        SampleTrial.reencode(folder.resolve("data/vs.csv"), later.resolve("vs.csv"));
        Files.writeString(folder.resolve("passphrase.txt"), "for the demonstration only\n");
        Path home = folder.resolve("home").toAbsolutePath();
        Files.writeString(
                folder.resolve("demo.properties"),
                "folder.data = " + home.toString().replace("\\", "\\\\") + "\n",
                StandardCharsets.UTF_8);
        return tampering;
    }

    private static List<String> datasets() {
        List<String> files = new ArrayList<>();
        for (SampleFile file : SampleTrial.files()) {
            if (file.name().endsWith(".csv")) {
                files.add("data/" + file.name());
            }
        }
        return files;
    }

    private static void seal(DemoSteps steps) throws Exception {
        steps.title("Before the first subject, the protocol is sealed.");
        steps.run(
                ExitCode.PASSED,
                List.of(
                        "seal",
                        "--out",
                        "seal-1",
                        "--study",
                        SampleTrial.STUDY_ID,
                        "--network",
                        "practice",
                        "--milestone",
                        "protocol final",
                        "--title",
                        "Protocol 1.0",
                        "data/protocol.pdf"));
        steps.title("At database lock, all data are sealed into the same ledger.");
        List<String> lock = new ArrayList<>(List.of(
                "seal",
                "--out",
                "seal-2",
                "--study",
                SampleTrial.STUDY_ID,
                "--previous",
                "seal-1",
                "--milestone",
                "database lock",
                "--title",
                "Final data",
                "--log",
                "consent"));
        lock.addAll(datasets());
        steps.run(ExitCode.PASSED, lock);
        steps.title("Calendars have promised; a block of the practice chain keeps the promise.");
        steps.run(ExitCode.PASSED, List.of("anchor", "seal-1"));
        steps.run(ExitCode.PASSED, List.of("anchor", "seal-2"));
        steps.run(ExitCode.PASSED, List.of("status", "seal-2"));
    }

    private static void prove(DemoSteps steps) throws Exception {
        steps.title("A package shows one subject, with all that was filed under it, and nothing of anybody else.");
        List<String> subject = new ArrayList<>(
                List.of("prove", "seal-2", "--out", "subject.trialseal", "--subject", "TS-2041-014-0007", "--data"));
        subject.addAll(datasets());
        steps.run(ExitCode.PASSED, subject);
        steps.title("Another shows three fields of one record.");
        steps.run(
                ExitCode.PASSED,
                List.of(
                        "prove",
                        "seal-2",
                        "--out",
                        "field.trialseal",
                        "--record",
                        "lb?USUBJID=TS-2041-014-0007&LBTESTCD=ALT&VISITNUM=3",
                        "--fields",
                        "LBTESTCD,LBORRES,LBORRESU",
                        "--data",
                        "data/lb.csv"));
        steps.title("And one shows the whole of LB.");
        steps.run(
                ExitCode.PASSED,
                List.of("prove", "seal-2", "--out", "lb.trialseal", "--all", "lb", "--data", "data/lb.csv"));
        steps.title(
                "Anybody verifies them offline. The practice network is never evidence, so the honest verdict is open...");
        steps.run(ExitCode.INDETERMINATE, List.of("verify", "field.trialseal"));
        steps.title("... and for training it can be accepted.");
        steps.run(ExitCode.PASSED, List.of("verify", "--practice", "field.trialseal"));
        steps.quietly(ExitCode.PASSED, List.of("verify", "--practice", "subject.trialseal"));
        steps.quietly(ExitCode.PASSED, List.of("verify", "--practice", "lb.trialseal"));
    }

    private static void tamper(DemoSteps steps, Tampering tampering) throws Exception {
        steps.title("Three years later somebody hands over LB again. One value is not what it was.");
        steps.run(ExitCode.FAILED, List.of("compare", "seal-2", "--only", "later/lb.csv"));
        steps.expectInLastOutput(tampering.column(), tampering.newValue());
        steps.title("Against the package that shows LB, the old value is named too.");
        steps.run(ExitCode.FAILED, List.of("compare", "--practice", "lb.trialseal", "later/lb.csv"));
        steps.expectInLastOutput(tampering.column(), tampering.oldValue(), tampering.newValue());
        steps.title("A record was taken out of AE and another one put in.");
        steps.run(ExitCode.FAILED, List.of("compare", "seal-2", "--only", "later/ae.csv"));
        steps.expectInLastOutput("1 added", "1 removed");
        steps.title(
                "VS was only written differently: other delimiter, byte order mark, line ends. Its records are the same.");
        steps.run(ExitCode.PASSED, List.of("compare", "seal-2", "--only", "later/vs.csv"));
        steps.expectInLastOutput("re-encoded");
        steps.title("One bit of a package is flipped.");
        steps.flipBit("field.trialseal", "forged.trialseal");
        steps.run(ExitCode.FAILED, List.of("verify", "--practice", "forged.trialseal"));
    }
}
