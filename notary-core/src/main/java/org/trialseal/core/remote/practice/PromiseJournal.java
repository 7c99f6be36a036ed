package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;

/**
 * What the practice calendars have promised, in order, and which blocks kept it. A record is a kind (1 byte), a length
 * (1), that many bytes, and the CRC-32C of all that (4, big-endian). A promise (kind 1) holds the calendar's number (1)
 * and the commitment; a block (kind 2) holds its height (4, big-endian) and keeps all promises since the block before.
 * To be used under a lock.
 */
final class PromiseJournal implements AutoCloseable {
    private static final byte PROMISE = 1;
    private static final byte BLOCK = 2;
    private static final int HEAD = 2;
    private static final int CHECKSUM = Integer.BYTES;
    private static final int MAX_COMMITMENT = 200;
    private static final int MAX_RECORD = HEAD + 0xff + CHECKSUM;

    private final AppendOnlyFile file;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<Promise, Integer> indices = new HashMap<>();
    private final List<Batch> batches = new ArrayList<>();

    PromiseJournal(Path file) throws IOException {
        this.file = new AppendOnlyFile(file);
    }

    /** Takes what other processes have written. */
    void refresh() throws IOException {
        ByteBuffer unread = ByteBuffer.wrap(file.unread());
        int whole = 0;
        while (unread.hasRemaining()) {
            ByteBuffer payload = nextRecord(unread);
            if (payload == null) {
                return;
            }
            take(payload);
            file.accept(unread.position() - whole);
            whole = unread.position();
        }
    }

    /** The next record without its checksum, or null when it is the remainder of a broken append. */
    private static @Nullable ByteBuffer nextRecord(ByteBuffer unread) throws IOException {
        int start = unread.position();
        if (unread.remaining() < HEAD) {
            return null;
        }
        int length = HEAD + (unread.get(start + 1) & 0xff);
        if (unread.remaining() < length + CHECKSUM) {
            return null;
        }
        ByteBuffer record = unread.slice(start, length);
        unread.position(start + length + CHECKSUM);
        if (checksum(record) != unread.getInt(start + length)) {
            if (unread.limit() - start > MAX_RECORD) {
                throw new IOException("the practice calendars' journal is damaged");
            }
            return null;
        }
        return record;
    }

    private static int checksum(ByteBuffer record) {
        CRC32C crc = new CRC32C();
        crc.update(record.duplicate());
        return (int) crc.getValue();
    }

    private void take(ByteBuffer record) throws IOException {
        try {
            byte kind = record.get();
            record.get();
            if (kind == PROMISE) {
                byte calendar = record.get();
                byte[] commitment = new byte[record.remaining()];
                record.get(commitment);
                add(new Promise(calendar, Bytes.copyOf(commitment)));
            } else if (kind == BLOCK) {
                keep(record.getInt() & 0xffff_ffffL);
            }
        } catch (BufferUnderflowException e) {
            throw new IOException("the practice calendars' journal is damaged", e);
        }
    }

    private void add(Promise promise) {
        indices.putIfAbsent(promise, promises.size());
        promises.add(promise);
    }

    private void keep(long height) {
        batches.add(new Batch(height, kept(), promises.size()));
    }

    private int kept() {
        return batches.isEmpty() ? 0 : batches.get(batches.size() - 1).to();
    }

    /** Writes a promise down; when this returns it is on the disk. */
    void promise(Promise promise) throws IOException {
        Bytes commitment = promise.commitment();
        if (commitment.length() > MAX_COMMITMENT) {
            throw new IllegalArgumentException("a commitment has at most " + MAX_COMMITMENT + " bytes");
        }
        append(PROMISE, Bytes.copyOf(new byte[] {promise.calendar()}).concat(commitment));
        add(promise);
    }

    /** Writes down that the block at {@code height} keeps all promises that waited; then it is on the disk. */
    void block(long height) throws IOException {
        append(
                BLOCK,
                Bytes.copyOf(
                        ByteBuffer.allocate(Integer.BYTES).putInt((int) height).array()));
        keep(height);
    }

    private void append(byte kind, Bytes payload) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(HEAD + payload.length() + CHECKSUM);
        record.put(kind).put((byte) payload.length()).put(payload.toArray());
        record.putInt(checksum(record.duplicate().flip()));
        file.append(record.array());
    }

    /** How many promises no block keeps yet. */
    int waiting() {
        return promises.size() - kept();
    }

    /** The tree over the promises that wait; there must be one. */
    HashTree waitingTree() {
        return tree(kept(), promises.size());
    }

    /** The tree over the promises of a batch. */
    HashTree tree(Batch batch) {
        return tree(batch.from(), batch.to());
    }

    private HashTree tree(int from, int to) {
        List<Sha256> leaves = new ArrayList<>();
        for (Promise promise : promises.subList(from, to)) {
            leaves.add(promise.commitment().sha256());
        }
        return new HashTree(leaves);
    }

    /** The place of a promise among all; empty when nobody made it. */
    Optional<Integer> index(Promise promise) {
        return Optional.ofNullable(indices.get(promise));
    }

    /** The batch that keeps the promise at {@code index}; empty while it waits. */
    Optional<Batch> batch(int index) {
        return batches.stream().filter(batch -> index < batch.to()).findFirst();
    }

    /** The newest batch. */
    Optional<Batch> newest() {
        return batches.isEmpty() ? Optional.empty() : Optional.of(batches.get(batches.size() - 1));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A calendar, by number, and the commitment it has promised to have in a block. */
    record Promise(byte calendar, Bytes commitment) {}

    /** The promises [from, to), kept by the block at a height. */
    record Batch(long height, int from, int to) {}
}
