package org.trialseal.importers.redcap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, a data dictionary is refused by name, or explains its own record id. */
class DictionaryFuzzTest {
    private static final String PREFIX = "redcap.";

    @FuzzTest
    void read_anyBytes_isRefusedOrExplainsItsRecordId(byte[] bytes) throws IOException {
        Optional<Dictionary> read;
        try {
            read = Dictionaries.read(MemoryFile.of("fuzz.csv", bytes));
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.csv");
            return;
        }
        read.ifPresent(DictionaryFuzzTest::assertUsable);
    }

    private static void assertUsable(Dictionary dictionary) {
        String id = dictionary.recordId();
        Schema schema = Schema.ofNames(List.of(id, id + "___1", id + "_complete", "redcap_event_name", "___"));
        assertThat(id).isNotEmpty();
        assertThat(dictionary.explains(Schema.ofNames(List.of(id)))).isEqualTo(1);
        assertThat(dictionary.keys(schema)).containsExactly("redcap_event_name");
        schema.names()
                .forEach(column -> assertThat(dictionary.facts(column, PREFIX)).allSatisfy((name, value) -> {
                    assertThat(name).startsWith(PREFIX);
                    assertThat(value).isNotEmpty();
                }));
    }
}
