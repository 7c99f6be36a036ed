package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.KeyOrigin;
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
    private final List<String> warnings = new ArrayList<>();
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

    private String where(int line) {
        return define.file() + ", line " + line + ": dataset " + dataset.name() + " ";
    }

    private void compareKeys() {
        List<String> lacking = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        for (Item key : group.keys()) {
            Optional<String> column = columns.of(key.name());
            column.ifPresentOrElse(keys::add, () -> lacking.add(key.name()));
        }
        if (!lacking.isEmpty()) {
            warnings.add(where(group.line()) + "has the key " + String.join(", ", lacking) + ", which " + file
                    + " does not have; its keys are not taken");
        } else if (dataset.keysFrom() == KeyOrigin.FILE
                && !keys.isEmpty()
                && !keys.equals(dataset.settings().keys())) {
            warnings.add(where(group.line()) + "has the keys " + String.join(", ", keys) + "; " + file
                    + " itself names other ones, which count");
        }
    }

    private void compareColumns() {
        Differences differences = new Differences(dataset.schema(), columns, group, items);
        differences.words(file).forEach(words -> warnings.add(where(group.line()) + words));
    }

    /** The dataset with what was taken. */
    DatasetPlan described() {
        return described;
    }

    List<String> warnings() {
        return warnings;
    }

    /** What was taken, in words. */
    String reason() {
        List<String> gives = gives();
        boolean other = dataset.keysFrom() == KeyOrigin.ASKED && !group.keys().isEmpty();
        return "dataset " + dataset.name() + ": described by " + define.file() + " as " + group.oid()
                + (gives.isEmpty() ? ", which says nothing new" : ", which gives " + String.join(", ", gives))
                + (other ? "; its keys are not used, as others are asked for" : "");
    }
}
