package org.trialseal.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.compare.ArtifactComparison.Counts;
import org.trialseal.core.compare.ArtifactComparison.State;

final class FolderComparisonTest {
    @TempDir
    private Path folder;

    private static PlainTable labs() {
        PlainTable table = PlainTable.of("lb", "SUBJ,SEQ,TEST,VALUE", Optional.of("SUBJ"), List.of("SEQ"));
        for (int subject = 1; subject <= 3; subject++) {
            for (int seq = 1; seq <= 4; seq++) {
                table.row("00" + subject, "" + seq, "T" + seq, "" + (10 * subject + seq));
            }
        }
        return table;
    }

    @Test
    void compare_sameFile_isIdentical() throws Exception {
        ArtifactComparison result = SealedStudy.of(folder, labs()).compare(labs());
        assertThat(result)
                .isEqualTo(new ArtifactComparison("lb", State.IDENTICAL, 12, Counts.none(), List.of(), List.of()));
    }

    @Test
    void compare_oneCellChanged_namesExactlyThatField() throws Exception {
        ArtifactComparison result = SealedStudy.of(folder, labs()).compare(labs().set(5, "VALUE", "81"));
        assertThat(result.state()).isEqualTo(State.ALTERED);
        assertThat(result.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        Difference difference = result.differences().get(0);
        assertThat(difference.key()).containsEntry("SUBJ", "002").containsEntry("SEQ", "2");
        assertThat(difference.record()).hasValue(6);
        assertThat(difference.sealedRecord()).hasValue(6);
        assertThat(difference.fields()).extracting(FieldChange::name).containsExactly("VALUE");
    }

    @Test
    void compare_reversed_isAlteredAndSaysThatOnlyTheOrderDiffers() throws Exception {
        PlainTable later = labs();
        Collections.reverse(later.rows());
        ArtifactComparison result = SealedStudy.of(folder, labs()).compare(later);
        assertThat(result.counts()).isEqualTo(new Counts(0, 0, 0, 11));
        assertThat(result.state()).isEqualTo(State.ALTERED);
        assertThat(result.notes()).contains("The same records in another order.");
    }
}
