package org.trialseal.core.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.seal.Opening;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.SourceEntry;

/** What is opened of one entry. */
final class ArtifactParts {
    private final SealEntry entry;
    private @Nullable Schema schema;
    private @Nullable LogSchemas logSchemas;
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
                acceptSchema(source, CanonicalJson.parseObject(source, content));
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

    private void acceptSchema(String source, JsonObject json) throws MalformedException {
        if (entry instanceof LogEntry) {
            logSchemas = LogSchemas.fromJson(source, json);
        } else {
            schema = Schema.fromJson(source, json);
        }
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

    /** What does not fit together in the entry of a dataset or log, its schema and its settings, in words. */
    Optional<String> contradiction() {
        if (entry instanceof LogEntry) {
            return logContradiction((LogEntry) entry);
        }
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

    private Optional<String> logContradiction(LogEntry log) {
        if (logSchemas != null
                && (logSchemas.last().size() != log.columns()
                        || logSchemas.list().get(logSchemas.count() - 1).from() > log.records())) {
            return Optional.of("its schemas do not fit its columns and records.");
        }
        if (logSchemas != null && logSchemas.lostColumn().isPresent()) {
            return Optional.of("a column was lost from one of its schemas to the next.");
        }
        if (settings != null
                && LogOrder.ofWord(settings.options().getOrDefault(LogOrder.OPTION, ""))
                        .isEmpty()) {
            return Optional.of("its settings do not say in which order it is listed.");
        }
        boolean unknownSubject = logSchemas != null
                && settings != null
                && settings.subject().isPresent()
                && logSchemas.schema(0).indexOf(settings.subject().get()).isEmpty();
        return unknownSubject ? Optional.of("its subject column is not in its first schema.") : Optional.empty();
    }

    OpenedArtifact opened(int index) {
        return new OpenedArtifact(
                index,
                entry,
                Optional.ofNullable(schema),
                Optional.ofNullable(logSchemas),
                Optional.ofNullable(settings),
                Optional.ofNullable(file));
    }
}
