package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.trialseal.core.digest.Sha256;

/** Hashes the chunks of a document under its key. Not safe for use by several threads at once. */
public final class Document {
    /** Length of every chunk but the last, in bytes. */
    public static final int CHUNK_LENGTH = 1 << 20;

    private final Salts salts = new Salts();
    private final MessageDigest sha256 = Sha256.newDigest();

    /** @param key the document's group key */
    public Document(GroupKey key) {
        salts.use(key.value().toArray());
    }

    /** The RFC 6962 leaf hash of chunk {@code index}, which is {@code bytes[0, length)}. */
    public Sha256 leafHash(long index, byte[] bytes, int length) {
        ByteBuffer header = ByteBuffer.allocate(1 + Salts.LENGTH + Long.BYTES + Integer.BYTES);
        header.put(TypeByte.CHUNK).put(salts.of(index, 0).toArray());
        sha256.update(header.putLong(index).putInt(length).array());
        sha256.update(bytes, 0, length);
        byte[] commitment = sha256.digest();
        sha256.update((byte) 0);
        sha256.update(TypeByte.CHUNK_LEAF);
        return Sha256.wrap(sha256.digest(commitment));
    }

    /** Number of chunks of a document of {@code length} bytes. */
    public static long chunks(long length) {
        return (length + CHUNK_LENGTH - 1) / CHUNK_LENGTH;
    }
}
