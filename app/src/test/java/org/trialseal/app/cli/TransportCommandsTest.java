package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A SAS transport file with two datasets through the commands. */
class TransportCommandsTest {
    private static final String ZEROS = "0".repeat(30) + "  ";
    private static final String TIME = "16FEB11:10:07:55";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @BeforeEach
    void writeInputs() throws IOException {
        commands = new Commands(folder);
        write("study.xpt", 81, "M\u00fcller");
    }

    private void write(String name, int result, String site) throws IOException {
        Transport file = new Transport();
        file.dataset("DM", List.of("USUBJID", "SITE"));
        file.row("S-01", text(site)).row("S-02", text("Basel")).end();
        file.dataset("LB", List.of("USUBJID", "LBTESTCD", "LBSEQ#", "LBSTRESN#"));
        file.row("S-01", text("ALT"), number(1), number(result));
        file.row("S-01", text("AST"), number(2), new byte[] {'.', 0, 0, 0, 0, 0, 0, 0});
        file.row("S-02", text("ALT"), number(1), number(33)).end();
        Files.write(folder.resolve(name), file.bytes());
    }

    private static byte[] text(String text) {
        byte[] bytes = " ".repeat(8).getBytes(StandardCharsets.ISO_8859_1);
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(latin, 0, bytes, 0, latin.length);
        return bytes;
    }

    private static byte[] number(int value) {
        return new byte[] {0x42, (byte) value, 0, 0, 0, 0, 0, 0};
    }

    /** As much of a writer as these tests need: every variable has 8 bytes, and # ends the name of a numeric one. */
    private static final class Transport {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Transport() {
            header("LIBRARY ", ZEROS);
            put("SAS     SAS     SASLIB  9.4     X64_10HO" + " ".repeat(24) + TIME);
            put(TIME + " ".repeat(64));
        }

        void dataset(String name, List<String> variables) {
            header("MEMBER  ", "000000000000000001600000000140  ");
            header("DSCRPTR ", ZEROS);
            put("SAS     " + padded(name) + "SASDATA 9.4     X64_10HO" + " ".repeat(24) + TIME);
            put(TIME + " ".repeat(64));
            header("NAMESTR ", "000000000" + variables.size() + "0".repeat(20) + "  ");
            int number = 0;
            for (String variable : variables) {
                boolean numeric = variable.endsWith("#");
                ByteBuffer bytes = ByteBuffer.allocate(140);
                bytes.putShort((short) (numeric ? 1 : 2)).putInt(8).putShort((short) (number + 1));
                bytes.put(padded(variable.replace("#", "")).getBytes(StandardCharsets.US_ASCII));
                bytes.put((" ".repeat(48)).getBytes(StandardCharsets.US_ASCII));
                bytes.position(72);
                bytes.put(" ".repeat(8).getBytes(StandardCharsets.US_ASCII));
                bytes.putInt(84, 8 * number++);
                out.writeBytes(bytes.array());
            }
            end();
            header("OBS     ", ZEROS);
        }

        Transport row(String subject, byte[]... cells) {
            put(padded(subject));
            for (byte[] cell : cells) {
                out.writeBytes(cell);
            }
            return this;
        }

        void end() {
            put(" ".repeat((80 - out.size() % 80) % 80));
        }

        byte[] bytes() {
            return out.toByteArray();
        }

        private void header(String name, String rest) {
            put("HEADER RECORD*******" + name + "HEADER RECORD!!!!!!!" + rest);
        }

        private void put(String text) {
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        }

        private static String padded(String text) {
            return text + " ".repeat(8 - text.length());
        }
    }

    private int seal(String... more) {
        String[] words = {"--out", "@seal", "--study", "S", "--no-anchor", "@study.xpt"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return commands.run("seal", all);
    }

    @Test
    void plan_twoDatasets_saysHowEachIsRead() {
        assertThat(commands.run("plan", "@study.xpt")).isZero();
        assertThat(commands.said())
                .contains("study.xpt: xport")
                .contains("1 character values are not valid in it")
                .contains("dataset DM: 2 records, 2 columns, subject USUBJID, keys USUBJID")
                .contains("dataset LB: 3 records, 4 columns, subject USUBJID, keys LBSEQ");
    }

    @Test
    void compare_oneNumberChanged_namesItAndItsOldValue() throws IOException {
        assertThat(seal()).as(commands.said()).isZero();
        assertThat(commands.run("compare", "@seal", "@study.xpt")).isZero();
        Files.copy(folder.resolve("study.xpt"), folder.resolve("old.xpt"));
        write("study.xpt", 41, "M\u00fcller");

        assertThat(commands.run("compare", "--data", "@old.xpt", "@seal", "@study.xpt"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said())
                .contains("DM: re-encoded")
                .contains("LB: altered (1 changed")
                .contains("LBSEQ 1")
                .contains("LBSTRESN: \"81\" -> \"41\"");
    }

    @Test
    void prove_recordsAndSubjects_areVerified() {
        assertThat(seal()).as(commands.said()).isZero();
        assertThat(commands.run(
                        "prove", "@seal", "--out", "@p", "--record", "LB?USUBJID=S-01&LBSEQ=2", "--data", "@study.xpt"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("LB: 1 ");
        assertThat(commands.run("verify", "@p")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("no timestamp");
        assertThat(commands.run("prove", "@seal", "--out", "@q", "--subject", "S-02", "--data", "@study.xpt"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("verify", "@q")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.run("compare", "@q", "@study.xpt"))
                .as(commands.said())
                .isEqualTo(ExitCode.INDETERMINATE);
    }

    @Test
    void prove_retainedDatasets_needNoFile() {
        assertThat(seal("--retain")).as(commands.said()).isZero();
        assertThat(commands.run("prove", "@seal", "--out", "@p", "--all"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("verify", "@p")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.run("compare", "@p", "@study.xpt")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("DM: ").doesNotContain("altered");
    }

    @Test
    void seal_anEncodingNamedInThePlan_holdsForProofsAndComparisons() throws IOException {
        assertThat(commands.run("plan", "--json", "@study.xpt")).isZero();
        Files.writeString(folder.resolve("plan.json"), commands.said().replace("UTF-8", "windows-1252"));
        assertThat(seal("--plan", folder.resolve("plan.json").toString()))
                .as(commands.said())
                .isZero();
        assertThat(commands.run(
                        "prove", "@seal", "--out", "@p", "--record", "DM?SITE=M\u00fcller", "--data", "@study.xpt"))
                .as(commands.said())
                .isZero();
        write("study.xpt", 81, "M\u00f6ller");
        assertThat(commands.run("compare", "@seal", "@study.xpt")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("LB: re-encoded").contains("-> \"M\u00f6ller\"");
    }

    @Test
    void seal_aFileThatWasCutOff_is65() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("study.xpt"));
        Files.write(folder.resolve("study.xpt"), java.util.Arrays.copyOf(whole, whole.length - 1));

        assertThat(seal()).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(commands.said()).contains("study.xpt").contains("it was cut off: get the whole file");
        Files.write(
                folder.resolve("study.xpt"), "**COMPRESSED** **COMPRESSED** ****".getBytes(StandardCharsets.US_ASCII));
        assertThat(seal()).isEqualTo(ExitCode.MALFORMED_INPUT);
    }
}
