package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;

/**
 * A small file that holds a random key wrapped under a passphrase: changing the passphrase rewrites this file and
 * nothing else.
 */
final class KeyFile {
    private static final String FORMAT = "trialseal-key/1";
    private static final int MAX_LENGTH = 4_096;
    private static final int SALT_LENGTH = 16;
    private static final int WRAPPED_LENGTH = SecretBox.KEY_LENGTH + SecretBox.OVERHEAD;

    private final Path path;
    private final Passphrase.Stretch stretch;
    private final Bytes wrapped;

    private KeyFile(Path path, Passphrase.Stretch stretch, Bytes wrapped) {
        this.path = path;
        this.stretch = stretch;
        this.wrapped = wrapped;
    }

    /** Fresh parameters. One set may serve all files of a study, so that a passphrase is stretched once. */
    static Passphrase.Stretch freshStretch(SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new Passphrase.Stretch(
                Passphrase.Stretch.DEFAULT_MEMORY_KIB, Passphrase.Stretch.DEFAULT_PASSES, Bytes.copyOf(salt));
    }

    Passphrase.Stretch stretch() {
        return stretch;
    }

    /** Wraps {@code key} and writes the file, atomically. */
    static void write(Path path, SecretBox key, Passphrase passphrase, Passphrase.Stretch stretch, SecureRandom random)
            throws IOException {
        byte[] wrapped = key.wrapIn(passphrase.stretch(stretch), FORMAT, random);
        JsonObject json = JsonObject.builder()
                .put("format", FORMAT)
                .put("memoryKiB", stretch.memoryKiB())
                .put("passes", stretch.passes())
                .put("salt", stretch.salt())
                .put("wrapped", Bytes.copyOf(wrapped))
                .build();
        DurableFiles.replace(path, json.canonicalBytes());
    }

    static KeyFile read(Path path) throws IOException, MalformedException {
        String source = path.getFileName().toString();
        JsonObject json = CanonicalJson.parseObject(source, DurableFiles.readSmall(path, MAX_LENGTH));
        json.requireOnly(source, Set.of("format", "memoryKiB", "passes", "salt", "wrapped"));
        if (!json.string(source, "format").equals(FORMAT)) {
            throw new MalformedException(
                    MalformedException.Kind.NEWER, source, "format version is unknown to this program");
        }
        Passphrase.Stretch stretch = new Passphrase.Stretch(
                ranged(source, json, "memoryKiB", 8, Passphrase.Stretch.MAX_MEMORY_KIB),
                ranged(source, json, "passes", 1, Passphrase.Stretch.MAX_PASSES),
                json.hex(source, "salt", SALT_LENGTH));
        return new KeyFile(path, stretch, json.hex(source, "wrapped", WRAPPED_LENGTH));
    }

    private static int ranged(String source, JsonObject json, String name, int least, int most)
            throws MalformedException {
        long value = json.integer(source, name);
        if (value < least || value > most) {
            throw new MalformedException(source, name + " is outside " + least + " to " + most);
        }
        return (int) value;
    }

    SecretBox open(Passphrase passphrase) throws WrongPassphraseException {
        byte[] key = passphrase
                .stretch(stretch)
                .open(wrapped.toArray(), FORMAT)
                .orElseThrow(() -> new WrongPassphraseException(path.toString()));
        return SecretBox.of(key);
    }

    /** Puts the same key under another passphrase. */
    void change(Passphrase from, Passphrase to, Passphrase.Stretch newStretch, SecureRandom random)
            throws IOException, WrongPassphraseException {
        write(path, open(from), to, newStretch, random);
    }
}
