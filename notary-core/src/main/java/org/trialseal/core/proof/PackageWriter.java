package org.trialseal.core.proof;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.proof.EntryName.Kind;

/**
 * Collects what goes into a proof package and writes it, in its one order. The same contents always give the same
 * bytes. Everything is measured before the first byte is written; large contents are staged by the caller and read
 * again while writing.
 */
public final class PackageWriter {
    private final List<Bytes> statements;
    private final SortedMap<Integer, Part> artifacts = new TreeMap<>();
    private List<OpenedEntry> entries = List.of();
    private List<ArtifactOpening> openings = List.of();
    private @Nullable Bytes timestamp;
    private @Nullable Bytes headers;
    private String readme = "";

    private record Part(EntryName name, PackageContent content) {}

    /**
     * A package about the last of {@code statements}.
     *
     * @param statements the exact bytes of all statements of the ledger, from seal 1 on
     * @throws IllegalArgumentException when there are none
     */
    public PackageWriter(List<Bytes> statements) {
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a package holds at least one statement");
        }
        this.statements = List.copyOf(statements);
    }

    /** Adds {@code seal.json.ots}. */
    public PackageWriter timestamp(Bytes proof) {
        this.timestamp = proof;
        return this;
    }

    /** Adds {@code headers.bin}. */
    public PackageWriter headers(Bytes packed) {
        this.headers = packed;
        return this;
    }

    /** Sets the opened entries, in any order. */
    public PackageWriter entries(List<OpenedEntry> opened) {
        this.entries = List.copyOf(opened);
        return this;
    }

    /** Sets the opened commitments, in any order. */
    public PackageWriter openings(List<ArtifactOpening> opened) {
        this.openings = List.copyOf(opened);
        return this;
    }

    /** Adds what is shown of a dataset. An artifact is shown once. */
    public PackageWriter disclosure(int artifact, PackageContent content) {
        return artifact(Kind.DISCLOSURE, artifact, content);
    }

    /** Adds what is shown of an event log. An artifact is shown once. */
    public PackageWriter log(int artifact, PackageContent content) {
        return artifact(Kind.LOG, artifact, content);
    }

    /** Adds a document. An artifact is shown once. */
    public PackageWriter document(int artifact, PackageContent content) {
        return artifact(Kind.CONTENT, artifact, content);
    }

    private PackageWriter artifact(Kind kind, int artifact, PackageContent content) {
        Part part = new Part(new EntryName(kind, statements.size(), artifact), content);
        if (artifacts.putIfAbsent(artifact, part) != null) {
            throw new IllegalArgumentException("artifact " + artifact + " is shown twice");
        }
        return this;
    }

    /** Sets the text for people. */
    public PackageWriter readme(String text) {
        this.readme = text;
        return this;
    }

    /**
     * Writes the package and flushes {@code out}, which stays open.
     *
     * @throws IOException when writing fails, a limit is passed, or a staged content is not what was measured
     */
    public void writeTo(OutputStream out) throws IOException {
        List<Part> parts = parts();
        StringBuilder manifest = new StringBuilder();
        for (Part part : parts) {
            manifest.append(Manifest.line(
                    part.content().measured().digest(), part.name().text()));
        }
        ZipWriter archive = new ZipWriter(out);
        archive.add(EntryName.of(Kind.BAGIT), PackageContent.of(PackageReader.BAGIT));
        archive.add(EntryName.of(Kind.MANIFEST), PackageContent.of(utf8(manifest.toString())));
        for (Part part : parts) {
            archive.add(part.name(), part.content());
        }
        archive.finish();
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        long seal = statements.size();
        parts.add(part(EntryName.of(Kind.PACKAGE), PackageHeader.toBytes(seal)));
        for (int i = 0; i < seal; i++) {
            parts.add(part(EntryName.of(Kind.STATEMENT, i + 1L), statements.get(i)));
        }
        if (timestamp != null) {
            parts.add(part(EntryName.of(Kind.TIMESTAMP, seal), timestamp));
        }
        if (headers != null) {
            parts.add(part(EntryName.of(Kind.HEADERS, seal), headers));
        }
        parts.add(part(EntryName.of(Kind.ENTRIES, seal), OpenedEntry.listToBytes(entries)));
        parts.add(part(EntryName.of(Kind.OPENINGS, seal), ArtifactOpening.listToBytes(openings)));
        parts.addAll(artifacts.values());
        parts.add(part(EntryName.of(Kind.README), utf8(readme)));
        return parts;
    }

    private static Part part(EntryName name, Bytes content) {
        return new Part(name, PackageContent.of(content));
    }

    private static Bytes utf8(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
