package org.trialseal.core.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.merkle.ProofResult;
import org.trialseal.core.proof.ArtifactOpening;
import org.trialseal.core.proof.OpenedEntry;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;
import org.trialseal.core.seal.Statement;

/**
 * Check {@code entries}: every opened entry is a leaf of the statement's tree at its index, names are unique, every
 * opening fits the commitment of its entry, and what is opened of a dataset fits together. Only what passed all of this
 * is handed on.
 */
final class EntriesCheck {
    private final Statement statement;
    private final TreeMap<Integer, SealEntry> proven = new TreeMap<>();
    private final TreeMap<Integer, ArtifactParts> parts = new TreeMap<>();
    private @Nullable Finding fault;

    /** @param statement the statement whose tree is meant */
    EntriesCheck(Statement statement) {
        this.statement = statement;
    }

    void entries(List<OpenedEntry> opened) {
        Set<String> names = new HashSet<>();
        for (OpenedEntry entry : opened) {
            ProofResult inclusion = InclusionProof.verify(
                    entry.index(),
                    statement.entries().count(),
                    entry.entry().leafHash(),
                    entry.path(),
                    statement.entries().root());
            if (!inclusion.valid()) {
                fail(
                        Reason.ENTRY_DIFFERS,
                        quoted(entry.entry()) + " is not entry " + entry.index() + " of the seal: " + inclusion.words()
                                + ".");
            } else if (!isSource(entry.entry()) && !names.add(entry.entry().name())) {
                fail(Reason.NAME_TWICE, "Two entries are called " + quoted(entry.entry()) + ".");
            } else {
                proven.put(entry.index(), entry.entry());
                parts.put(entry.index(), new ArtifactParts(entry.entry()));
            }
        }
        List<OpenedEntry> sourceless =
                opened.stream().filter(entry -> !hasSource(entry.entry())).toList();
        sourceless.forEach(entry -> {
            proven.remove(entry.index());
            fail(Reason.ENTRY_DIFFERS, quoted(entry.entry()) + " names a source entry that is none.");
        });
    }

    private static boolean isSource(SealEntry entry) {
        return entry instanceof SourceEntry;
    }

    private boolean hasSource(SealEntry entry) {
        int source = entry instanceof DatasetEntry
                ? ((DatasetEntry) entry).source()
                : entry instanceof LogEntry ? ((LogEntry) entry).source() : -1;
        @Nullable SealEntry named = proven.get(source);
        return source < statement.entries().count() && (named == null || isSource(named));
    }

    /**
     * @throws MalformedException when a schema or settings do not have their form
     */
    void openings(String source, List<ArtifactOpening> openings) throws MalformedException {
        for (ArtifactOpening opened : openings) {
            @Nullable ArtifactParts of = parts.get(opened.artifact());
            if (of == null || !of.accept(source, opened.opening())) {
                proven.remove(opened.artifact());
                fail(
                        Reason.OPENING_DIFFERS,
                        "The opening of " + opened.opening().kind().word() + " of entry " + opened.artifact()
                                + " does not fit the seal.");
            }
        }
        parts.forEach((index, of) -> of.contradiction().ifPresent(detail -> {
            proven.remove(index);
            fail(Reason.SCHEMA_DIFFERS, quoted(of.entry()) + ": " + detail);
        }));
    }

    private static String quoted(SealEntry entry) {
        return "\"" + entry.name() + "\"";
    }

    private void fail(Reason reason, String detail) {
        if (fault == null) {
            fault = new Finding(reason, detail);
        }
    }

    /** The entries that passed. */
    List<OpenedArtifact> artifacts() {
        return proven.keySet().stream()
                .flatMap(index -> artifact(index).stream())
                .toList();
    }

    /** The entry at {@code index}, when it is opened and passed. */
    Optional<OpenedArtifact> artifact(int index) {
        @Nullable ArtifactParts of = parts.get(index);
        return of == null || !proven.containsKey(index) ? Optional.empty() : Optional.of(of.opened(index));
    }

    Check check() {
        if (fault != null) {
            return Check.of(CheckId.ENTRIES, fault, true);
        }
        return Check.required(
                CheckId.ENTRIES,
                Reason.OK,
                proven.size() + " of " + statement.entries().count() + " entries of the seal are opened.");
    }
}
