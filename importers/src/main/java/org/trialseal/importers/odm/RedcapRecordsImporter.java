package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.TableReader;

/** REDCap's ODM as one table of records, for comparisons by values only: nothing is ever sealed in this arrangement. */
final class RedcapRecordsImporter implements Importer {
    private static final String ID = "odm-records";
    private static final int VERSION = 1;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public int recognises(String name, byte[] head) {
        return 0;
    }

    /** The plan; without a table when no REDCap project with data wrote the file. */
    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys)
            throws IOException, MalformedException {
        Metadata metadata = new Metadata();
        Collected collected = new Collected(file.name(), null);
        AuditTrail none = new AuditTrail(null);
        OdmFile.read(
                file, metadata, Arrangement.RECORDS.of(file.name(), metadata, collected), none, OdmImporter.VERSION);
        List<DatasetPlan> datasets = new ArrayList<>();
        if (metadata.redcap().recordId().isPresent()) {
            for (CollectedTable table : collected.finish(none)) {
                datasets.add(plan(table, metadata));
            }
        }
        return new FilePlan(file.name(), ID, List.of(), datasets);
    }

    private static DatasetPlan plan(CollectedTable table, Metadata metadata) throws MalformedException {
        List<String> keys = metadata.redcap().keyColumns();
        ImportSettings settings = new ImportSettings(
                ID, VERSION, new TreeMap<>(), Optional.of(keys.get(0)), keys.subList(1, keys.size()));
        return new DatasetPlan(table.name(), table.records(), table.schema(metadata), settings);
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) {
        return new OdmTableReader(file, Arrangement.RECORDS, OdmImporter.VERSION);
    }
}
