package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.app.testing.RedcapProject;
import org.trialseal.app.testing.SharedFiles;

/** REDCap's exports through the commands: delimited text and ODM of the same project. */
class RedcapCommandsTest {
    private static final long SEED = 20;
    private static final int PEOPLE = 40;
    private static final int EDITS = Integer.getInteger("trialseal.edits", 2) * 6;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    private final RedcapProject project = new RedcapProject(SEED, PEOPLE);

    @BeforeEach
    void writeInputs() throws IOException {
        commands = new Commands(folder);
        write("data.csv", RedcapProject.csv(project.table()));
        write("project.xml", project.odm());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void seal(String... files) {
        List<String> words = new ArrayList<>(List.of("--out", "@seal", "--study", "S", "--no-anchor"));
        words.addAll(List.of(files));
        assertThat(commands.run("seal", words.toArray(String[]::new)))
                .as(commands.said())
                .isZero();
    }

    private int compareValues(String sealed, String later) {
        return commands.run("compare", "--values", "--only", "--data", sealed, "@seal", later);
    }

    @Test
    void plan_export_takesTheFirstColumnForTheSubjectAndRedcapsColumnsForKeys() {
        assertThat(commands.run("plan", "@data.csv")).isZero();
        assertThat(commands.said())
                .contains(
                        "subject study_id: the first column of a REDCap export, which the column redcap_event_name shows")
                .contains("keys redcap_event_name, redcap_repeat_instrument, redcap_repeat_instance: unique within each"
                        + " subject")
                .doesNotContain("keys redcap_data_access_group");
    }

    @Test
    void plan_withDictionary_takesSubjectKeysAndLabelsFromIt() throws IOException {
        write("dictionary.csv", RedcapProject.dictionary());
        assertThat(commands.run("plan", "@data.csv", "@dictionary.csv")).isZero();
        assertThat(commands.said())
                .contains("REDCap export of the project in dictionary.csv, which explains 20 of 20 columns")
                .contains("3 columns are the boxes of 1 checkbox questions")
                .contains("subject study_id: named by dictionary.csv, the data dictionary")
                .contains(
                        "keys redcap_event_name, redcap_repeat_instrument, redcap_repeat_instance from dictionary.csv")
                .contains("which gives keys, label, fieldType, validation, form, question, choice")
                .contains("data dictionary of a REDCap project: 11 fields, the record id is study_id");
        assertThat(commands.run("plan", "--keys", "term", "--subject", "dob", "@data.csv", "@dictionary.csv"))
                .isZero();
        assertThat(commands.said()).contains("subject dob: as asked for").contains("subject dob, keys term");
    }

    @Test
    void seal_withDictionary_isComparedWithoutIt() throws IOException {
        write("dictionary.csv", RedcapProject.dictionary());
        seal("@data.csv", "@dictionary.csv");
        write("data.csv", RedcapProject.csv(project.table()).replace("\n\"1\"", "\r\n\"1\""));
        assertThat(commands.run("compare", "--only", "@seal", "@data.csv"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("data: re-encoded");
        assertThat(commands.run("compare", "--values", "--only", "--data", "@data.csv", "@seal", "@project.xml"))
                .as(commands.said())
                .isZero();
    }

    @Test
    void plan_exportWithLabels_saysThatItGuessesNothing() throws IOException {
        write("labels.csv", "Record ID,Event Name,Race (choice=One),Complete?\n1,Visit,Checked,Complete\n");
        assertThat(commands.run("plan", "@labels.csv")).isZero();
        assertThat(commands.said())
                .contains("a REDCap export with labels for column names")
                .contains("subject none");
        write("labels.csv", "Record ID,Complete?,Complete?\n1,Complete,Complete\n");
        assertThat(commands.run("plan", "@labels.csv")).isEqualTo(ExitCode.MALFORMED_INPUT);
        assertThat(commands.said()).contains("export it again with field names");
    }

    @Test
    void compareValues_csvWithOdmOfTheSameProject_findsNoDifference() {
        seal("@data.csv");
        assertThat(compareValues("@data.csv", "@project.xml"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("They are the same.").contains("REDCap's records");
    }

    @Test
    void compareValues_oneCellChanged_isFoundInEveryCopy() throws IOException {
        Random dice = new Random(SEED);
        commands.run("seal", "--out", "@odm", "--study", "S", "--no-anchor", "@project.xml");
        for (int edit = 0; edit < EDITS; edit++) {
            List<List<String>> table = new ArrayList<>(project.table());
            int row = dice.nextInt(table.size());
            int column = 5 + dice.nextInt(RedcapProject.columns().size() - 5);
            List<String> cells = new ArrayList<>(table.get(row));
            String before = cells.get(column);
            cells.set(
                    column, before.equals("0") ? "1" : before.equals("1") ? "" : before.isEmpty() ? "9" : before + "9");
            table.set(row, cells);
            write("data.csv", RedcapProject.csv(table));
            Files.move(
                    folder.resolve("data.csv"),
                    folder.resolve("edited.csv"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            String name = RedcapProject.columns().get(column);
            boolean isFile = name.equals("consent") && !before.isEmpty();

            commands.run("seal", "--out", "@seal-" + edit, "--study", "S", "--no-anchor", "@edited.csv");
            int exit = commands.run("compare", "--values", "--data", "@edited.csv", "@seal-" + edit, "@project.xml");
            String what = "seed " + SEED + ", edit " + edit + ", row " + row + ", " + name + " " + before + "\n"
                    + commands.said();
            assertThat(exit).as(what).isEqualTo(isFile ? ExitCode.PASSED : ExitCode.FAILED);
            if (!isFile) {
                assertThat(commands.said())
                        .as(what)
                        .containsPattern("\\(1 changed, 0 added, 0 removed|\\(0 changed, 0 added, 1 removed");
            }
            exit = commands.run("compare", "--values", "--only", "--data", "@project.xml", "@odm", "@edited.csv");
            assertThat(exit).as(what + commands.said()).isEqualTo(isFile ? ExitCode.PASSED : ExitCode.FAILED);
            if (!isFile) {
                assertThat(commands.said())
                        .as(what)
                        .containsPattern("\\(1 changed, 0 added, 0 removed|\\(0 changed, 1 added, 0 removed");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "decimal-comma, '', 0",
        "checkboxes-1, '', 0",
        "longitudinal, '', 0",
        "survey, prescreening_survey_timestamp, 2",
        "simple, sex, 5"
    })
    void compareValues_realProjects_differInWhatTheirFilesSayDifferently(String name, String column, int changed)
            throws IOException {
        Path csv = Files.copy(SharedFiles.data("redcap/" + name + "/data.csv"), folder.resolve("real.csv"));
        Files.copy(SharedFiles.data("redcap/" + name + "/project-odm.xml"), folder.resolve("real.xml"));
        seal("@" + csv.getFileName());

        assertThat(compareValues("@real.csv", "@real.xml"))
                .as(commands.said())
                .isEqualTo(changed == 0 ? ExitCode.PASSED : ExitCode.FAILED);
        List<String> differing = changedFields(commands.said(), column);
        assertThat(differing).hasSize(changed);
        assertThat(commands.said())
                .contains(changed == 0 ? "the same" : "(" + changed + " changed, 0 added, 0 removed");

        assertThat(commands.run("seal", "--out", "@odm", "--study", "S", "--no-anchor", "@real.xml"))
                .isZero();
        assertThat(commands.run("compare", "--values", "--data", "@real.xml", "@odm", "@real.csv"))
                .as(commands.said())
                .isEqualTo(changed == 0 ? ExitCode.PASSED : ExitCode.FAILED);
        assertThat(changedFields(commands.said(), column))
                .as("the same cells, with old and new values exchanged")
                .containsExactlyInAnyOrderElementsOf(
                        differing.stream().map(RedcapCommandsTest::exchanged).toList());
    }

    private static List<String> changedFields(String said, String column) {
        return said.lines()
                .filter(line -> !column.isEmpty() && line.startsWith("      " + column + ": "))
                .map(line -> line.substring(8 + column.length()))
                .toList();
    }

    private static String exchanged(String change) {
        int arrow = change.indexOf(" -> ");
        return change.substring(arrow + 4) + " -> " + change.substring(0, arrow);
    }

    @Test
    void compareValues_odmWithCsvOfTheSameProject_findsNoDifference() throws IOException {
        seal("@project.xml");
        assertThat(commands.run("compare", "--values", "--data", "@project.xml", "@seal", "@data.csv"))
                .as(commands.said())
                .isZero();
        assertThat(commands.said()).contains("They are the same.").contains("REDCap's records");
        assertThat(commands.run("compare", "--values", "@seal", "@data.csv")).isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("give it with --data");
        write("other.xml", project.odm() + "\n");
        Files.createDirectory(folder.resolve("kept"));
        Files.move(folder.resolve("other.xml"), folder.resolve("kept").resolve("project.xml"));
        assertThat(commands.run("compare", "--values", "--data", "@kept/project.xml", "@seal", "@data.csv"))
                .isEqualTo(ExitCode.INDETERMINATE);
        assertThat(commands.said()).contains("is not, byte for byte, the one that was sealed");
        assertThat(commands.run("compare", "--values", "--data", "@project.xml", "@seal", "@project.xml"))
                .as(commands.said())
                .isZero();
        assertThat(commands.run("prove", "@seal", "--out", "@p", "--all", "--data", "@project.xml"))
                .isZero();
        assertThat(commands.run("compare", "--values", "@p", "@data.csv")).isEqualTo(ExitCode.INDETERMINATE);
    }
}
