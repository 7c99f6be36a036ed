package org.trialseal.core.verify;

import java.io.IOException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.SpecPackage;

/** How verifying ended; anything else is thrown and fails the test. */
enum Outcome {
    PASSED,
    FAILED,
    INDETERMINATE,
    MALFORMED;

    static Outcome of(byte[] archive, Verifier verifier) {
        try {
            return valueOf(verifier.verify(SpecPackage.file(archive)).verdict().name());
        } catch (MalformedException e) {
            return MALFORMED;
        } catch (IOException e) {
            throw new AssertionError("reading memory does not fail", e);
        }
    }
}
