package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.trialseal.core.digest.Bytes;

/**
 * The 32-byte key from which all salts of one group (or document, or of a subject in a log) are derived. It opens that
 * group as a whole and nothing else.
 */
public record GroupKey(Bytes value) {
    /** Length in bytes. */
    public static final int LENGTH = 32;

    private static final byte[] GROUP_LABEL = "trialseal/1 group".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOG_LABEL = "trialseal/1 log".getBytes(StandardCharsets.US_ASCII);

    /** @throws IllegalArgumentException unless {@code value} has 32 bytes */
    public GroupKey {
        if (value.length() != LENGTH) {
            throw new IllegalArgumentException("a group key has " + LENGTH + " bytes");
        }
    }

    /**
     * The key of a group or document in one seal.
     *
     * @param nonce the seal's 32 bytes
     * @param artifact the index of the entry in the statement
     */
    public static GroupKey derive(Secret secret, Bytes nonce, int artifact) {
        ByteBuffer info = ByteBuffer.allocate(GROUP_LABEL.length + 4);
        info.put(GROUP_LABEL).putInt(artifact);
        return of(secret, nonce, info.array());
    }

    /**
     * The key of a subject in an event log, the same in all seals of a ledger.
     *
     * @param ledger the ledger id, 16 bytes
     */
    public static GroupKey deriveForLog(Secret secret, Bytes ledger, String logName) {
        byte[] name = logName.getBytes(StandardCharsets.UTF_8);
        ByteBuffer info = ByteBuffer.allocate(LOG_LABEL.length + 4 + name.length);
        info.put(LOG_LABEL).putInt(name.length).put(name);
        return of(secret, ledger, info.array());
    }

    private static GroupKey of(Secret secret, Bytes salt, byte[] info) {
        return new GroupKey(Bytes.copyOf(Hkdf.derive(secret.value().toArray(), salt.toArray(), info)));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "GroupKey";
    }
}
