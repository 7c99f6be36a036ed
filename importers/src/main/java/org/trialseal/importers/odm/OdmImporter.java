package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;
import org.trialseal.importers.fault.DataFault;

/**
 * CDISC ODM-XML 1.3.x and 2.0. One table for each item group, by its OID; {@code SubjectData}, {@code StudyEventData} and
 * {@code FormData} for the elements around them; {@code AuditRecords} for the audit trail. Every attribute and text within
 * the clinical data is a cell: an item's value under its OID, another attribute of an item as {@code OID@name}, one of the
 * record's own element as {@code @name}, and what stands in other elements under their path. Values are text by their
 * exact characters; what is not there is missing. The study design is no record.
 */
public final class OdmImporter implements Importer {
    private static final String ID = "odm";

    /** The event log without old values, nothing that is collected at the end of the clinical data. */
    static final int WITHOUT_OLD_VALUES = 1;

    static final int VERSION = 2;

    private final int version;

    /** The importer as it is. */
    public OdmImporter() {
        this(VERSION);
    }

    private OdmImporter(int version) {
        this.version = version;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public int recognises(String name, byte[] head) {
        return OdmRecognition.score(head);
    }

    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException {
        requireNoOptions(file, overrides);
        Collected collected = new Collected(file.name(), null);
        Metadata metadata = new Metadata();
        AuditTrail trail = new AuditTrail(null);
        OdmFile.read(file, metadata, collected, trail, version);
        List<DatasetPlan> datasets = new ArrayList<>();
        for (CollectedTable table : collected.finish(trail)) {
            datasets.add(plan(table, table.schema(metadata), subject, keys));
        }
        long audits = datasets.stream()
                .filter(DatasetPlan::log)
                .mapToLong(DatasetPlan::records)
                .sum();
        List<Phrase> facts = metadata.origin().facts(!datasets.isEmpty(), audits);
        return new FilePlan(file.name(), ID, reasons(datasets), facts, List.of(), datasets);
    }

    private static void requireNoOptions(DataFile file, Map<String, String> options) throws MalformedException {
        if (!options.isEmpty()) {
            throw DataFault.ODM_OPTION.in(file.name());
        }
    }

    private static List<Phrase> reasons(List<DatasetPlan> datasets) {
        return datasets.isEmpty()
                ? List.of(Phrase.of(PlanReason.ODM_DESIGN))
                : List.of(Phrase.of(PlanReason.ODM_GROUPS));
    }

    private DatasetPlan plan(CollectedTable table, Schema schema, Optional<String> subject, List<String> keys) {
        List<String> names = schema.names();
        Optional<String> own = names.contains(TableKind.SUBJECT) ? Optional.of(TableKind.SUBJECT) : Optional.empty();
        boolean asked = !keys.isEmpty() && names.containsAll(keys);
        ImportSettings settings = new ImportSettings(
                ID,
                version,
                new TreeMap<>(),
                subject.filter(names::contains).or(() -> own),
                asked ? keys : table.kind().keys());
        return new DatasetPlan(
                table.name(),
                table.records(),
                schema,
                settings,
                table.kind().isLog(),
                asked ? KeyOrigin.ASKED : KeyOrigin.FILE);
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws MalformedException {
        if (!settings.importer().equals(ID) || asVersion(settings.version()).isEmpty()) {
            throw DataFault.ODM_OTHER_VERSION.in(file.name(), VERSION);
        }
        requireNoOptions(file, settings.options());
        return new OdmTableReader(file, Arrangement.TABLES, settings.version());
    }

    @Override
    public Optional<Importer> asVersion(int wanted) {
        boolean known = wanted >= WITHOUT_OLD_VALUES && wanted <= VERSION;
        return known ? Optional.of(new OdmImporter(wanted)) : Optional.empty();
    }

    @Override
    public Optional<Importer> asRecords() {
        return Optional.of(new RedcapRecordsImporter());
    }
}
