package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.Seeded;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.verify.VerificationReport;

/** More subjects than are kept in memory, whose rows do not stand together. */
@TestInstance(Lifecycle.PER_CLASS)
class ManySubjectsTest {
    private static final int SUBJECTS = 20_000;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Proving proving;

    @BeforeAll
    void seal(@TempDir Path shared) throws Exception {
        folder = shared;
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 2 * SUBJECTS; i++) {
            rows.add(List.of(Cell.text("S-" + i / 2), Cell.text("" + i % 2), Cell.text("v" + i % 97)));
        }
        Collections.shuffle(rows, Seeded.random("ManySubjectsTest"));
        proving = Proving.of(folder, TestTable.grouped("LB", List.of("USUBJID", "VISIT", "ALT"), rows));
    }

    @Test
    void prove_everything_passesWithEveryRecord() throws Exception {
        VerificationReport report = Proving.verified(proving.proveAll());
        assertThat(report.disclosed().get(0).records().shown()).isEqualTo(2 * SUBJECTS);
        VerificationReport some = Proving.verified(proving.proveAll("ALT"));
        assertThat(some.disclosed().get(0).records().shown()).isEqualTo(2 * SUBJECTS);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(".temporary")))
                    .isEmpty();
        }
    }

    @Test
    void prove_subjectsFarApart_passesWithTheirRecords() throws Exception {
        VerificationReport report =
                Proving.verified(proving.proveSubjects("S-0", "S-12345", "S-" + (SUBJECTS - 1), "S-none"));
        assertThat(report.disclosed().get(0).records().shown()).isEqualTo(6);
    }

    @Test
    void prove_oneRecordOfEachSubject_passesWithThem() throws Exception {
        VerificationReport report = Proving.verified(proving.proveRecord("LB", Map.of("VISIT", "1")));
        assertThat(report.disclosed().get(0).records().shown()).isEqualTo(SUBJECTS);
    }
}
