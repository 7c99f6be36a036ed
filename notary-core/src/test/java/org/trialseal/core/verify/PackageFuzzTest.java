package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Set;
import java.util.stream.Collectors;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.testing.SpecPackages;

/** Whatever the bytes, a package is malformed or has a report, and passes only when it is an honest one. */
class PackageFuzzTest {
    private final Verifier verifier = Packages.practice();
    private final Set<Bytes> honest = SpecPackages.all().values().stream()
            .map(made -> Bytes.copyOf(made.bytes()))
            .collect(Collectors.toSet());

    @FuzzTest
    void verify_anyBytes_passesOnlyAnHonestPackage(byte[] bytes) {
        if (Outcome.of(bytes, verifier) == Outcome.PASSED) {
            assertThat(honest).contains(Bytes.copyOf(bytes));
        }
    }
}
