package org.trialseal.core.evidence;

/** A seal cannot be made as asked; nothing was written. The message says why and what to do. */
public final class SealRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The request contradicts itself or the ledger. */
        REQUEST,
        /** The folder exists already. */
        EXISTS,
        /** The file changed while it was sealed. */
        CHANGED
    }

    private final Reason reason;

    SealRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
