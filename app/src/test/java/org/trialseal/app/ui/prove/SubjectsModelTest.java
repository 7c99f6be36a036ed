package org.trialseal.app.ui.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.trialseal.core.prove.SubjectCensus;

/** The search for subjects without a toolkit. */
final class SubjectsModelTest {
    private static SubjectsModel of(int subjects) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < subjects; i++) {
            counts.put(String.format(java.util.Locale.ROOT, "S-%06d", i), new int[] {i % 7, 1});
        }
        SubjectsModel model = new SubjectsModel();
        model.know(SubjectCensus.of(List.of(1, 3), counts));
        return model;
    }

    @Test
    void search_findsPartsOfIdentifiersWhateverTheirCase() {
        SubjectsModel model = of(50);
        assertThat(model.matches()).hasSize(50);
        model.search.set(" s-00002 ");
        assertThat(model.matches().stream().map(model::identifier)).hasSize(10).contains("S-000021");
        model.search.set("nobody");
        assertThat(model.matches()).isEmpty();
        model.chooseFirst();
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void chooseFirst_choosesWhatStandsOnTopAndBeginsAnotherSearch() {
        SubjectsModel model = of(50);
        model.chooseFirst();
        assertThat(model.chosen()).as("without a search nobody is chosen").isEmpty();
        model.search.set("00003");
        model.chooseFirst();
        assertThat(model.chosen()).containsExactly("S-000003");
        assertThat(model.search.get()).isEmpty();
        model.toggle(3);
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void chooseFound_choosesAllThatAreFoundUpToALimit() {
        SubjectsModel model = of(SubjectsModel.MOST_AT_ONCE + 1);
        model.search.set("S-");
        assertThat(model.canChooseFound()).as("too many").isFalse();
        model.search.set("S-00001");
        assertThat(model.canChooseFound()).isTrue();
        model.chooseFound();
        assertThat(model.chosen()).hasSize(10);
    }

    @Test
    void know_otherSubjects_keepsOnlyThoseThatAreStillThere() {
        SubjectsModel model = of(50);
        model.toggle(3);
        model.toggle(44);
        Map<String, int[]> fewer = Map.of("S-000003", new int[] {2});
        model.know(SubjectCensus.of(List.of(1), fewer));
        assertThat(model.chosen()).containsExactly("S-000003");
        assertThat(model.records(0)).isEqualTo(2);
    }

    @Test
    void search_amongFourHundredThousand_answersWithinTheBlinkOfAnEye() {
        SubjectsModel model = of(400_000);
        int[] told = new int[1];
        model.matches().addListener((ListChangeListener<Integer>) change -> told[0]++);
        for (String text : List.of("3", "39", "399", "3999", "39999", "399999", "")) {
            long begun = System.nanoTime();
            model.search.set(text);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(text).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(told[0]).isEqualTo(7);
        model.search.set("399999");
        assertThat(model.matches()).containsExactly(399_999);
    }
}
