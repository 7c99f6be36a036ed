package org.trialseal.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;

/** Whatever the bytes, reading canonical JSON gives a typed refusal, or a value whose own bytes are these. */
class JsonFuzzTest {
    private final ObjectMapper peer = new ObjectMapper();

    @FuzzTest
    void parseObject_anyBytes_isRefusedOrWrittenAlikeAndReadAlikeByOthers(byte[] bytes) throws IOException {
        JsonObject object;
        try {
            object = CanonicalJson.parseObject("fuzz", bytes);
        } catch (MalformedException e) {
            return;
        }
        assertThat(object.canonicalBytes()).isEqualTo(bytes);
        JsonNode read = peer.readTree(bytes);
        assertThat(read.isObject()).isTrue();
        assertThat(read.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(object.members().keySet());
    }
}
