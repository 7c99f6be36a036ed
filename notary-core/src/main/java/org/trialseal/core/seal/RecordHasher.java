package org.trialseal.core.seal;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;

/**
 * Computes the field commitments and leaf hashes of the records of one dataset, or of an event log under one schema,
 * record after record, with reused buffers. Not safe for use by several threads at once. Columns count from 1; column 0
 * is the position, which the leaf of a log's record lacks.
 */
public final class RecordHasher {
    /** Commitments that are hashed together in a wide record; also the most columns of a flat one. */
    public static final int RUN = 64;

    private static final int HEADER = 24;
    private static final int INLINE = 512;

    private final int columns;
    private final CommitmentRuns layout;
    private final Salts salts = new Salts();
    private final MessageDigest sha256 = Sha256.newDigest();
    private final byte[] field = new byte[HEADER + INLINE];
    private final byte[] commitments;
    private final byte[] leafPrefix;
    private byte[] recordSalts = new byte[0];

    /** @param columns number of columns of the dataset */
    public RecordHasher(int columns) {
        this(CommitmentRuns.ofDataset(columns), new byte[] {0, columns <= RUN ? TypeByte.RECORD : TypeByte.WIDE_RECORD
        });
    }

    /** A hasher of the records of an event log that were first sealed under this schema. */
    public static RecordHasher ofLog(Schema schema) {
        ByteBuffer prefix = ByteBuffer.allocate(2 + Sha256.LENGTH);
        prefix.put((byte) 0).put(schema.size() <= RUN ? TypeByte.LOG_RECORD : TypeByte.WIDE_LOG_RECORD);
        prefix.put(Sha256.of(schema.toJson().canonicalBytes()).toArray());
        return new RecordHasher(CommitmentRuns.ofLog(schema.size()), prefix.array());
    }

    private RecordHasher(CommitmentRuns layout, byte[] leafPrefix) {
        this.columns = layout.columns();
        this.layout = layout;
        this.commitments = new byte[(columns + 1) * Sha256.LENGTH];
        this.leafPrefix = leafPrefix;
        field[0] = TypeByte.FIELD;
    }

    /** Number of columns. */
    public int columns() {
        return columns;
    }

    /** Switches to the group whose 32-byte key this is. */
    public void useGroup(GroupKey key) {
        salts.use(key.value().toArray());
    }

    /** The salt of the group's body. */
    public Bytes bodySalt() {
        return salts.of(Salts.NO_RECORD, 0);
    }

    /** The key under which the group's private fingerprints are made, 32 bytes. */
    public byte[] fingerprintKey() {
        return salts.of(Salts.NO_RECORD, 1).concat(salts.of(Salts.NO_RECORD, 2)).toArray();
    }

    /**
     * Computes the commitments of a record; they stay readable until the next call.
     *
     * @param index index in the group, or in the log
     * @param position position in the source file; says nothing for a log
     */
    public void commit(RowBatch batch, int row, long index, long position) {
        begin(index);
        commit(batch, row, position);
    }

    /** Computes the salts of the record at {@code index} only, with what hides its position. */
    public void begin(long index) {
        recordSalts = salts.ofRecord(index, columns);
    }

    /** Computes the commitments of the record last begun. */
    public void commit(RowBatch batch, int row, long position) {
        if (layout.firstColumn() == 0) {
            commitPosition(position);
        }
        for (int column = 1; column <= columns; column++) {
            int length = batch.length(row, column - 1);
            int type = batch.type(row, column - 1).code();
            commitField(column, type, batch.buffer(), batch.offset(row, column - 1), length);
        }
    }

    private void commitPosition(long position) {
        byte[] value = new byte[Long.BYTES];
        for (int i = 0; i < Long.BYTES; i++) {
            value[i] = (byte) (position >>> (56 - 8 * i));
        }
        commitField(0, 0, value, 0, Long.BYTES);
    }

    private void commitField(int column, int type, byte[] source, int offset, int length) {
        System.arraycopy(recordSalts, column * Salts.LENGTH, field, 1, Salts.LENGTH);
        writeHeader(column, type, length);
        if (length <= INLINE) {
            System.arraycopy(source, offset, field, HEADER, length);
            sha256.update(field, 0, HEADER + length);
        } else {
            sha256.update(field, 0, HEADER);
            sha256.update(source, offset, length);
        }
        finish(commitments, column * Sha256.LENGTH);
    }

    private void writeHeader(int column, int type, int length) {
        field[17] = (byte) (column >>> 8);
        field[18] = (byte) column;
        field[19] = (byte) type;
        field[20] = (byte) (length >>> 24);
        field[21] = (byte) (length >>> 16);
        field[22] = (byte) (length >>> 8);
        field[23] = (byte) length;
    }

    /** Replaces the commitment of a column by one that is given, as for a field that is not shown. */
    public void setCommitment(int column, Sha256 commitment) {
        commitment.copyTo(commitments, column * Sha256.LENGTH);
    }

    /** Computes one commitment from a salt that is given. */
    public void commitOpened(int column, Bytes salt, int type, byte[] value) {
        if (recordSalts.length != (columns + 2) * Salts.LENGTH) {
            recordSalts = new byte[(columns + 2) * Salts.LENGTH];
        }
        salt.copyTo(recordSalts, column * Salts.LENGTH);
        commitField(column, type, value, 0, value.length);
    }

    /** Writes the record's RFC 6962 leaf hash, 32 bytes. */
    public void leafHash(byte[] target, int offset) {
        if (columns <= RUN) {
            sha256.update(leafPrefix, 0, leafPrefix.length);
            int from = layout.firstColumn() * Sha256.LENGTH;
            sha256.update(commitments, from, commitments.length - from);
        } else {
            byte[] runs = runHashes();
            sha256.update(leafPrefix, 0, leafPrefix.length);
            sha256.update(runs, 0, runs.length);
        }
        finish(target, offset);
    }

    /** What the record's leaf hash is the hash of: the byte 00 and the leaf data, at most 18,000 bytes. */
    public Bytes leafPreimage() {
        int from = layout.firstColumn() * Sha256.LENGTH;
        Bytes content =
                columns <= RUN ? Bytes.copyOf(commitments, from, commitments.length) : Bytes.copyOf(runHashes());
        return Bytes.copyOf(leafPrefix).concat(content);
    }

    /** The leaf hash of a wide record from the hashes of its runs of commitments. */
    public Sha256 wideLeafHash(java.util.List<Sha256> runHashes) {
        sha256.update(leafPrefix, 0, leafPrefix.length);
        runHashes.forEach(hash -> sha256.update(hash.toArray()));
        return Sha256.wrap(sha256.digest());
    }

    /** Number of runs of commitments: 1 for a flat record. */
    public int runs() {
        return layout.count();
    }

    /** Which commitments are hashed together. */
    public CommitmentRuns layout() {
        return layout;
    }

    /** The hash of one run of commitments of a wide record. */
    public Sha256 runHash(int run) {
        byte[] hash = new byte[Sha256.LENGTH];
        hashRun(run, hash, 0);
        return Sha256.wrap(hash);
    }

    private byte[] runHashes() {
        byte[] hashes = new byte[runs() * Sha256.LENGTH];
        for (int run = 0; run < runs(); run++) {
            hashRun(run, hashes, run * Sha256.LENGTH);
        }
        return hashes;
    }

    private void hashRun(int run, byte[] target, int offset) {
        int from = layout.from(run) * Sha256.LENGTH;
        int to = layout.to(run) * Sha256.LENGTH;
        sha256.update(TypeByte.COMMITMENT_RUN);
        sha256.update(commitments, from, to - from);
        finish(target, offset);
    }

    private void finish(byte[] target, int offset) {
        try {
            sha256.digest(target, offset, Sha256.LENGTH);
        } catch (DigestException e) {
            throw new IllegalArgumentException("no room for 32 bytes", e);
        }
    }

    /** Copies the first {@code length} bytes of a column's commitment. */
    public void copyCommitment(int column, byte[] target, int offset, int length) {
        System.arraycopy(commitments, column * Sha256.LENGTH, target, offset, length);
    }

    /** The commitment of a column. */
    public Sha256 commitment(int column) {
        return Sha256.read(commitments, column * Sha256.LENGTH);
    }

    /** The salt of a column of the record last committed from a group key. */
    public Bytes salt(int column) {
        return Bytes.copyOf(recordSalts, column * Salts.LENGTH, (column + 1) * Salts.LENGTH);
    }

    /** 8 bytes that only the holder of the group key knows, different for each record: hides its position. */
    public long positionMask() {
        return java.nio.ByteBuffer.wrap(recordSalts).getLong((columns + 1) * Salts.LENGTH);
    }

    /** The same of the record at {@code index} of the group, which need not have been committed. */
    public long positionMask(long index) {
        return java.nio.ByteBuffer.wrap(salts.of(index, -1L).toArray()).getLong();
    }
}
