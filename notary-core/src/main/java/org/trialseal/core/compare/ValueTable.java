package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.prove.SealedData;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.Schema;
import org.trialseal.core.record.TableReader;

/**
 * One side of a comparison by values: a table in the common form, which can be read as often as asked for. It looks like a
 * file format whose file does not matter.
 */
final class ValueTable implements Importer, SealedData {
    private static final String ID = "values";

    /** Stands in every record of a subject, also where a record holds nothing else. */
    private static final String ACCESS_GROUP = "redcap_data_access_group";

    private final DatasetPlan plan;
    private final Source source;
    private final List<ValueKind> kinds;
    private final ValueRules rules;
    private final int[] needed;

    /** Opens the table as it is. */
    interface Source {
        /** A reader that stands at the beginning of the table's rows. */
        TableReader open() throws IOException, MalformedException, ProofRefusedException;
    }

    private ValueTable(DatasetPlan plan, Source source, List<ValueKind> kinds, ValueRules rules, int[] needed) {
        this.plan = plan;
        this.source = source;
        this.kinds = kinds;
        this.rules = rules;
        this.needed = needed;
    }

    /**
     * A side.
     *
     * @param name of the dataset
     * @param own what is known of this side
     * @param other what is known of the other, which may say more of a column
     * @param grouping subject and keys
     * @param skipEmpty whether rows that say nothing beside them are not compared
     */
    static ValueTable of(
            String name,
            DatasetPlan own,
            Schema other,
            ImportSettings grouping,
            Source source,
            ValueRules rules,
            boolean skipEmpty) {
        List<ValueKind> kinds = new ArrayList<>();
        own.schema().columns().forEach(column -> {
            ValueKind kind = ValueKind.of(column);
            int place = other.indexOf(column.name()).orElse(-1);
            kinds.add(place < 0 ? kind : kind.with(ValueKind.of(other.columns().get(place))));
        });
        ImportSettings settings = new ImportSettings(ID, 1, new TreeMap<>(), grouping.subject(), grouping.keys());
        Schema names = Schema.ofNames(own.schema().names());
        DatasetPlan plan = new DatasetPlan(name, own.records(), names, settings);
        return new ValueTable(plan, source, kinds, rules, skipEmpty ? values(names, grouping) : new int[0]);
    }

    /** The columns that hold more than the place of a record. */
    private static int[] values(Schema schema, ImportSettings grouping) {
        List<String> names = schema.names();
        return IntStream.range(0, names.size())
                .filter(i -> !grouping.keys().contains(names.get(i)))
                .filter(i -> !grouping.subject().equals(Optional.of(names.get(i))))
                .filter(i -> !names.get(i).equals(ACCESS_GROUP))
                .toArray();
    }

    /** The plan of the file that this side looks like. */
    FilePlan filePlan() {
        return new FilePlan("values", ID, List.of(), List.of(plan));
    }

    private TableReader open() throws IOException, MalformedException, ProofRefusedException {
        return new ValueReader(source.open(), plan.name(), plan.schema(), kinds, rules, needed);
    }

    @Override
    public TableReader open(DataFile file, ImportSettings settings) throws IOException, MalformedException {
        try {
            return open();
        } catch (ProofRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public TableReader open(String name, ImportSettings settings)
            throws IOException, MalformedException, ProofRefusedException {
        return open();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public int recognises(String name, byte[] head) {
        return 0;
    }

    @Override
    public FilePlan plan(DataFile file, Map<String, String> overrides, Optional<String> subject, List<String> keys) {
        return filePlan();
    }

    @Override
    public DataFile document(String name) {
        throw new UnsupportedOperationException("values are not documents");
    }
}
