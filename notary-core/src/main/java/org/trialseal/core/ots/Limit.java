package org.trialseal.core.ots;

/** The bounds of a proof, held when reading and when building. All but two are those of python-opentimestamps. */
public enum Limit {
    /** Operations on the way from the first message to any other: python-opentimestamps reads 256 nested messages. */
    DEPTH(255),
    /** Operations and attestations in one proof, repeated ones included. Our own bound. */
    ELEMENTS(10_000),
    /** Bytes of a message, of an operation's argument and of an operation's result. */
    MESSAGE(4_096),
    /** Bytes of an attestation's payload. */
    PAYLOAD(8_192),
    /** Bytes of a calendar's URI in a pending attestation. */
    URI(1_000),
    /** Largest block height: it has 32 bits. */
    HEIGHT(0xFFFF_FFFFL),
    /** Bytes of a serialised timestamp without the header of a detached file. Our own bound. */
    TIMESTAMP(1 << 20),
    /** Bytes of a detached timestamp file. Our own bound. */
    FILE((1 << 20) + 128);

    private final long max;

    Limit(long max) {
        this.max = max;
    }

    /** The largest value that is still allowed. */
    public long max() {
        return max;
    }

    boolean allows(long value) {
        return value >= 0 && value <= max;
    }
}
