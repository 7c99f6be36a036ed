package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.testing.SharedFiles;

/** Data and the Define-XML that describes them, through the commands. */
class DefineCommandsTest {
    private static final String DEFINE = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\" xmlns:def=\"http://www.cdisc.org/ns/def/v2.1\">\n"
            + "<Study OID=\"S\"><MetaDataVersion OID=\"M\" Name=\"m\" def:DefineVersion=\"2.1.0\">\n"
            + "<ItemGroupDef OID=\"IG.LB\" Name=\"LB\">\n"
            + "<ItemRef ItemOID=\"IT.S\" Mandatory=\"Yes\" KeySequence=\"1\"/>\n"
            + "<ItemRef ItemOID=\"IT.V\" Mandatory=\"Yes\" KeySequence=\"2\"/>\n"
            + "<ItemRef ItemOID=\"IT.R\" Mandatory=\"No\"/></ItemGroupDef>\n"
            + "<ItemDef OID=\"IT.S\" Name=\"USUBJID\" DataType=\"text\"/>\n"
            + "<ItemDef OID=\"IT.V\" Name=\"DRAW\" DataType=\"integer\"/>\n"
            + "<ItemDef OID=\"IT.R\" Name=\"ALT\" DataType=\"float\"><Description><TranslatedText>Alanine"
            + "</TranslatedText></Description></ItemDef>\n"
            + "</MetaDataVersion></Study></ODM>\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @BeforeEach
    void writeInputs() throws Exception {
        commands = new Commands(folder);
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,DRAW,ALT\nS1,1,081\nS1,2,41\nS2,1,7\n");
        Files.writeString(folder.resolve("define.xml"), DEFINE);
    }

    private int seal(String... more) {
        List<String> words = new ArrayList<>(List.of("--out", "@seal", "--study", "S", "--no-anchor"));
        words.addAll(Arrays.asList(more));
        return commands.run("seal", words.toArray(String[]::new));
    }

    @Test
    void plan_ofDataWithTheirDefine_saysWhatComesFromIt() {
        assertThat(commands.run("plan", "@lb.csv", "@define.xml")).isZero();
        assertThat(commands.said())
                .contains("define.xml: define-xml")
                .contains("Define-XML, version 2.1.0, sealed by its bytes")
                .contains("keys USUBJID, DRAW: named by define.xml; unique within each subject in all 3 records")
                .contains("described by define.xml as IG.LB, which gives keys, label, dataType, mandatory")
                .contains("dataset lb: 3 records, 3 columns, subject USUBJID, keys USUBJID, DRAW from define.xml");
        assertThat(commands.run("plan", "--json", "@lb.csv", "@define.xml")).isZero();
        assertThat(commands.said().replaceAll("\\s", ""))
                .contains("\"importer\":\"define-xml\"")
                .contains("\"keysFrom\":\"define\"")
                .contains("\"described\":{\"by\":\"define.xml\",\"as\":\"IG.LB\",\"gives\":[\"keys\",\"label\"")
                .doesNotContain("define.sha256");
        assertThat(commands.run("plan", "@lb.csv")).isZero();
        assertThat(commands.said()).doesNotContain("define");
    }

    @Test
    void seal_withItsDefine_isProvenAndComparedWithTheKeysOfTheDefine() throws Exception {
        assertThat(seal("@lb.csv", "@define.xml")).as(commands.said()).isZero();
        assertThat(commands.said()).contains("Sealed 1 dataset with 3 records and 1 document");
        assertThat(commands.run(
                        "prove", "@seal", "--out", "@p", "--record", "lb?USUBJID=S1&DRAW=2", "--data", "@lb.csv"))
                .as(commands.said())
                .isZero();
        commands.run("verify", "@p");
        assertThat(commands.said()).containsPattern("passed +data:lb").doesNotContain("failed");
        assertThat(commands.run("compare", "@seal", "@lb.csv", "@define.xml")).isZero();
        assertThat(commands.said()).contains("lb: identical").doesNotContain("another Define-XML");

        Files.copy(folder.resolve("lb.csv"), folder.resolve("old.csv"));
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,DRAW,ALT\nS2,1,7\nS1,2,42\nS1,1,081\n");
        Files.writeString(folder.resolve("define.xml"), DEFINE.replace("Alanine", "ALT"));
        assertThat(commands.run("compare", "--data", "@old.csv", "@seal", "@lb.csv", "@define.xml"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(commands.said())
                .contains("define.xml: altered")
                .contains("DRAW 2")
                .contains("ALT: \"41\" -> \"42\"")
                .contains("It was sealed with another Define-XML: define.xml had SHA-256 ");
    }

    @Test
    void seal_retainedWithItsDefine_needsNoFile() {
        assertThat(seal("--retain", "@lb.csv", "@define.xml"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("prove", "@seal", "--out", "@p", "--all"))
                .as(commands.said())
                .isZero();
        commands.run("verify", "@p");
        assertThat(commands.said()).containsPattern("passed +data:lb").containsPattern("passed +data:define.xml");
    }

    @Test
    void seal_afterASealThatCanNoLongerBeOpened_isMadeAndSaysWhatWasNotSeen() throws Exception {
        assertThat(seal("@lb.csv", "@define.xml")).as(commands.said()).isZero();
        Files.write(folder.resolve("seal/openings.enc"), new byte[100]);
        String[] again = {
            "--out", "@two", "--study", "S", "--previous", "@seal", "--no-anchor", "@lb.csv", "@define.xml"
        };
        assertThat(commands.run("seal", again)).as(commands.said()).isZero();
        assertThat(commands.said())
                .contains("cannot be told whether the seal before was described by another Define-XML: ")
                .contains("openings.enc")
                .contains("as seal 2 of study S");
    }

    @Test
    void seal_again_isSilentWithTheSameDefineAndNamesAnother() throws Exception {
        assertThat(seal("@lb.csv", "@define.xml")).as(commands.said()).isZero();
        String[] again = {
            "--out", "@two", "--study", "S", "--previous", "@seal", "--no-anchor", "@lb.csv", "@define.xml"
        };
        assertThat(commands.run("seal", again)).as(commands.said()).isZero();
        assertThat(commands.said()).doesNotContain("another Define-XML");
        assertThat(commands.run("prove", "@two", "--out", "@p", "--all", "lb", "--data", "@lb.csv"))
                .isZero();
        commands.run("compare", "@seal", "@p");
        assertThat(commands.said()).contains("lb: ").doesNotContain("another Define-XML");

        Files.writeString(folder.resolve("define.xml"), DEFINE.replace(" KeySequence=\"1\"", ""));
        again[1] = "@three";
        again[5] = "@two";
        assertThat(commands.run("seal", again)).as(commands.said()).isZero();
        assertThat(commands.said())
                .contains("lb is described by another Define-XML than in the seal before, where it was define.xml with"
                        + " SHA-256 ")
                .contains(", and its keys were USUBJID, DRAW");
    }

    @Test
    void seal_anEventLogWithItsDefine_goesOnWhenTheDefineChanges() throws Exception {
        assertThat(seal("--log", "lb", "@lb.csv", "@define.xml"))
                .as(commands.said())
                .isZero();
        Files.writeString(folder.resolve("lb.csv"), Files.readString(folder.resolve("lb.csv")) + "S2,2,8\n");
        Files.writeString(folder.resolve("define.xml"), DEFINE.replace("Alanine", "ALT"));
        assertThat(commands.run(
                        "seal",
                        "--out",
                        "@two",
                        "--study",
                        "S",
                        "--previous",
                        "@seal",
                        "--no-anchor",
                        "--log",
                        "lb",
                        "@lb.csv",
                        "@define.xml"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("prove", "@two", "--out", "@p", "--all", "lb", "--data", "@lb.csv"))
                .as(commands.said())
                .isZero();
        commands.run("verify", "@p");
        assertThat(commands.said()).containsPattern("passed +append:lb").doesNotContain("failed");
    }

    @Test
    void seal_userSettings_winOverTheDefine() throws Exception {
        assertThat(commands.run("plan", "--keys", "DRAW", "@lb.csv", "@define.xml"))
                .isZero();
        assertThat(commands.said()).contains("keys DRAW: as asked for").contains("its keys are not used");
        assertThat(commands.run("plan", "--json", "@lb.csv", "@define.xml")).isZero();
        String plan = commands.said();
        Files.writeString(folder.resolve("same.json"), plan);
        assertThat(commands.run(
                        "seal", "--plan", "@same.json", "--out", "@one", "--study", "S", "--no-anchor", "@lb.csv"))
                .as(commands.said())
                .isZero();
        Files.writeString(
                folder.resolve("plan.json"), plan.replaceAll("(?s)(\"keys\"\\s*:\\s*\\[)[^\\]]*\\]", "$1\"DRAW\"]"));
        assertThat(seal("--plan", folder.resolve("plan.json").toString(), "@lb.csv", "@define.xml"))
                .as(commands.said())
                .isZero();
        Files.writeString(folder.resolve("lb.csv"), "USUBJID,DRAW,ALT\nS1,1,081\nS1,2,42\nS2,1,7\n");
        assertThat(commands.run("compare", "@seal", "--only", "@lb.csv")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("DRAW 2");
        Files.writeString(folder.resolve("plan.json"), plan.replace("define-xml", "document"));
        assertThat(commands.run("plan", "@lb.csv", "@define.xml", "--as", "document"))
                .isZero();
        assertThat(commands.said()).contains("define.xml: a document").contains("lb.csv: a document");
    }

    @Test
    void seal_twoDefines_isRefusedUntilOneIsNamed() throws Exception {
        Files.writeString(folder.resolve("other.xml"), DEFINE.replace("IG.LB", "IG.OTHER"));
        assertThat(seal("@lb.csv", "@define.xml", "@other.xml")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(commands.said()).contains("define.xml, line 4").contains("other.xml, line 4");
        assertThat(seal("--define", folder.resolve("other.xml").toString(), "@lb.csv", "@define.xml"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("1 dataset with 3 records and 2 documents");
        assertThat(commands.run("plan", "--define", folder.resolve("lb.csv").toString(), "@lb.csv"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(commands.said()).contains("is no Define-XML 2.0 or 2.1");
        assertThat(commands.run("plan", "--as", "document", "--define", "x", "@lb.csv"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void seal_differencesAndBrokenDefines_areSaidWithTheirPlace() throws Exception {
        Files.writeString(folder.resolve("define.xml"), DEFINE.replace("Name=\"DRAW\"", "Name=\"VISIT\""));
        assertThat(seal("@lb.csv", "@define.xml")).isZero();
        assertThat(commands.said())
                .contains("define.xml, line 4: dataset lb has the key VISIT, which lb.csv does not have")
                .contains("define.xml, line 4: dataset lb does not define columns that lb.csv has: DRAW");
        Files.writeString(folder.resolve("define.xml"), DEFINE.replace("</Study>", ""));
        assertThat(commands.run("plan", "@lb.csv", "@define.xml")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(commands.said()).contains("define.xml: line 11, column 23: this is not well-formed XML");
        Files.writeString(folder.resolve("define.xml"), DEFINE.replace("<ODM", "<!DOCTYPE ODM SYSTEM \"x\"><ODM"));
        assertThat(commands.run("plan", "@lb.csv", "@define.xml")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(commands.said()).contains("DOCTYPE");
    }

    @Test
    void compare_withADefineThatWasDamaged_saysThatItIsAltered() throws Exception {
        assertThat(seal("@lb.csv", "@define.xml")).as(commands.said()).isZero();
        Files.writeString(folder.resolve("define.xml"), DEFINE.substring(0, 500));
        assertThat(commands.run("compare", "@seal", "@lb.csv", "@define.xml")).isEqualTo(ExitCode.FAILED);
        assertThat(commands.said()).contains("define.xml: altered").contains("lb: identical");
    }

    @Test
    void pilot_sealedWithItsDefineInOneCommand_isVerified() {
        List<String> words = new ArrayList<>(List.of("--milestone", "database lock"));
        for (String name : List.of("define.xml", "adsl.xpt", "adtte.xpt")) {
            words.add(SharedFiles.data("adam-xpt/" + name).toString());
        }
        assertThat(seal(words.toArray(String[]::new))).as(commands.said()).isZero();
        assertThat(commands.said())
                .contains("Sealed 2 datasets with 508 records and 1 document")
                .contains(
                        "line 8660: dataset ADTTE has other lengths (what adtte.xpt says counts): PARAM (32, not 100)");
        assertThat(commands.run(
                        "prove",
                        "@seal",
                        "--out",
                        "@p",
                        "--record",
                        "ADTTE?USUBJID=01-701-1015&PARAMCD=TTDE",
                        "--document",
                        "define.xml",
                        "--data",
                        SharedFiles.data("adam-xpt/adtte.xpt").toString(),
                        SharedFiles.data("adam-xpt/define.xml").toString()))
                .as(commands.said())
                .isZero();
        commands.run("verify", "@p");
        assertThat(commands.said())
                .containsPattern("passed +data:ADTTE")
                .containsPattern("passed +data:define.xml")
                .doesNotContain("failed");
    }
}
