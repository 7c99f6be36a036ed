package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.seal.Secret;

/**
 * The secrets of a study's subjects. {@code subjects.bin} is {@code "trialseal-subjects/1\n" | u64 count | subject ... |
 * HMAC-SHA-256 of all before}; a subject is a 16-byte handle and the secret wrapped with AES key wrap (RFC 3394, 40
 * bytes). Not safe for use by several threads at once.
 */
final class SubjectSecrets {
    private static final byte[] MAGIC = "trialseal-subjects/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int WRAPPED = 40;
    private static final int RECORD = 16 + WRAPPED;
    private static final int MAC_LENGTH = 32;
    private static final int OVERHEAD = MAGIC.length + Long.BYTES + MAC_LENGTH;
    private static final int PER_BLOCK = 1 << 14;

    private final Path path;
    private final byte[] macKey;
    private final Cipher wrap;
    private final Cipher unwrap;
    private final SecureRandom random;
    private final HandleTable table = new HandleTable();
    private byte[][] blocks = new byte[16][];
    private boolean changed;

    private SubjectSecrets(Path path, SecretBox box, SecureRandom random) {
        byte[] wrappingKey = box.derive("subject secret");
        this.path = path;
        this.macKey = box.derive("subject table");
        this.random = random;
        try {
            wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
            unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES key wrap", e);
        }
    }

    /** An empty table, written to a new file. */
    static void create(Path path, SecretBox box, SecureRandom random) throws IOException {
        SubjectSecrets secrets = new SubjectSecrets(path, box, random);
        secrets.changed = true;
        secrets.save();
    }

    /**
     * Reads a table.
     *
     * @throws MalformedException when it is missing or damaged
     */
    static SubjectSecrets open(Path path, SecretBox box, SecureRandom random) throws IOException, MalformedException {
        SubjectSecrets secrets = new SubjectSecrets(path, box, random);
        if (!Files.exists(path)) {
            throw new MalformedException(
                    path.toString(), "is missing from the study store; restore it from a backup before going on");
        }
        secrets.load();
        return secrets;
    }

    private void load() throws IOException, MalformedException {
        long size = Files.size(path);
        Mac mac = mac();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            if (!Arrays.equals(readAll(in, MAGIC.length, mac), MAGIC)) {
                throw new MalformedException(path.toString(), 0, "not a table of subject secrets of a known version");
            }
            long count = ByteBuffer.wrap(readAll(in, Long.BYTES, mac)).getLong();
            if (count < 0 || count > HandleTable.MAX_SIZE || size != OVERHEAD + count * RECORD) {
                throw damaged();
            }
            for (long i = 0; i < count; i++) {
                byte[] subject = readAll(in, RECORD, mac);
                ByteBuffer handle = ByteBuffer.wrap(subject);
                add(handle.getLong(), handle.getLong(), Arrays.copyOfRange(subject, 16, RECORD));
            }
            byte[] sealed = in.readNBytes(MAC_LENGTH);
            if (table.size() != count || !MessageDigest.isEqual(sealed, mac.doFinal())) {
                throw damaged();
            }
        } catch (EOFException e) {
            throw damaged();
        }
    }

    private static byte[] readAll(DataInputStream in, int length, Mac mac) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        mac.update(bytes);
        return bytes;
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(macKey, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private MalformedException damaged() {
        return new MalformedException(
                path.toString(), "was damaged or belongs to another study store; restore it from a backup");
    }

    private void add(long high, long low, byte[] wrapped) {
        int number = table.findOrAdd(high, low);
        int block = number / PER_BLOCK;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (number % PER_BLOCK == 0) {
            blocks[block] = new byte[PER_BLOCK * WRAPPED];
        }
        System.arraycopy(wrapped, 0, blocks[block], number % PER_BLOCK * WRAPPED, WRAPPED);
    }

    /** The number of a handle, from 0, which it keeps; -1 when it has no secret. */
    int number(SubjectHandle handle) {
        return table.find(handle.high(), handle.low());
    }

    /** The secret of a handle, drawn now if there was none. */
    Secret secret(SubjectHandle handle) {
        Optional<Secret> known = find(handle);
        if (known.isPresent()) {
            return known.get();
        }
        Secret fresh = Secret.random(random);
        add(handle.high(), handle.low(), wrap(fresh));
        changed = true;
        return fresh;
    }

    /** The secret of a handle; empty when the subject is unknown or was erased. */
    Optional<Secret> find(SubjectHandle handle) {
        return find(handle.high(), handle.low());
    }

    /** The secret of a handle; empty when the subject is unknown or was erased. */
    Optional<Secret> find(long high, long low) {
        int number = table.find(high, low);
        return number < 0 ? Optional.empty() : Optional.of(unwrap(number));
    }

    /** All secrets. */
    Iterable<Secret> all() {
        return () -> IntStream.range(0, table.size()).mapToObj(this::unwrap).iterator();
    }

    private Secret unwrap(int number) {
        int offset = number % PER_BLOCK * WRAPPED;
        byte[] wrapped = Arrays.copyOfRange(blocks[number / PER_BLOCK], offset, offset + WRAPPED);
        try {
            byte[] plain = unwrap.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
            return new Secret(Bytes.copyOf(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("subjects.bin was damaged: a subject's secret does not unwrap", e);
        }
    }

    private byte[] wrap(Secret secret) {
        try {
            return wrap.wrap(new SecretKeySpec(secret.value().toArray(), "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("wrapping cannot fail", e);
        }
    }

    private static void write(byte[] bytes, OutputStream out, Mac mac) throws IOException {
        out.write(bytes);
        mac.update(bytes);
    }

    /** Writes the table, if it changed, whole or not at all. */
    void save() throws IOException {
        if (!changed) {
            return;
        }
        Path temporary = path.resolveSibling("." + path.getFileName() + DurableFiles.UNFINISHED);
        try {
            write(temporary);
            DurableFiles.sync(temporary);
            DurableFiles.moveInto(temporary, path);
        } catch (IOException e) {
            DurableFiles.discard(temporary, e);
            throw e;
        }
        changed = false;
    }

    private void write(Path temporary) throws IOException {
        Mac mac = mac();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
            write(MAGIC, out, mac);
            write(ByteBuffer.allocate(Long.BYTES).putLong(table.size()).array(), out, mac);
            ByteBuffer subject = ByteBuffer.allocate(RECORD);
            for (int number = 0; number < table.size(); number++) {
                subject.clear().putLong(table.high(number)).putLong(table.low(number));
                subject.put(blocks[number / PER_BLOCK], number % PER_BLOCK * WRAPPED, WRAPPED);
                write(subject.array(), out, mac);
            }
            out.write(mac.doFinal());
        }
    }
}
