package org.trialseal.app.ui.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.app.testing.SharedFiles;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.seal.InputModel.Refused;
import org.trialseal.app.ui.seal.InputModel.Understood;
import org.trialseal.app.ui.testing.ImmediateJobs;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.input.InputPlanner;
import org.trialseal.app.work.input.PlannedInput;
import org.trialseal.importers.Formats;

/** What a person reads of a file that is refused, or that should be looked at, in the German desktop. */
final class GermanTroubleTest {
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(the|is|has|and|with|this|that|where|which|should|there|file|line|record|column|field|dataset"
                    + "|quote|missing|again|ends|reads?)\\b|--[a-z]");

    private static final String ODM = "<?xml version=\"1.0\"?>\n<ODM xmlns=\"http://www.cdisc.org/ns/odm/v1.3\""
            + " ODMVersion=\"1.3.2\" FileType=\"Snapshot\">\n<ClinicalData StudyOID=\"S\" MetaDataVersionOID=\"M\">"
            + "<SubjectData SubjectKey=\"1\"><StudyEventData StudyEventOID=\"E\"><FormData FormOID=\"F\">"
            + "<ItemGroupData ItemGroupOID=\"G\"><ItemData ItemOID=\"A\" Value=\"1\"/></ItemGroupData>"
            + "</FormData></StudyEventData></SubjectData></ClinicalData></ODM>";

    private static final String JSON = "{\"datasetJSONVersion\":\"1.1.0\",\"itemGroupOID\":\"IG\",\"records\":1,"
            + "\"name\":\"D\",\"label\":\"D\",\"columns\":["
            + "{\"itemOID\":\"I1\",\"name\":\"USUBJID\",\"label\":\"s\",\"dataType\":\"string\"},"
            + "{\"itemOID\":\"I2\",\"name\":\"X\",\"label\":\"x\",\"dataType\":\"integer\"}],\"rows\":[[\"s\",1]]}";

    private static final List<String> FORMATS = List.of(
            "xpt-conformance", "sdtm-xpt", "adam-xpt", "dataset-json/spec", "dataset-json/extensions", "odm", "redcap");

    @TempDir
    Path folder;

    private final Words german = Words.in(Language.GERMAN);

    @BeforeEach
    void pattern_findsEnglish() {
        assertThat("der Rest: the quote is never closed").containsPattern(ENGLISH);
    }

    private InputModel model(Path file, Path... beside) {
        InputModel model = new InputModel(
                file,
                ImmediateJobs.create(),
                new InputPlanner(Formats.installed()),
                () -> List.of(beside),
                failure -> Trouble.of(german, failure));
        model.begin();
        return model;
    }

    private Path file(String name, String latin1) throws IOException {
        return Files.writeString(folder.resolve(name), latin1, StandardCharsets.ISO_8859_1);
    }

    private static Trouble trouble(InputModel model) {
        assertThat(model.stateProperty().get()).isInstanceOf(Refused.class);
        return ((Refused) model.stateProperty().get()).trouble();
    }

    private static void assertGerman(Trouble trouble, String name) {
        assertThat(Stream.of(trouble.title(), trouble.advice(), trouble.detail()))
                .as(name)
                .allSatisfy(text -> assertThat(text.replace(name, "").replace("Dataset-JSON", ""))
                        .doesNotContainPattern(ENGLISH))
                .allSatisfy(text -> assertThat(text).doesNotContain("{"));
        assertThat(trouble.detail()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\r\n\r",
                "\"\"\n1\n",
                "\n\na,b,a\n1,2,3\n",
                "Event Name,b,b\n1,2,3\n",
                "a,,b\n1,2,3\n",
                "a,b\n1,2\n1,2,3\n4,5\n",
                "a,b\n1\n1,2\n",
                "a,b\n1,\"2\n3,4\n",
                "a,b\n1,2\n\"3\"x,4\n",
                "a,b\n1,\u00E4\n\u0081,3\n",
                "\u00EF\u00BB\u00BFa,b\n1,\u00E4\n",
                "a,b\n1,\u00ED\u00A0\u0080\n",
                "\u00FF\u00FEa\0,\0b\0\n\0\u0000\u00D81\0,\0",
                "\u00FF\u00FEa\0,\0b\0\n\u00001",
                "\u00FF\u00FE\0\0a\0\0\0"
            })
    void delimitedText_thatIsRefused_isGerman(String text) throws Exception {
        assertGerman(trouble(model(file("lb.csv", text))), "lb.csv");
    }

    @Test
    void delimitedText_withAnOptionThatCannotBe_isGerman() throws Exception {
        InputModel model = model(file("lb.csv", "a,b\n1,2\n"));
        for (String option : List.of("delimiter", "quote", "encoding", "other")) {
            model.begin();
            model.option(option, "??");
            assertGerman(trouble(model), "lb.csv");
        }
    }

    static Stream<String> jsons() {
        return Stream.of(
                JSON.substring(0, 60),
                JSON.substring(0, JSON.length() - 8),
                JSON.substring(0, JSON.length() - 2),
                JSON + "x",
                JSON.replace("\"records\":1,", ""),
                JSON.replace("\"records\":1", "\"records\":2"),
                JSON.replace("\"records\":1", "\"records\":-1"),
                JSON.replace("1.1.0", "1.0.0"),
                JSON.replace("\"name\":\"D\"", "\"name\":7"),
                JSON.replace("\"X\"", "\"USUBJID\""),
                JSON.replace("\"X\"", "\"\""),
                JSON.replace("\"label\":\"s\"", "\"keySequence\":0"),
                JSON.replace("[[\"s\",1]]", "null"),
                JSON.replace("[[\"s\",1]]", "[[\"s\"]]"),
                JSON.replace("[[\"s\",1]]", "[[\"s\",1,2]]"),
                JSON.replace("[[\"s\",1]]", "[[\"s\" 1]]"),
                JSON.replace("[[\"s\",1]]", "[[\"s\",01]]"),
                JSON.replace("[[\"s\",1]]", "[[\"\\x\",1]]"),
                JSON.replace("[[\"s\",1]]", "[[\"\\ud800\",1]]"),
                JSON.replace("[[\"s\",1]]", "[[\"\t\",1]]"),
                JSON.replace("[[\"s\",1]]", "[[\"\u00E4\",1]]"),
                JSON.replace("[[\"s\",1]]", "[[\"s\",{}]]"),
                JSON.replace("[[\"s\",1]]", "[[\"s\",1] [\"s\",1]]"));
    }

    @ParameterizedTest
    @MethodSource("jsons")
    void datasetJson_thatIsRefused_isGerman(String text) throws Exception {
        assertGerman(trouble(model(file("lb.json", text))), "lb.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ODM |<!DOCTYPE ODM><ODM ",
                "</ODM>|",
                "Value=\"1\"|Value=\"&nbsp;\"",
                "<?xml version=\"1.0\"?>|<?xml version=\"1.0\" encoding=\"EBCDIC\"?>",
                "Value=\"1\"|Value=\"\u00E4\"",
                "<FormData|<ItemData ItemOID=\"B\"/><FormData",
            })
    void odm_thatIsRefused_isGerman(String change) throws Exception {
        String[] parts = change.split("\\|", 2);
        assertGerman(trouble(model(file("study.xml", ODM.replace(parts[0], parts[1])))), "study.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ODM |<!DOCTYPE ODM><ODM ",
                "</ODM>|",
                "Alanine|&nbsp;",
                "OID=\"IT.R\" Name=\"ALT\"|Name=\"ALT\"",
                "OID=\"IT.R\"|OID=\"IT.S\"",
                "<ItemGroupDef OID=\"IG.LB\" Name=\"LB\">|<ItemGroupDef OID=\"IG.LB\">",
            })
    void define_thatIsRefused_isGerman(String change) throws Exception {
        String[] parts = change.split("\\|", 2);
        assertGerman(trouble(model(file("define.xml", DefineFiles.LB.replace(parts[0], parts[1])))), "define.xml");
    }

    @Test
    void dataset_describedTwice_isGerman() throws Exception {
        Path one = file("one.xml", DefineFiles.LB);
        Path two = file("two.xml", DefineFiles.LB);
        Trouble trouble = trouble(model(file("lb.csv", "USUBJID,DRAW,ALT\n01,1,34\n"), one, two));
        assertGerman(trouble, "lb.csv");
        assertThat(trouble.detail()).contains("one.xml, Zeile 4", "und in two.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USUBJID,DRAW,ALT,NEW\n01,1,34,1\n01,1,34,1\n",
                "USUBJID,ALT\n01,34\n01,34\n",
                "record_id,Event Name\n1,2\n",
                "record_id,a_complete\n1,2\n",
                ",b\n1,2\n\n3,4\n",
                "a;b\n1;\u00E4\n"
            })
    void warningsAndReasons_ofAFile_areGerman(String text) throws Exception {
        Path define = file(
                "define.xml",
                DefineFiles.LB.replace("</ItemGroupDef>", "<ItemRef ItemOID=\"NOWHERE\"/></ItemGroupDef>"));
        PlannedInput data = ((Understood)
                        model(file("lb.csv", text), define).stateProperty().get())
                .plan();
        PlannedInput said = ((Understood) model(define).stateProperty().get()).plan();
        assertThat(said.warnings()).isNotEmpty();
        assertThat(data.reasons()).isNotEmpty();
        assertThat(Stream.of(data.warnings(), data.reasons(), said.warnings()).flatMap(List::stream))
                .map(german::say)
                .allSatisfy(sentence -> assertThat(sentence).doesNotContainPattern(ENGLISH));
    }

    /** Every shared file of a binary or nested format, whole, cut off and with a byte changed. */
    @Test
    void realFiles_thatAreDamaged_areRefusedInGerman() throws Exception {
        Random random = new Random(20_260_314);
        int refused = 0;
        for (Path file : SharedFiles.below(FORMATS, List.of(".xpt", ".json", ".ndjson", ".xml", ".csv"))) {
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 200_000 || bytes.length < 200) {
                continue;
            }
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= 0x41;
            for (byte[] version : List.of(bytes, changed, Arrays.copyOf(bytes, random.nextInt(bytes.length)))) {
                Path copy = Files.write(folder.resolve(file.getFileName()), version);
                InputModel model = model(copy);
                if (model.stateProperty().get() instanceof Refused) {
                    assertGerman(trouble(model), copy.getFileName().toString());
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(20);
    }
}
