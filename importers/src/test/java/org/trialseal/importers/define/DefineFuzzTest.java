package org.trialseal.importers.define;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.importers.testing.MemoryFile;

/** Whatever the bytes, a Define-XML is refused with its name, or read twice alike. */
class DefineFuzzTest {
    @FuzzTest
    void read_anyBytes_areRefusedOrReadTwiceAlike(byte[] bytes) throws IOException {
        MemoryFile file = MemoryFile.of("fuzz.xml", bytes);
        DefineFile.isOne(file);
        try {
            DefineXml define = DefineFile.read(file);
            assertThat(define.digest()).isEqualTo(Sha256.of(bytes));
            assertThat(DefineFile.read(file)).isEqualTo(define);
        } catch (MalformedException e) {
            assertThat(e.getMessage()).startsWith("fuzz.xml");
        }
    }
}
