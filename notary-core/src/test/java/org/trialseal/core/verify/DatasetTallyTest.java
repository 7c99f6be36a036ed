package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownGroup;
import org.trialseal.core.proof.TreePlace;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DatasetEntry.Shape;

/** Groups as a reader of disclosures hands them on, and as it never should. */
final class DatasetTallyTest {
    private static final Schema SCHEMA = Schema.ofNames(List.of("USUBJID", "V"));

    private final DatasetTally tally = new DatasetTally(new Shape(true, 2, 5, 9));

    private Disclosed disclosed() {
        return tally.disclosed(1, "LB", SCHEMA);
    }

    @Test
    void disclosed_moreThanAThousandIdentifiers_namesTheFirstThousand() {
        for (int i = 0; i <= Disclosed.MAX_NAMED; i++) {
            tally.absent(Cell.text("S-" + i));
        }

        assertThat(disclosed().absent())
                .hasSize(Disclosed.MAX_NAMED)
                .endsWith(Cell.text("S-" + (Disclosed.MAX_NAMED - 1)));
        assertThat(tally.absentCount()).isEqualTo(Disclosed.MAX_NAMED + 1L);
    }

    @Test
    void disclosed_identifierOfMoreThanAKibibyte_isNotNamed() {
        Cell longest = Cell.text("s".repeat(1_024));
        tally.group(Optional.of(longest), 1, 1);
        tally.group(Optional.of(Cell.text("s".repeat(1_025))), 1, 1);

        assertThat(disclosed().subjects()).containsExactly(longest);
        assertThat(disclosed().groups()).isEqualTo(new Disclosed.Part(2, 5));
    }

    @Test
    void admits_furtherGroup_upToTheRecordsThatAreLeft() {
        tally.group(Optional.empty(), 6, 6);

        assertThat(tally.admits(3)).isTrue();
        assertThat(tally.admits(4)).isFalse();
    }

    @Test
    void check_groupThatEndsWithoutARecord_doesNotPass() throws Exception {
        DatasetEntry entry = new DatasetEntry(
                "LB",
                Bytes.copyOf(new byte[16]),
                0,
                new Shape(true, 2, 5, 9),
                Sha256.of(),
                Sha256.of(),
                Sha256.of(),
                Sha256.of());
        DatasetCheck check = new DatasetCheck(entry, 1, DisclosureListener.NONE);
        check.begin(Optional.empty(), false);
        TreePlace place = new TreePlace(0, List.of());
        check.partialGroup(
                new ShownGroup(Sha256.of(), Optional.empty(), Optional.of(place), 2), Bytes.copyOf(new byte[16]), 1);
        check.endGroup();

        assertThat(check.finding())
                .isEqualTo(new Finding(Reason.PATH_DIFFERS, "The records of a group do not lead to it."));
    }
}
