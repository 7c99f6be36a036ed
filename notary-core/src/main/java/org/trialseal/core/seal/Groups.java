package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.util.Optional;
import javax.crypto.Mac;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;

/** Tags, bodies and subject entries of the groups of a dataset. */
public final class Groups {
    private Groups() {}

    /**
     * The tag of a group.
     *
     * @param tagKey 32 bytes
     * @param subject the identifier, or empty for grouping {@code none}
     */
    public static Sha256 tag(Bytes tagKey, Optional<Cell> subject) {
        Mac mac = Hkdf.hmac(tagKey.toArray());
        int length = subject.map(cell -> cell.value().length()).orElse(0);
        mac.update(subject.map(cell -> (byte) cell.type().code()).orElse((byte) 0));
        mac.update(ByteBuffer.allocate(4).putInt(length).array());
        subject.ifPresent(cell -> mac.update(cell.value().toArray()));
        return Sha256.wrap(mac.doFinal());
    }

    /** The commitment to a 32-byte tag key. */
    public static Sha256 tagKeyCommitment(Bytes tagKey) {
        return Sha256.of(new byte[] {TypeByte.TAG_KEY}, tagKey.toArray());
    }

    /** The body of a group: hides its size and its tree's root behind a 16-byte salt. */
    public static Sha256 body(Bytes salt, long count, Sha256 root) {
        return Sha256.of(bodyPrefix(salt, count).toArray(), root.toArray());
    }

    /** What a group's body is the hash of, up to the root: 25 bytes. */
    public static Bytes bodyPrefix(Bytes salt, long count) {
        ByteBuffer prefix = ByteBuffer.allocate(1 + Salts.LENGTH + Long.BYTES);
        prefix.put(TypeByte.GROUP_BODY).put(salt.toArray()).putLong(count);
        return Bytes.copyOf(prefix.array());
    }

    /** The RFC 6962 leaf hash of a subject entry. */
    public static Sha256 leafHash(Sha256 tag, Sha256 body) {
        return Sha256.of(leafPrefix(tag).toArray(), body.toArray());
    }

    /** What the leaf hash of a subject entry is the hash of, up to the body: 34 bytes. */
    public static Bytes leafPrefix(Sha256 tag) {
        ByteBuffer prefix = ByteBuffer.allocate(2 + Sha256.LENGTH);
        prefix.put((byte) 0).put(TypeByte.SUBJECT_ENTRY).put(tag.toArray());
        return Bytes.copyOf(prefix.array());
    }
}
