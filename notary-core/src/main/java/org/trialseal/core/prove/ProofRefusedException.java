package org.trialseal.core.prove;

/** A package cannot be made as asked; nothing was written. The message says why and what to do. */
public final class ProofRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The request names something that was not sealed, or contradicts itself. */
        REQUEST,
        /** Data or secrets that are needed are not at hand. */
        NOT_AT_HAND,
        /** The data are not what was sealed. */
        ALTERED
    }

    private final Reason reason;

    ProofRefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    static ProofRefusedException request(String message) {
        return new ProofRefusedException(Reason.REQUEST, message);
    }

    static ProofRefusedException altered(String message) {
        return new ProofRefusedException(Reason.ALTERED, message);
    }

    /** Data or secrets are missing; the message says which and how to give them. */
    public static ProofRefusedException notAtHand(String message) {
        return new ProofRefusedException(Reason.NOT_AT_HAND, message);
    }
}
