package org.trialseal.importers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.testing.MemoryFile;

/** Which importer is taken for a file. */
final class FormatsTest {
    private static final MemoryFile FILE = MemoryFile.of("a.x", "abc");

    @Test
    void recognise_severalFit_takesTheBestAndThenTheFirstById() throws Exception {
        Formats formats = new Formats(List.of(new Fixed("d", 70), new Fixed("c", 80), new Fixed("b", 80)));

        assertThat(formats.recognise(FILE).map(Importer::id)).contains("b");
        assertThat(formats.ids()).containsExactly("b", "c", "d");
    }

    @Test
    void recognise_noneReachesThreshold_isNone() throws Exception {
        assertThat(new Formats(List.of(new Fixed("a", Formats.THRESHOLD - 1))).recognise(FILE))
                .isEmpty();
        assertThat(new Formats(List.of(new Fixed("a", Formats.THRESHOLD))).recognise(FILE))
                .isPresent();
        assertThat(new Formats(List.of()).recognise(FILE)).isEmpty();
    }

    @Test
    void construct_sameIdTwice_isRefused() {
        assertThatThrownBy(() -> new Formats(List.of(new Fixed("a", 1), new Fixed("a", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two importers have the same id");
    }

    @Test
    void installed_findsDelimitedText() throws Exception {
        Formats formats = Formats.installed();

        assertThat(formats.byId("csv").map(Importer::version)).contains(1);
        assertThat(formats.byId("nothing")).isEmpty();
        assertThat(formats.recognise(MemoryFile.of("a.csv", "a,b\n1,2\n")).map(Importer::id))
                .contains("csv");
        assertThat(formats.recognise(MemoryFile.of("protocol.pdf", "%PDF-1.7\n")))
                .isEmpty();
    }

    /** Recognises every file alike, and changes the bytes that it is shown. */
    private static final class Fixed implements Importer {
        private final String id;
        private final int score;

        Fixed(String id, int score) {
            this.id = id;
            this.score = score;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int recognises(String name, byte[] head) {
            boolean untouched = head.length == 3 && head[0] == 'a';
            head[0] = 0;
            return untouched ? score : 0;
        }

        @Override
        public FilePlan plan(
                DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys) {
            throw new UnsupportedOperationException();
        }

        @Override
        public TableReader open(DataFile file, ImportSettings settings) {
            throw new UnsupportedOperationException();
        }
    }
}
