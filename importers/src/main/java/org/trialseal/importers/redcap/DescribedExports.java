package org.trialseal.importers.redcap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.KeyOrigin;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanFact;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.Schema;

/**
 * Puts what data dictionaries say beside what exports in delimited text say themselves. An export belongs to the dictionary
 * that explains more of its columns than any other does, and more than half of them, the record id among them.
 */
public final class DescribedExports {
    private static final String CSV = "csv";

    /** In the order in which they are told. */
    private static final List<String> GIVES = List.of("label", "fieldType", "validation", "form", "question", "choice");

    private final List<DictionaryFile> files;

    /**
     * A dictionary that was read.
     *
     * @param file name without folders
     * @param digest of its bytes
     */
    public record DictionaryFile(String file, Sha256 digest, Dictionary dictionary) {
        /** What it is, for people. */
        public Phrase fact() {
            return Phrase.of(PlanFact.REDCAP_DICTIONARY, dictionary.size(), dictionary.recordId());
        }
    }

    public DescribedExports(List<DictionaryFile> files) {
        this.files = List.copyOf(files);
    }

    /** No dictionary describes anything. */
    public static DescribedExports none() {
        return new DescribedExports(List.of());
    }

    /** Whether there is no dictionary. */
    public boolean isEmpty() {
        return files.isEmpty();
    }

    /** Names the record id and the keys of exports while they are planned. */
    public NamedKeys keys() {
        return (dataset, schema) -> of(schema).map(found -> keys(found, schema));
    }

    private static NamedKeys.Keys keys(DictionaryFile found, Schema schema) {
        String id = found.dictionary().recordId();
        List<String> keys = found.dictionary().keys(schema);
        return new NamedKeys.Keys(
                keys.isEmpty() ? List.of(id) : keys,
                Phrase.of(PlanReason.NAMED_BY_DICTIONARY, found.file()),
                KeyOrigin.DICTIONARY,
                Optional.of(id));
    }

    /** An export's plan with what its dictionary says, and a dictionary's with what it is. */
    public FilePlan describe(FilePlan plan) {
        if (!plan.importer().equals(CSV)) {
            return plan;
        }
        List<Phrase> facts = new ArrayList<>(plan.facts());
        files.stream().filter(file -> file.file().equals(plan.file())).forEach(file -> facts.add(file.fact()));
        DatasetPlan dataset = plan.datasets().get(0);
        Optional<DictionaryFile> found = of(dataset.schema());
        List<Phrase> reasons = new ArrayList<>(plan.reasons());
        DatasetPlan described = dataset;
        if (found.isPresent()) {
            described = describe(dataset, found.get());
            facts.addAll(facts(dataset.schema(), found.get()));
            reasons.add(Phrase.of(
                    PlanReason.DESCRIBED_BY_DICTIONARY,
                    dataset.name(),
                    found.get().file(),
                    String.join(", ", Described.gives(described.settings().options()))));
        }
        return new FilePlan(plan.file(), plan.importer(), reasons, facts, plan.warnings(), List.of(described));
    }

    private Optional<DictionaryFile> of(Schema schema) {
        if (Dictionary.isDictionary(schema)) {
            return Optional.empty();
        }
        int most = files.stream()
                .mapToInt(file -> file.dictionary().explains(schema))
                .max()
                .orElse(0);
        List<DictionaryFile> best = files.stream()
                .filter(file -> most > 0 && file.dictionary().explains(schema) == most)
                .toList();
        return best.size() == 1 ? Optional.of(best.get(0)) : Optional.empty();
    }

    private static List<Phrase> facts(Schema schema, DictionaryFile found) {
        Dictionary dictionary = found.dictionary();
        List<Phrase> facts = new ArrayList<>();
        facts.add(Phrase.of(PlanFact.REDCAP_PROJECT, found.file(), dictionary.explains(schema), schema.size()));
        List<String> questions = schema.names().stream()
                .map(name -> dictionary.facts(name, "").get("question"))
                .filter(java.util.Objects::nonNull)
                .toList();
        if (!questions.isEmpty()) {
            facts.add(Phrase.of(
                    PlanFact.REDCAP_BOXES,
                    questions.size(),
                    questions.stream().distinct().count()));
        }
        return facts;
    }

    private static DatasetPlan describe(DatasetPlan dataset, DictionaryFile found) {
        Set<String> given = new LinkedHashSet<>();
        List<Column> columns = new ArrayList<>();
        for (Column column : dataset.schema().columns()) {
            found.dictionary().facts(column.name(), "").keySet().forEach(given::add);
            Map<String, String> attributes = new TreeMap<>(column.attributes());
            attributes.putAll(found.dictionary().facts(column.name(), Described.REDCAP));
            columns.add(Column.of(column.name(), attributes));
        }
        List<String> gives = new ArrayList<>();
        if (dataset.keysFrom() == KeyOrigin.DICTIONARY) {
            gives.add(Described.KEYS);
        }
        GIVES.stream().filter(given::contains).forEach(gives::add);
        ImportSettings settings = dataset.settings()
                .withOption(Described.REDCAP_FILE, found.file())
                .withOption(Described.REDCAP_DIGEST, found.digest().hex())
                .withOption(Described.REDCAP_GIVES, String.join(" ", gives));
        return dataset.described(new Schema(columns), settings);
    }
}
