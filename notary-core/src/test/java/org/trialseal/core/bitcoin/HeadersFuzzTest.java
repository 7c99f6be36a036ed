package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;

/** Whatever the bytes, reading headers gives a typed refusal, or a run whose own bytes are these. */
class HeadersFuzzTest {
    @FuzzTest
    void read_anyBytes_isRefusedOrWrittenAlike(byte[] bytes) throws IOException {
        for (ChainParameters parameters : new ChainParameters[] {ChainParameters.main(), ChainParameters.practice()}) {
            try {
                HeaderRunFormat format = HeaderRunFormat.of(parameters);
                HeaderRun run = format.read(new ByteArrayInputStream(bytes), "fuzz");
                assertThat(format.toBytes(run).toArray()).isEqualTo(bytes);
            } catch (MalformedException e) {
                assertThat(e.offset()).isBetween(-1L, (long) bytes.length);
            }
        }
    }
}
