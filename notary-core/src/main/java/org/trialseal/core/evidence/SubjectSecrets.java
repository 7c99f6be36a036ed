package org.trialseal.core.evidence;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.seal.Secret;

/**
 * The secrets of a study's subjects: {@code subjects.bin} holds for each a 16-byte handle and the secret wrapped with
 * AES key wrap (RFC 3394, 40 bytes). Not safe for use by several threads at once.
 */
final class SubjectSecrets {
    private static final byte[] MAGIC = "trialseal-subjects/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int WRAPPED = 40;
    private static final int PER_BLOCK = 1 << 14;

    private final Path path;
    private final Cipher wrap;
    private final Cipher unwrap;
    private final SecureRandom random;
    private final HandleTable table = new HandleTable();
    private byte[][] blocks = new byte[16][];
    private long[] handles = new long[64];
    private boolean changed;

    private SubjectSecrets(Path path, byte[] wrappingKey, SecureRandom random) {
        this.path = path;
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

    static SubjectSecrets open(Path path, byte[] wrappingKey, SecureRandom random)
            throws IOException, MalformedException {
        SubjectSecrets secrets = new SubjectSecrets(path, wrappingKey, random);
        if (Files.exists(path)) {
            secrets.load();
        }
        return secrets;
    }

    private void load() throws IOException, MalformedException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16))) {
            if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC)) {
                throw new MalformedException("subjects.bin", 0, "not a table of subject secrets of a known version");
            }
            long count = (Files.size(path) - MAGIC.length) / (16 + WRAPPED);
            for (long i = 0; i < count; i++) {
                byte[] wrapped = new byte[WRAPPED];
                long high = in.readLong();
                long low = in.readLong();
                in.readFully(wrapped);
                add(high, low, wrapped);
            }
        } catch (EOFException e) {
            throw new MalformedException("subjects.bin", "ends too early");
        }
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
        if (2 * number + 2 > handles.length) {
            handles = Arrays.copyOf(handles, 2 * handles.length);
        }
        handles[2 * number] = high;
        handles[2 * number + 1] = low;
        System.arraycopy(wrapped, 0, blocks[block], number % PER_BLOCK * WRAPPED, WRAPPED);
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
        int number = table.find(handle.high(), handle.low());
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

    /** Writes the table, if it changed, whole or not at all. */
    void save() throws IOException {
        if (!changed) {
            return;
        }
        Path temporary = path.resolveSibling(".subjects.new");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16))) {
            out.write(MAGIC);
            for (int number = 0; number < table.size(); number++) {
                out.writeLong(handles[2 * number]);
                out.writeLong(handles[2 * number + 1]);
                out.write(blocks[number / PER_BLOCK], number % PER_BLOCK * WRAPPED, WRAPPED);
            }
        }
        DurableFiles.sync(temporary);
        Files.move(temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.syncFolder(DurableFiles.parentOf(path));
        changed = false;
    }
}
