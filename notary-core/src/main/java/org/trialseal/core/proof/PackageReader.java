package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.EntryName.Kind;

/**
 * Reads a proof package once, as a stream, entry after entry. Every deviation from the one shape is malformed, but an
 * entry whose content differs from its digest or its CRC is read all the same and then counted as damaged, so that a
 * person can be told which one it is. Not safe for use by several threads at once.
 */
public final class PackageReader {
    static final Bytes BAGIT = Bytes.copyOf(
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII));

    private final ZipReader archive;
    private final List<EntryName> damaged = new ArrayList<>();
    private final Manifest manifest;
    private final List<EntryName> names;
    private int next;
    private @Nullable PackageEntry open;

    private PackageReader(String source, InputStream in) throws IOException, MalformedException {
        archive = new ZipReader(source, in);
        readBagit(source);
        EntryName manifestName = EntryName.of(Kind.MANIFEST);
        ZipContent lines = begin(manifestName);
        manifest = Manifest.read(manifestName.text(), lines);
        Measured measured = lines.measured();
        if (measured.crc32() != lines.statedCrc32()) {
            damaged.add(manifestName);
        }
        names = PackageLayout.recognise(manifestName.text(), manifest.names());
    }

    private void readBagit(String source) throws IOException, MalformedException {
        EntryName name = EntryName.of(Kind.BAGIT);
        try {
            ZipContent bagit = begin(name);
            new StrictInput(source, bagit).expect(BAGIT, "bagit.txt is not its own");
            close(name, bagit, BAGIT.sha256());
        } catch (MalformedException e) {
            throw new MalformedException(source, e.offset(), "not a proof package: " + e.reason());
        }
    }

    /**
     * Begins to read.
     *
     * @param source name of the package, for messages
     * @param in its bytes; the caller closes it
     * @throws MalformedException when it does not begin as a proof package does
     */
    public static PackageReader open(String source, InputStream in) throws IOException, MalformedException {
        return new PackageReader(source, in);
    }

    /** The entries that {@link #next} hands out, from {@code package.json} to {@code readme.txt}. */
    public List<EntryName> names() {
        return names;
    }

    /** The number of the seal that the package is about. */
    public long seal() {
        return names.get(names.size() - 2).seal();
    }

    /**
     * The next entry. What was not read of the one before is skipped; after the last one the rest of the archive is
     * checked to its last byte.
     */
    public Optional<PackageEntry> next() throws IOException, MalformedException {
        if (open != null) {
            isIntact(open);
            open = null;
        }
        if (next == names.size()) {
            archive.finish();
            return Optional.empty();
        }
        EntryName name = names.get(next);
        PackageEntry entry = new PackageEntry(name, begin(name), manifest.digest(next));
        next++;
        open = entry;
        return Optional.of(entry);
    }

    /** Reads an entry to its end and says whether its content has its digest. */
    public boolean isIntact(PackageEntry entry) throws IOException, MalformedException {
        if (!entry.isClosed()) {
            entry.closeAs(close(entry.name(), entry.content(), entry.stated()));
        }
        return entry.wasIntact();
    }

    private ZipContent begin(EntryName name) throws IOException, MalformedException {
        return archive.next(name.text(), name.kind().limit());
    }

    private boolean close(EntryName name, ZipContent content, Sha256 stated) throws IOException, MalformedException {
        Measured measured = content.measured();
        boolean intact =
                measured.crc32() == content.statedCrc32() && measured.digest().equals(stated);
        if (!intact) {
            damaged.add(name);
        }
        return intact;
    }

    /** The entries read so far whose content is not what manifest and archive say. */
    public List<EntryName> damaged() {
        return List.copyOf(damaged);
    }
}
