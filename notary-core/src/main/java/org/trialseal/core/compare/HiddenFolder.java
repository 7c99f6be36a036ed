package org.trialseal.core.compare;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.CipherOutputStream;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A temporary folder of files that nobody else can read: encrypted with AES-256 in counter mode under a key that exists
 * in memory only, and deleted on closing. Each file is written once.
 */
final class HiddenFolder implements Closeable {
    private static final int BUFFER = 1 << 15;
    private static final int BLOCK = 16;

    private final Path folder;
    private final SecretKeySpec key;
    private final List<Path> files = new ArrayList<>();

    private HiddenFolder(Path folder, SecretKeySpec key) {
        this.folder = folder;
        this.key = key;
    }

    static HiddenFolder create(Path parent, SecureRandom random) throws IOException {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new HiddenFolder(Files.createTempDirectory(parent, "trialseal-"), new SecretKeySpec(key, "AES"));
    }

    /** One file. */
    record HiddenFile(HiddenFolder folder, int number, Path path) {
        DataOutputStream write() throws IOException {
            return new DataOutputStream(new BufferedOutputStream(writeBlocks(), BUFFER));
        }

        /** The same, without a buffer. */
        OutputStream writeBlocks() throws IOException {
            return new CipherOutputStream(Files.newOutputStream(path), folder.cipher(Cipher.ENCRYPT_MODE, number));
        }

        DataInputStream read() throws IOException {
            return new DataInputStream(readBlocks());
        }

        /** The same, to be read by whole arrays. */
        InputStream readBlocks() throws IOException {
            return new BufferedInputStream(
                    new Decrypting(Files.newInputStream(path), folder.cipher(Cipher.DECRYPT_MODE, number)), BUFFER);
        }

        /** Opens it for reading anywhere. */
        RandomReader openRandom() throws IOException {
            return new RandomReader(this, FileChannel.open(path, StandardOpenOption.READ));
        }

        long size() throws IOException {
            return Files.size(path);
        }

        void delete() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    /** Decrypts in place, as many bytes as are asked for: CipherInputStream goes by 512. */
    private static final class Decrypting extends FilterInputStream {
        private final Cipher cipher;

        Decrypting(InputStream in, Cipher cipher) {
            super(in);
            this.cipher = cipher;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                try {
                    cipher.update(target, offset, read, target, offset);
                } catch (ShortBufferException e) {
                    throw new IllegalStateException("counter mode gives as many bytes as it takes", e);
                }
            }
            return read;
        }
    }

    /** Reads parts of a file in any order. */
    static final class RandomReader implements Closeable {
        private final HiddenFile file;
        private final FileChannel channel;

        private RandomReader(HiddenFile file, FileChannel channel) {
            this.file = file;
            this.channel = channel;
        }

        /** The bytes from {@code offset} on. */
        byte[] read(long offset, int length) throws IOException {
            int before = (int) (offset % BLOCK);
            ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(before, length));
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, offset - before + buffer.position()) < 0) {
                    throw new EOFException("a temporary file ends too early");
                }
            }
            Cipher cipher = file.folder().cipher(Cipher.DECRYPT_MODE, file.number(), offset / BLOCK);
            byte[] plain = cipher.update(buffer.array());
            return Arrays.copyOfRange(plain, before, plain.length);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A file that does not exist yet. May be called by several threads. */
    synchronized HiddenFile newFile() {
        int number = files.size();
        Path path = folder.resolve(number + ".tmp");
        files.add(path);
        return new HiddenFile(this, number, path);
    }

    private Cipher cipher(int mode, int number) {
        return cipher(mode, number, 0);
    }

    /** @param block counted from 0, with which it begins */
    private Cipher cipher(int mode, int number, long block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] start =
                    ByteBuffer.allocate(BLOCK).putLong(number).putLong(block).array();
            cipher.init(mode, key, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
