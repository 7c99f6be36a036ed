package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dataset-JSON through the commands, and comparisons with other formats by values. */
class ValuesCommandTest {
    private static final String ATTRIBUTES = """
            "datasetJSONCreationDateTime":"2024-11-11T15:09:14","datasetJSONVersion":"1.1.0","itemGroupOID":"IG.LB",\
            "records":3,"name":"LB","label":"Laboratory","columns":[\
            {"itemOID":"1","name":"USUBJID","label":"Subject","dataType":"string","keySequence":1},\
            {"itemOID":"2","name":"LBSEQ","label":"Number","dataType":"integer","keySequence":2},\
            {"itemOID":"3","name":"LBSTRESN","label":"Result","dataType":"float"},\
            {"itemOID":"4","name":"LBDT","label":"Day","dataType":"integer","displayFormat":"DATE9."},\
            {"itemOID":"5","name":"LBCOM","label":"Comment","dataType":"string"}]""";
    private static final String ROWS =
            "[\"S-01\",1,81.5,19725,\"a\"],[\"S-01\",2,null,null,\"\"],[\"S-02\",1,3e1,-3652,\"b\"]";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @BeforeEach
    void writeInputs() throws IOException {
        commands = new Commands(folder);
        write("lb.json", ROWS);
        csv("81.50", "2014-01-02", "a  ");
    }

    private void write(String name, String rows) throws IOException {
        Files.writeString(folder.resolve(name), "{" + ATTRIBUTES + ",\"rows\":[" + rows + "]}");
    }

    private void csv(String result, String day, String comment) throws IOException {
        Files.writeString(
                folder.resolve("lb.csv"),
                "USUBJID,LBSEQ,LBSTRESN,LBDT,LBCOM\nS-01,1," + result + "," + day + "," + comment
                        + "\nS-01,2,,,\nS-02,1,30.0,1950-01-01,b\n");
    }

    private void seal() {
        assertThat(commands.run("seal", "--out", "@seal", "--study", "S", "--no-anchor", "@lb.json"))
                .as(commands.said())
                .isZero();
    }

    @Test
    void plan_json_saysWhatIsKnownOfTheDataset() {
        assertThat(commands.run("plan", "@lb.json")).isZero();
        assertThat(commands.said())
                .contains("lb.json: dataset-json")
                .contains("keys USUBJID, LBSEQ: named by the file's keySequence; unique within each subject")
                .contains("dataset LB: 3 records, 5 columns, subject USUBJID, keys USUBJID, LBSEQ");
    }

    @Test
    void prove_recordsByTheirNumbers_areVerified() {
        seal();
        assertThat(commands.run("prove", "@seal", "--out", "@p", "--record", "LB?LBSEQ=2", "--data", "@lb.json"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("verify", "@p")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("no timestamp");
    }

    @Test
    void compare_theSameRowsAsLines_isReEncoded() throws IOException {
        seal();
        Files.writeString(folder.resolve("lb.ndjson"), "{" + ATTRIBUTES + "}\n" + ROWS.replace("],[", "]\n[") + "\n");

        assertThat(commands.run("compare", "@seal", "@lb.ndjson"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("LB: re-encoded");
        Files.writeString(
                folder.resolve("lb.ndjson"),
                "{" + ATTRIBUTES + "}\n" + ROWS.replace("],[", "]\n[").replace("81.5", "81.50") + "\n");
        assertThat(commands.run("compare", "@seal", "@lb.ndjson")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("LBSTRESN").contains("-> \"81.50\"");
    }

    @Test
    void compareValues_theSameInCsv_passesAndIsNamed() {
        seal();
        assertThat(commands.run("compare", "@seal", "@lb.csv")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.run("compare", "--values", "--data", "@lb.json", "@seal", "@lb.csv"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("Compared by values").contains("They are the same.");
        assertThat(commands.run("compare", "--json", "--values", "--data", "@lb.json", "@seal", "@lb.csv"))
                .isZero();
        assertThat(commands.said()).contains("\"check\" : \"values\"").contains("\"verdict\" : \"passed\"");
    }

    @Test
    void compareValues_oneValueChanged_namesIt() throws IOException {
        seal();
        csv("81.50", "2014-01-03", "a");
        assertThat(commands.run("compare", "--values", "--data", "@lb.json", "@seal", "@lb.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said())
                .contains("LB: altered (1 changed")
                .contains("LBDT: \"2014-01-02\" -> \"2014-01-03\"");
        csv("81.50", "2014-01-02", " a");
        assertThat(commands.run("compare", "--values", "--data", "@lb.json", "@seal", "@lb.csv"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("LBCOM: \"a\" -> \" a\"");
    }

    @Test
    void compareValues_withoutTheSealedValues_isIndeterminate() throws IOException {
        seal();
        assertThat(commands.run("compare", "--values", "@seal", "@lb.csv")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("give the sealed file with --data");
        Files.createDirectory(folder.resolve("kept"));
        write("kept/lb.json", ROWS.replace("81.5", "41.5"));
        assertThat(commands.run("compare", "--values", "--data", "@kept/lb.json", "@seal", "@lb.csv"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("The data given for it are not those that were sealed.");
    }

    @Test
    void compareValues_withAPackage_usesItsValues() throws IOException {
        seal();
        assertThat(commands.run("prove", "@seal", "--out", "@p", "--all", "--data", "@lb.json"))
                .isZero();
        assertThat(commands.run("compare", "--values", "@p", "@lb.csv"))
                .as(commands.said())
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("They are the same.");
        csv("81.51", "2014-01-02", "a");
        assertThat(commands.run("compare", "--values", "@p", "@lb.csv")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("LBSTRESN: \"81.5\" -> \"81.51\"");
    }
}
