package org.trialseal.core.ots;

import java.util.function.Function;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.ots.OtsException.Kind;

/** Counts what one growing proof holds, so that whatever is built can be written and read again. */
final class Budget {
    private final Function<Kind, OtsException> errors;
    private long elements;
    private long bytes;

    private Budget(Function<Kind, OtsException> errors) {
        this.errors = errors;
    }

    /** For a proof that is read: errors say where. */
    static Budget of(OtsInput input) {
        return new Budget(input::error);
    }

    /** For a proof that is made here. */
    static Budget ofBuilding() {
        return new Budget(kind -> new OtsException(kind, "timestamp", MalformedException.NO_OFFSET));
    }

    OtsException error(Kind kind) {
        return errors.apply(kind);
    }

    /** One more operation or attestation of {@code length} serialised bytes, after another at the same message or not. */
    void spend(int length, boolean fork) throws OtsException {
        elements++;
        bytes += length + (fork ? 1 : 0);
        if (!Limit.ELEMENTS.allows(elements)) {
            throw error(Kind.TOO_MANY_ELEMENTS);
        }
        if (!Limit.TIMESTAMP.allows(bytes)) {
            throw error(Kind.TOO_LARGE);
        }
    }
}
