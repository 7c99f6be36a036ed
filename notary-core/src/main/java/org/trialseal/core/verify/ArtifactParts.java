package org.trialseal.core.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;

/** What is opened of one entry. */
final class ArtifactParts {
    private final SealEntry entry;
    private @Nullable Schema schema;
    private @Nullable ImportSettings settings;
    private @Nullable Opening file;

    ArtifactParts(SealEntry entry) {
        this.entry = entry;
    }

    SealEntry entry() {
        return entry;
    }

    /** Takes an opening; false when the entry has no such commitment or another one. */
    boolean accept(String source, Opening opening) throws MalformedException {
        if (!commitment(opening.kind()).equals(Optional.of(opening.commitment()))) {
            return false;
        }
        byte[] content = opening.content().toArray();
        switch (opening.kind()) {
            case SCHEMA:
                schema = Schema.fromJson(source, CanonicalJson.parseObject(source, content));
                break;
            case SETTINGS:
                settings = ImportSettings.fromJson(source, CanonicalJson.parseObject(source, content));
                break;
            case FILE:
                file = opening;
                break;
        }
        return true;
    }

    private Optional<Sha256> commitment(Opening.Kind kind) {
        switch (kind) {
            case SCHEMA:
                return entry instanceof DatasetEntry
                        ? Optional.of(((DatasetEntry) entry).schema())
                        : entry instanceof LogEntry ? Optional.of(((LogEntry) entry).schema()) : Optional.empty();
            case SETTINGS:
                return entry instanceof DatasetEntry
                        ? Optional.of(((DatasetEntry) entry).settings())
                        : entry instanceof LogEntry ? Optional.of(((LogEntry) entry).settings()) : Optional.empty();
            default:
                return entry instanceof SourceEntry
                        ? Optional.of(((SourceEntry) entry).file())
                        : entry instanceof DocumentEntry
                                ? Optional.of(((DocumentEntry) entry).file())
                                : Optional.empty();
        }
    }

    /** What does not fit together in a dataset's entry, schema and settings, in words. */
    Optional<String> contradiction() {
        if (!(entry instanceof DatasetEntry)) {
            return Optional.empty();
        }
        DatasetEntry.Shape shape = ((DatasetEntry) entry).shape();
        if (schema != null && schema.size() != shape.columns()) {
            return Optional.of("its schema has another number of columns.");
        }
        if (settings != null && settings.subject().isPresent() != shape.grouped()) {
            return Optional.of("its settings and its entry disagree on grouping.");
        }
        boolean unknownSubject = schema != null
                && settings != null
                && settings.subject().isPresent()
                && schema.indexOf(settings.subject().get()).isEmpty();
        return unknownSubject ? Optional.of("its subject column is not in its schema.") : Optional.empty();
    }

    OpenedArtifact opened(int index) {
        return new OpenedArtifact(
                index, entry, Optional.ofNullable(schema), Optional.ofNullable(settings), Optional.ofNullable(file));
    }
}
