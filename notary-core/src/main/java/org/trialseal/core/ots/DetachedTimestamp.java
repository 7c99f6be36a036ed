package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.OtsException.Kind;

/**
 * An {@code .ots} file: the timestamp of another file's digest. Magic bytes, major version 1, the tag of the hash, the
 * digest, the timestamp, and nothing after it.
 *
 * @param fileHash how the digest was made; only SHA-256 proves a seal
 * @param timestamp starts from the digest
 */
public record DetachedTimestamp(HashOp fileHash, Timestamp timestamp) {
    private static final Bytes MAGIC = Bytes.ofHex("004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294");
    private static final int MAJOR_VERSION = 1;

    /**
     * A proof for a digest of this kind.
     *
     * @throws IllegalArgumentException when the timestamp's message has not the length of such a digest
     */
    public DetachedTimestamp {
        if (timestamp.message().length() != fileHash.digestLength()) {
            throw new IllegalArgumentException("a digest has " + fileHash.digestLength() + " bytes");
        }
    }

    /**
     * A proof for a file's SHA-256.
     *
     * @throws IllegalArgumentException when the timestamp's message has not 32 bytes
     */
    public static DetachedTimestamp ofSha256(Timestamp timestamp) {
        return new DetachedTimestamp(HashOp.SHA256, timestamp);
    }

    /**
     * Reads an {@code .ots} file. Operations are replayed while reading.
     *
     * @param source what is read, for messages
     * @param file all of the file
     * @throws OtsException when it is not well formed or outside a {@link Limit}
     */
    public static DetachedTimestamp read(String source, byte[] file) throws OtsException {
        OtsInput input = new OtsInput(source, file);
        if (!Limit.FILE.allows(file.length)) {
            throw input.error(Kind.TOO_LARGE);
        }
        readHeader(input);
        HashOp fileHash = HashOp.ofTag(input.octet()).orElseThrow(() -> input.error(Kind.UNSUPPORTED_FILE_HASH));
        Bytes digest = input.bytes(fileHash.digestLength());
        Timestamp timestamp = new TimestampReader(input).read(digest);
        input.expectEnd(Kind.TRAILING_BYTES);
        return new DetachedTimestamp(fileHash, timestamp);
    }

    private static void readHeader(OtsInput input) throws OtsException {
        input.expect(MAGIC, Kind.BAD_MAGIC);
        if (input.number() != MAJOR_VERSION) {
            throw input.error(Kind.UNSUPPORTED_VERSION);
        }
    }

    /** The digest of the file that is timestamped. */
    public Bytes digest() {
        return timestamp.message();
    }

    /** Whether this is a proof for the file with this SHA-256. Never true for another kind of digest. */
    public boolean isFor(Sha256 fileDigest) {
        return fileHash == HashOp.SHA256 && digest().equals(fileDigest.bytes());
    }

    /** Whether the digest is of a kind that never proves a seal. */
    public boolean isWeak() {
        return !fileHash.isFirm();
    }

    /**
     * This with another timestamp of the same digest, e.g. an upgraded one.
     *
     * @throws IllegalArgumentException when it is a timestamp of another message
     */
    public DetachedTimestamp with(Timestamp other) {
        if (!other.message().equals(digest())) {
            throw new IllegalArgumentException("a timestamp of another digest");
        }
        return new DetachedTimestamp(fileHash, other);
    }

    /**
     * The file's canonical bytes: what {@link #read} reads.
     *
     * @throws IllegalStateException unless the timestamp is complete
     */
    public byte[] toBytes() {
        Bytes body = Bytes.copyOf(timestamp.toBytes());
        OtsOutput output = new OtsOutput().bytes(MAGIC).number(MAJOR_VERSION).octet(fileHash.tag());
        return output.bytes(digest()).bytes(body).toArray();
    }
}
