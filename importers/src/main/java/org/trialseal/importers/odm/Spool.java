package org.trialseal.importers.odm;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps blocks of bytes until they are asked for: the first ones in memory, the rest in a temporary file that is encrypted
 * under a key of this object and removed at the end. Blocks may be read by several threads at once.
 */
final class Spool implements Closeable {
    private static final int KEY_LENGTH = 16;

    private final SecretKeySpec key = key();
    private final long memory;
    private long held;
    private long end;
    private long blocks;
    private @Nullable FileChannel channel;

    /** @param memory most bytes to keep in memory */
    Spool(long memory) {
        this.memory = memory;
    }

    /** A block that was kept, in memory or in the file. */
    static final class Block {
        private final byte @Nullable [] bytes;
        private final long number;
        private final long offset;
        private final int length;

        private Block(byte @Nullable [] bytes, long number, long offset, int length) {
            this.bytes = bytes;
            this.number = number;
            this.offset = offset;
            this.length = length;
        }

        /** Whether it is held in memory. */
        boolean isInMemory() {
            return bytes != null;
        }

        /** How long it is, in bytes. */
        int length() {
            return length;
        }

        /** Where it lies in the file, for {@link #at}. */
        byte[] place() {
            return ByteBuffer.allocate(2 * Long.BYTES + Integer.BYTES)
                    .putLong(number)
                    .putLong(offset)
                    .putInt(length)
                    .array();
        }

        /** The block at a place that stands in some bytes. */
        static Block at(byte[] bytes, int from) {
            ByteBuffer place = ByteBuffer.wrap(bytes, from, bytes.length - from);
            return new Block(null, place.getLong(), place.getLong(), place.getInt());
        }
    }

    private static SecretKeySpec key() {
        byte[] bytes = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new SecretKeySpec(bytes, "AES");
    }

    /** Keeps a block; the array belongs to this object from now on. */
    Block add(byte[] bytes) throws IOException {
        if (held + bytes.length <= memory) {
            held += bytes.length;
            return new Block(bytes, 0, 0, bytes.length);
        }
        return addToFile(bytes);
    }

    /** Keeps a block in the file, whether there is memory left or not. */
    Block addToFile(byte[] bytes) throws IOException {
        Block block = new Block(null, ++blocks, end, bytes.length);
        ByteBuffer sealed = ByteBuffer.wrap(crypt(Cipher.ENCRYPT_MODE, block.number, bytes));
        while (sealed.hasRemaining()) {
            end += open().write(sealed, end);
        }
        return block;
    }

    private FileChannel open() throws IOException {
        FileChannel opened = channel;
        if (opened == null) {
            Path path = Files.createTempFile("trialseal-", ".tmp");
            opened = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            channel = opened;
        }
        return opened;
    }

    /** The content of a block. */
    byte[] read(Block block) throws IOException {
        byte[] inMemory = block.bytes;
        if (inMemory != null) {
            return inMemory;
        }
        ByteBuffer sealed = ByteBuffer.allocate(block.length);
        while (sealed.hasRemaining()) {
            if (open().read(sealed, block.offset + sealed.position()) < 0) {
                throw new IOException("a temporary file was cut short");
            }
        }
        return crypt(Cipher.DECRYPT_MODE, block.number, sealed.array());
    }

    private byte[] crypt(int mode, long number, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] counter = ByteBuffer.allocate(KEY_LENGTH).putLong(number).array();
            cipher.init(mode, key, new IvParameterSpec(counter));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
