package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecPackages;

/** One part of an honest package replaced by any bytes, under right digests: it passes only as it was. */
class PartsFuzzTest {
    private final Verifier verifier = Packages.practice();
    private final FreeParts free = new FreeParts();
    private final List<SpecPackage> honest = new ArrayList<>(SpecPackages.all().values());

    /** The first byte chooses the package, the second its part. */
    @FuzzTest
    void verify_anyPart_passesOnlyTheHonestOne(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        SpecPackage from = honest.get((bytes[0] & 0xff) % honest.size());
        List<String> names = new ArrayList<>(from.parts.keySet());
        String name = names.get((bytes[1] & 0xff) % names.size());
        byte[] content = Arrays.copyOfRange(bytes, 2, bytes.length);
        SpecPackage made = new SpecPackage();
        made.parts.putAll(from.parts);
        made.put(name, content);
        if (Outcome.of(made.bytes(), verifier) == Outcome.PASSED && !free.mayDiffer(name, content)) {
            assertThat(content).as(name).isEqualTo(from.get(name));
        }
    }
}
