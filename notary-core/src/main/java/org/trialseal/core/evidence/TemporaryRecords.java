package org.trialseal.core.evidence;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Records of one length by consecutive numbers, which never change. The first ones stay in memory; what follows goes to a
 * file under a key that is never written, and that closing deletes. Filled by one thread at a time; a record may be
 * read by others once they were handed its number.
 */
final class TemporaryRecords implements Closeable {
    private static final int BLOCK_BYTES = 1 << 12;

    private final Path file;
    private final int length;
    private final int perBlock;
    private final int keptBlocks;
    private final SecureRandom random;
    private volatile byte[][] kept = new byte[16][];
    private byte[] last = new byte[0];
    private int lastBlock = -1;
    private final byte[] read;
    private int readBlock = -1;
    private int size;
    private @Nullable FileChannel channel;
    private @Nullable Cipher cipher;
    private @Nullable SecretKeySpec key;

    /**
     * No record yet, and no file.
     *
     * @param file to be made, when there are many records
     * @param length bytes of a record
     * @param keptBytes how much stays in memory
     */
    TemporaryRecords(Path file, int length, int keptBytes, SecureRandom random) {
        this.file = file;
        this.length = length;
        this.random = random;
        this.perBlock = Math.max(1, BLOCK_BYTES / length);
        this.keptBlocks = keptBytes / (perBlock * length);
        this.read = new byte[perBlock * length];
    }

    int size() {
        return size;
    }

    /** Adds the record with the next number. */
    synchronized void add(byte[] record) throws IOException {
        int block = size / perBlock;
        byte[] target = block < keptBlocks ? keptBlock(block) : spilledBlock(block);
        System.arraycopy(record, 0, target, size % perBlock * length, length);
        size++;
    }

    private byte[] keptBlock(int block) {
        if (block == kept.length) {
            kept = Arrays.copyOf(kept, 2 * block);
        }
        if (kept[block] == null) {
            kept[block] = new byte[perBlock * length];
        }
        return kept[block];
    }

    private byte[] spilledBlock(int block) throws IOException {
        if (block != lastBlock) {
            if (lastBlock >= 0) {
                write(lastBlock, last);
            }
            last = new byte[perBlock * length];
            lastBlock = block;
        }
        return last;
    }

    /** A copy of a record. */
    byte[] get(int number) throws IOException {
        int block = number / perBlock;
        int at = number % perBlock * length;
        return block < keptBlocks ? Arrays.copyOfRange(kept[block], at, at + length) : getSpilled(block, at);
    }

    private synchronized byte[] getSpilled(int block, int at) throws IOException {
        if (block == lastBlock) {
            return Arrays.copyOfRange(last, at, at + length);
        }
        if (block != readBlock) {
            readBlock = -1;
            read(block);
            readBlock = block;
        }
        return Arrays.copyOfRange(read, at, at + length);
    }

    private void write(int block, byte[] records) throws IOException {
        if (channel == null) {
            begin();
        }
        ByteBuffer bytes = ByteBuffer.wrap(crypt(block, records));
        while (bytes.hasRemaining()) {
            Objects.requireNonNull(channel).write(bytes, position(block) + bytes.position());
        }
    }

    private void read(int block) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(read.length);
        while (bytes.hasRemaining()) {
            if (Objects.requireNonNull(channel).read(bytes, position(block) + bytes.position()) < 0) {
                throw new EOFException("a temporary file ends too early");
            }
        }
        System.arraycopy(crypt(block, bytes.array()), 0, read, 0, read.length);
    }

    private long position(int block) {
        return (long) (block - keptBlocks) * perBlock * length;
    }

    private void begin() throws IOException {
        byte[] fresh = new byte[32];
        random.nextBytes(fresh);
        try {
            key = new SecretKeySpec(fresh, "AES");
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Encrypts or decrypts a block; each is written once, so that its number may be the nonce. */
    private byte[] crypt(int block, byte[] bytes) {
        Cipher counter = Objects.requireNonNull(cipher);
        byte[] nonce = ByteBuffer.allocate(16).putInt(block).array();
        try {
            counter.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(nonce));
            return counter.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES in counter mode cannot fail", e);
        }
    }

    /** Forgets the records. */
    @Override
    public synchronized void close() throws IOException {
        size = 0;
        kept = new byte[0][];
        if (channel != null) {
            channel.close();
            channel = null;
            Files.deleteIfExists(file);
        }
    }
}
