package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.define.DefinedDatasets.Match;

/** One dataset with its definition: what is taken of it, and in what it differs from the data file, which wins. */
final class Description {
    /** In the order in which they are told. */
    private static final List<String> FACTS = List.of(
            Item.LABEL,
            Item.DATA_TYPE,
            Item.LENGTH,
            Item.SIGNIFICANT_DIGITS,
            Item.DISPLAY_FORMAT,
            Item.CODE_LIST,
            Item.MANDATORY);

    /** The attributes by which data files say the same themselves: Dataset-JSON, XPORT, ODM. */
    private static final Map<String, List<String>> OWN = Map.of(
            Item.LABEL, List.of("label", "labelBytes"),
            Item.DATA_TYPE, List.of("dataType", "type"),
            Item.LENGTH, List.of("length"),
            Item.DISPLAY_FORMAT, List.of("displayFormat", "format"));

    private final String file;
    private final DefineXml define;
    private final ItemGroup group;
    private final DatasetPlan dataset;
    private final Columns columns;
    private final Map<String, Item> items;
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<Phrase> warnings = new ArrayList<>();
    private final DatasetPlan described;

    Description(String file, Match match, DatasetPlan dataset) {
        this.file = file;
        this.define = match.define();
        this.group = match.group();
        this.dataset = dataset;
        this.columns = new Columns(dataset.schema());
        this.items = columns.items(group);
        compareColumns();
        compareKeys();
        Schema schema = schema();
        described = dataset.described(schema, settings());
    }

    /** What a data file says of one of its columns. */
    static Optional<String> own(Column column, String fact) {
        return OWN.getOrDefault(fact, List.of()).stream()
                .map(name -> Optional.ofNullable(column.attributes().get(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Schema schema() {
        List<Column> all = new ArrayList<>();
        for (Column column : dataset.schema().columns()) {
            Item item = items.get(column.name());
            all.add(item == null ? column : described(column, item));
        }
        return new Schema(all);
    }

    private Column described(Column column, Item item) {
        Map<String, String> attributes = new TreeMap<>(column.attributes());
        for (String fact : FACTS) {
            String said = item.facts().get(fact);
            if (said != null && own(column, fact).isEmpty()) {
                attributes.put(Described.PREFIX + fact, said);
                taken.add(fact);
            }
        }
        return Column.of(column.name(), attributes);
    }

    private ImportSettings settings() {
        ImportSettings settings = dataset.settings()
                .withOption(Described.FILE, define.file())
                .withOption(Described.DIGEST, define.digest().hex())
                .withOption(Described.DATASET, group.oid())
                .withOption(Described.GIVES, String.join(" ", gives()));
        return group.about()
                .label()
                .map(label -> settings.withOption(Described.LABEL, label))
                .orElse(settings);
    }

    private List<String> gives() {
        List<String> gives = new ArrayList<>();
        if (dataset.keysFrom() == KeyOrigin.DEFINE) {
            gives.add(Described.KEYS);
        }
        FACTS.stream().filter(taken::contains).forEach(gives::add);
        return gives;
    }

    private void warn(Phrase said) {
        warnings.add(Phrase.of(PlanWarning.DEFINED, define.file(), group.line(), dataset.name(), said));
    }

    private void compareKeys() {
        List<String> lacking = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Item key : group.keys()) {
            Optional<String> column = columns.of(key.name());
            column.ifPresentOrElse(keys::add, () -> lacking.add(key.name()));
        }
        if (!lacking.isEmpty()) {
            warn(Phrase.of(PlanWarning.DEFINED_KEYS_LACKING, String.join(", ", lacking), file));
        } else if (dataset.keysFrom() == KeyOrigin.FILE
                && !keys.isEmpty()
                && !keys.equals(dataset.settings().keys())) {
            warn(Phrase.of(PlanWarning.DEFINED_KEYS_OTHER, String.join(", ", keys), file));
        }
    }

    private void compareColumns() {
        Differences differences = new Differences(dataset.schema(), columns, group, items);
        differences.from(file).forEach(this::warn);
    }

    /** The dataset with what was taken. */
    DatasetPlan described() {
        return described;
    }

    List<Phrase> warnings() {
        return warnings;
    }

    /** What was taken. */
    Phrase reason() {
        List<String> gives = gives();
        boolean other = dataset.keysFrom() == KeyOrigin.ASKED && !group.keys().isEmpty();
        if (gives.isEmpty()) {
            return Phrase.of(
                    other ? PlanReason.DESCRIBED_NOTHING_OTHER_KEYS : PlanReason.DESCRIBED_NOTHING,
                    dataset.name(),
                    define.file(),
                    group.oid());
        }
        return Phrase.of(
                other ? PlanReason.DESCRIBED_OTHER_KEYS : PlanReason.DESCRIBED,
                dataset.name(),
                define.file(),
                group.oid(),
                String.join(", ", gives));
    }
}
