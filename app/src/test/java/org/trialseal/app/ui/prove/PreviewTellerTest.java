package org.trialseal.app.ui.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.app.ui.testing.Samples;
import org.trialseal.app.ui.words.Language;
import org.trialseal.app.ui.words.Words;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.prove.ProofPreview;
import org.trialseal.core.prove.ProofPreview.Line;
import org.trialseal.core.prove.ProofPreview.Part;
import org.trialseal.core.prove.ProofPreview.Table;
import org.trialseal.core.record.Cell;

/** Every part of a preview is told: what docs/proof-format.md says that a package gives away. */
final class PreviewTellerTest {
    @TempDir
    private static Path home;

    private static Optional<EvidenceFolder> seal = Optional.empty();

    @BeforeAll
    static void makeSample() throws Exception {
        seal = Optional.of(EvidenceFolder.open(Samples.in(home).lockSeal()));
    }

    private static Table table(
            String name,
            boolean log,
            Part records,
            Part groups,
            boolean listed,
            boolean positions,
            List<String> absent,
            List<String> shown) {
        Line line = new Line(0, OptionalLong.empty(), Optional.empty(), Map.of("AGE", Cell.text("41")));
        return new Table(
                0,
                name,
                log,
                records,
                groups,
                listed,
                listed,
                positions,
                absent,
                List.of("ID", "AGE", "SEX"),
                shown,
                name + ".csv",
                positions,
                log ? 2 : 0,
                List.of(line));
    }

    private static ProofPreview preview() {
        return new ProofPreview(
                2,
                12,
                9,
                List.of(
                        table(
                                "dm",
                                false,
                                new Part(1, 40),
                                new Part(1, 40),
                                true,
                                false,
                                List.of("P-9"),
                                List.of("AGE")),
                        table(
                                "ae",
                                false,
                                new Part(50, 50),
                                new Part(31, 31),
                                true,
                                true,
                                List.of(),
                                List.of("ID", "AGE", "SEX")),
                        table(
                                "lb",
                                false,
                                new Part(3, 900),
                                new Part(2, 40),
                                false,
                                false,
                                List.of(),
                                List.of("ID", "AGE", "SEX")),
                        table(
                                "consent",
                                true,
                                new Part(2, 80),
                                new Part(0, 0),
                                false,
                                false,
                                List.of(),
                                List.of("ID", "AGE", "SEX"))),
                List.of(new ProofPreview.Document(5, "plan.pdf", 1)),
                List.of("stock"),
                12_345);
    }

    private static String of(List<PreviewTeller.Group> groups) {
        StringBuilder all = new StringBuilder();
        groups.forEach(group -> {
            all.append("[").append(group.title()).append("]\n");
            group.sentences().forEach(sentence -> all.append(sentence).append('\n'));
        });
        return all.toString();
    }

    @Test
    void shown_saysEveryThingThatAReaderCanTell() {
        PreviewTeller teller = new PreviewTeller(Words.in(Language.ENGLISH));
        assertThat(of(teller.shown(preview(), seal.orElseThrow()))).isEqualTo("""
                        [dm]
                        1 of 40 records, of 1 of 40 subjects
                        1 of 3 fields: AGE
                        That there are no records of P-9
                        [ae]
                        All 50 records
                        All 3 fields
                        [lb]
                        3 of 900 records, of 2 of 40 subjects
                        All 3 fields
                        [consent]
                        2 of 80 records
                        All 3 fields
                        [plan.pdf]
                        The whole document, 1 byte
                        Its name, its length and its SHA-256
                        [What can be told besides]
                        The identifiers of the shown subjects, whichever fields are chosen
                        That nothing of theirs is left out, and how much there is of dm (40 records, 40 subjects), ae (50 records, 31 subjects). Whoever guesses an identifier can test whether it is among the subjects.
                        How much there is of lb (900 records, 40 subjects); for each shown record how many its subject has there, and which of them it is
                        Which records of the log they are: consent (80 records)
                        How many records earlier seals held of consent. Another proof about the same record can be seen to show the same one.
                        Where in the file each shown record stood: ae
                        The names and labels of all columns, and how the files were read: dm (3), ae (3), lb (3), consent (3)
                        The names of the files: dm.csv, lb.csv, consent.csv
                        Name, length and SHA-256 of the files: ae.csv
                        The statements of all 2 seals of study TS-2041 up to this one, with their titles, milestones and times
                        That the seal holds 12 entries
                        The evidence of time, and a text that lists what is shown
                        """);
    }

    @Test
    void hidden_saysEveryThingThatStaysHere() {
        PreviewTeller teller = new PreviewTeller(Words.in(Language.ENGLISH));
        assertThat(of(teller.hidden(preview()))).isEqualTo("""
                        [dm]
                        39 of 40 records, every value of them
                        Who the other 39 subjects are
                        2 fields of each shown record: ID, SEX
                        [lb]
                        897 of 900 records, every value of them
                        Who the other 38 subjects are
                        [consent]
                        78 of 80 records, every value of them
                        [Besides]
                        stock: nothing is shown of it. It holds no record of the chosen subjects, which a log cannot prove.
                        Where in the file the shown records of dm, lb stood
                        Length and SHA-256 of dm.csv, lb.csv, consent.csv
                        3 other entries of the seal: their names, what they are, what is in them
                        But for identifiers, nothing that is hidden can be guessed and tested: each value has a random number of its own, which stays here.
                        """);
    }

    @Test
    void sum_andSize_areInTheWordsOfTheLanguage() {
        PreviewTeller german = new PreviewTeller(Words.in(Language.GERMAN));
        assertThat(german.sum(preview())).isEqualTo("56 von 1.070 Datensätzen in 4 Tabellen  ·  1 Dokument");
        assertThat(german.size(12_345)).isEqualTo("12 kB");
        assertThat(german.size(9_999)).isEqualTo("9.999 Bytes");
        assertThat(german.size(87_654_321)).isEqualTo("88 MB");
        assertThat(of(german.shown(preview(), seal.orElseThrow())))
                .doesNotContain("{")
                .contains("ae.csv");
    }
}
