package org.trialseal.importers.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader.Table;
import org.trialseal.importers.grouping.Grouping;
import org.trialseal.importers.grouping.KeySearch;
import org.trialseal.importers.redcap.ExportColumns;

/** Plans one file: detects the dialect from its beginning, then reads all of it to count, check and find keys. */
final class CsvPlanner {
    /** How much of the beginning decides the dialect, in bytes of UTF-8. */
    private static final int SAMPLE = 1 << 18;

    private final DataFile file;
    private final Map<String, String> overrides;
    private final Optional<String> subject;
    private final List<String> keys;
    private final NamedKeys named;

    CsvPlanner(
            DataFile file,
            Map<String, String> overrides,
            Optional<String> subject,
            List<String> keys,
            NamedKeys named) {
        this.file = file;
        this.overrides = overrides;
        this.subject = subject;
        this.keys = keys;
        this.named = named;
    }

    FilePlan plan() throws IOException, MalformedException {
        CsvDialect.requireKnown(file.name(), overrides);
        Optional<TextEncoding> asked = CsvDialect.encoding(file.name(), overrides);
        if (asked.isPresent()) {
            return planIn(asked.get(), asked.get().because(PlanReason.AS_ASKED));
        }
        EncodingGuess guess = EncodingGuess.of(file.name(), head());
        try {
            return planIn(guess.encoding(), guess.reason());
        } catch (NotUtf8Exception e) {
            if (guess.certain() || e.surrogate()) {
                throw e;
            }
            return planIn(TextEncoding.WINDOWS_1252, windowsReason(e));
        }
    }

    private static Phrase windowsReason(NotUtf8Exception e) {
        return TextEncoding.WINDOWS_1252.because(
                e.afterUtf8() ? PlanReason.NOT_UTF_8_AFTER : PlanReason.NOT_UTF_8, e.line());
    }

    private byte[] head() throws IOException {
        try (InputStream input = file.open()) {
            return input.readNBytes(Importer.HEAD_BYTES);
        }
    }

    private FilePlan planIn(TextEncoding encoding, Phrase encodingReason) throws IOException, MalformedException {
        DialectDetector.Finding found = detect(encoding);
        CsvDialect dialect = new CsvDialect(found.delimiter(), found.quote(), encoding);
        List<Phrase> reasons = new ArrayList<>();
        List<Phrase> warnings = new ArrayList<>();
        reasons.add(encodingReason);
        reasons.addAll(found.reasons());
        try (CsvTableReader reader = CsvImporter.reader(file, dialect, CsvTableReader.PIECE)) {
            DatasetPlan dataset = readAll(reader, dialect, reasons, warnings);
            List<Phrase> facts = dataset.keysFrom() == KeyOrigin.DICTIONARY
                    ? List.of()
                    : ExportColumns.facts(dataset.schema(), dataset.subject());
            return new FilePlan(file.name(), CsvImporter.ID, reasons, facts, warnings, List.of(dataset));
        }
    }

    private DialectDetector.Finding detect(TextEncoding encoding) throws IOException, MalformedException {
        Sample sample = Sample.read(file.open(), encoding, file.name(), SAMPLE);
        return new DialectDetector(file.name(), sample)
                .detect(CsvDialect.delimiter(file.name(), overrides), CsvDialect.quote(file.name(), overrides));
    }

    private DatasetPlan readAll(CsvTableReader reader, CsvDialect dialect, List<Phrase> reasons, List<Phrase> warnings)
            throws IOException, MalformedException {
        Table table = reader.nextTable().orElseThrow();
        Schema schema = table.schema();
        Grouping grouping = new Grouping(schema, subject, keys, Grouping.Naming.described(named, table.name(), schema));
        KeySearch<ScannedRecords> search = grouping.search(wanted -> new FieldHashes(dialect, wanted), schema, named);
        long records = searchAll(reader, search);
        while (!search.isConclusive()) {
            search = search.again();
            searchAgain(dialect, search);
        }
        grouping.decide(search, records);
        addFacts(reader, schema, reasons);
        reasons.addAll(grouping.reasons());
        warnings.addAll(grouping.warnings());
        ImportSettings settings = new ImportSettings(
                CsvImporter.ID, CsvImporter.VERSION, dialect.toOptions(), grouping.subject(), grouping.keys());
        return new DatasetPlan(table.name(), records, schema, settings, false, grouping.origin());
    }

    private static long searchAll(CsvTableReader reader, KeySearch<ScannedRecords> search)
            throws IOException, MalformedException {
        long records = 0;
        try (ReadAhead ahead = new ReadAhead(reader)) {
            for (var some = ahead.next(); some.isPresent(); some = ahead.next()) {
                search.add(some.get(), some.get().count());
                records += some.get().count();
            }
        }
        return records;
    }

    private void searchAgain(CsvDialect dialect, KeySearch<ScannedRecords> search)
            throws IOException, MalformedException {
        try (CsvTableReader reader = CsvImporter.reader(file, dialect, CsvTableReader.PIECE)) {
            reader.nextTable();
            searchAll(reader, search);
        }
    }

    private static void addFacts(CsvTableReader reader, Schema schema, List<Phrase> reasons) {
        if (schema.names().get(0).isEmpty()) {
            reasons.add(Phrase.of(PlanReason.ROW_NAMES));
        }
        if (reader.blankLines() > 0) {
            reasons.add(Phrase.of(PlanReason.BLANK_LINES, reader.blankLines()));
        }
    }
}
