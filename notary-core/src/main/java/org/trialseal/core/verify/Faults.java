package org.trialseal.core.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the first fault that a check finds. */
final class Faults {
    private @Nullable Finding first;

    /** Notes a fault unless {@code holds}. */
    void require(boolean holds, Reason reason, String detail) {
        if (!holds && first == null) {
            first = new Finding(reason, detail);
        }
    }

    Optional<Finding> first() {
        return Optional.ofNullable(first);
    }
}
