package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.seal.Secret;

/**
 * The secrets of a study's subjects. {@code subjects.bin} is {@code "trialseal-subjects/1\n" | u64 count | subject ... |
 * HMAC-SHA-256 of all before}; a subject is a 16-byte handle and the secret wrapped with AES key wrap (RFC 3394, 40
 * bytes). Only what finds a subject is in memory. Not safe for use by several threads at once.
 */
final class SubjectSecrets implements Closeable {
    private static final byte[] MAGIC = "trialseal-subjects/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int WRAPPED = 40;
    private static final int RECORD = 16 + WRAPPED;
    private static final int MAC_LENGTH = 32;
    private static final int OVERHEAD = MAGIC.length + Long.BYTES + MAC_LENGTH;
    private static final int HEADER = MAGIC.length + Long.BYTES;
    private static final int KEPT_BYTES = 1 << 20;

    private final Path path;
    private final byte[] macKey;
    private final Cipher wrap;
    private final Cipher unwrap;
    private final SecureRandom random;
    private final HandleTable table = new HandleTable(this::has);
    private TemporaryRecords added;
    private int saved;
    private @Nullable FileChannel channel;
    private boolean changed;

    private SubjectSecrets(Path path, SecretBox box, SecureRandom random) {
        byte[] wrappingKey = box.derive("subject secret");
        this.path = path;
        this.macKey = box.derive("subject table");
        this.random = random;
        this.added = noneAdded();
        try {
            wrap = Cipher.getInstance("AESWrap");
            wrap.init(Cipher.WRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
            unwrap = Cipher.getInstance("AESWrap");
            unwrap.init(Cipher.UNWRAP_MODE, new SecretKeySpec(wrappingKey, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES key wrap", e);
        }
    }

    private TemporaryRecords noneAdded() {
        Path file = path.resolveSibling("." + path.getFileName() + "-added" + DurableFiles.UNFINISHED);
        return new TemporaryRecords(file, RECORD, KEPT_BYTES, random);
    }

    /** An empty table, written to a new file. */
    static void create(Path path, SecretBox box, SecureRandom random) throws IOException {
        try (SubjectSecrets secrets = new SubjectSecrets(path, box, random)) {
            secrets.changed = true;
            secrets.save();
        }
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
                    MalformedException.Kind.MISSING,
                    path.toString(),
                    "is missing from the study store; restore it from a backup before going on");
        }
        try {
            secrets.load();
        } catch (IOException | MalformedException | RuntimeException e) {
            secrets.close();
            throw e;
        }
        return secrets;
    }

    private void load() throws IOException, MalformedException {
        long size = Files.size(path);
        Mac mac = mac();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            if (!Arrays.equals(readAll(in, MAGIC.length, mac), MAGIC)) {
                throw new MalformedException(
                        MalformedException.Kind.NEWER,
                        path.toString(),
                        0,
                        "not a table of subject secrets of a known version");
            }
            long count = ByteBuffer.wrap(readAll(in, Long.BYTES, mac)).getLong();
            if (count < 0 || count > HandleTable.MAX_SIZE || size != OVERHEAD + count * RECORD) {
                throw damaged();
            }
            saved = (int) count;
            boolean different = true;
            for (long i = 0; i < count; i++) {
                ByteBuffer subject = ByteBuffer.wrap(readAll(in, RECORD, mac));
                long high = subject.getLong();
                long low = subject.getLong();
                different &= table.find(high, low) < 0;
                table.add(high, low);
            }
            byte[] sealed = in.readNBytes(MAC_LENGTH);
            if (!different || !MessageDigest.isEqual(sealed, mac.doFinal())) {
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
                MalformedException.Kind.ALTERED,
                path.toString(),
                "was damaged or belongs to another study store; restore it from a backup");
    }

    /** Whether this is the handle with the number. */
    private boolean has(int number, long high, long low) throws IOException {
        ByteBuffer subject = ByteBuffer.wrap(subject(number));
        return subject.getLong() == high && subject.getLong() == low;
    }

    private byte[] subject(int number) throws IOException {
        if (number >= saved) {
            return added.get(number - saved);
        }
        if (channel == null) {
            channel = FileChannel.open(path, StandardOpenOption.READ);
        }
        ByteBuffer subject = ByteBuffer.allocate(RECORD);
        long position = HEADER + (long) number * RECORD;
        while (subject.hasRemaining()) {
            if (channel.read(subject, position + subject.position()) < 0) {
                throw new EOFException(path + " ends too early");
            }
        }
        return subject.array();
    }

    /** The number of a handle, from 0, which it keeps; -1 when it has no secret. */
    int number(SubjectHandle handle) throws IOException {
        return table.find(handle.high(), handle.low());
    }

    /** The secret of a handle, drawn now if there was none. */
    Secret secret(SubjectHandle handle) throws IOException {
        Optional<Secret> known = find(handle);
        if (known.isPresent()) {
            return known.get();
        }
        Secret fresh = Secret.random(random);
        ByteBuffer subject = ByteBuffer.allocate(RECORD);
        subject.putLong(handle.high()).putLong(handle.low()).put(wrap(fresh));
        added.add(subject.array());
        table.add(handle.high(), handle.low());
        changed = true;
        return fresh;
    }

    /** The secret of a handle; empty when the subject is unknown or was erased. */
    Optional<Secret> find(SubjectHandle handle) throws IOException {
        return find(handle.high(), handle.low());
    }

    /** The secret of a handle; empty when the subject is unknown or was erased. */
    Optional<Secret> find(long high, long low) throws IOException {
        int number = table.find(high, low);
        return number < 0 ? Optional.empty() : Optional.of(unwrap(number));
    }

    /** Number of subjects. */
    int size() {
        return table.size();
    }

    /** The secret with a number. */
    Secret secret(int number) throws IOException {
        return unwrap(number);
    }

    private Secret unwrap(int number) throws IOException {
        byte[] wrapped = Arrays.copyOfRange(subject(number), RECORD - WRAPPED, RECORD);
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
            closeFile();
            DurableFiles.moveInto(temporary, path);
        } catch (IOException e) {
            DurableFiles.discard(temporary, e);
            throw e;
        }
        added.close();
        added = noneAdded();
        saved = table.size();
        changed = false;
    }

    private void write(Path temporary) throws IOException {
        Mac mac = mac();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
            write(MAGIC, out, mac);
            write(ByteBuffer.allocate(Long.BYTES).putLong(table.size()).array(), out, mac);
            for (int number = 0; number < table.size(); number++) {
                write(subject(number), out, mac);
            }
            out.write(mac.doFinal());
        }
    }

    private void closeFile() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }

    @Override
    public void close() throws IOException {
        closeFile();
        added.close();
    }
}
