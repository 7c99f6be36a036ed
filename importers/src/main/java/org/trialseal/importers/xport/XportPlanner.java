package org.trialseal.importers.xport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.NamedKeys;
import org.trialseal.core.record.PlanFact;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.grouping.Grouping;
import org.trialseal.importers.grouping.KeySearch;
import org.trialseal.importers.grouping.RecordHashes;

/** Plans one file: reads all of it to count, check and find keys. */
final class XportPlanner {
    private final DataFile file;
    private final CharacterEncoding encoding;
    private final Optional<String> subject;
    private final List<String> keys;
    private final NamedKeys named;
    private final List<Phrase> reasons = new ArrayList<>();
    private final List<DatasetPlan> datasets = new ArrayList<>();
    private final List<Phrase> warnings = new ArrayList<>();
    private final Map<String, Long> missing = new TreeMap<>();
    private int edition;
    private long labelled;
    private long variables;

    XportPlanner(
            DataFile file, CharacterEncoding encoding, Optional<String> subject, List<String> keys, NamedKeys named) {
        this.file = file;
        this.encoding = encoding;
        this.subject = subject;
        this.keys = keys;
        this.named = named;
    }

    FilePlan plan() throws IOException, MalformedException {
        try (XportTableReader reader = open()) {
            for (Optional<Member> next = reader.nextMember(); next.isPresent(); next = reader.nextMember()) {
                datasets.add(dataset(reader, next.get()));
            }
        }
        return new FilePlan(file.name(), XportImporter.ID, reasons, facts(), warnings, datasets);
    }

    private List<Phrase> facts() {
        List<Phrase> facts = new ArrayList<>();
        facts.add(Phrase.of(PlanFact.XPORT_VERSION, edition));
        facts.add(Phrase.of(PlanFact.XPORT_LABELS, labelled, variables));
        if (!missing.isEmpty()) {
            String codes = missing.entrySet().stream()
                    .map(code -> code.getKey() + " " + code.getValue())
                    .collect(Collectors.joining(", "));
            long all = missing.values().stream().mapToLong(Long::longValue).sum();
            facts.add(Phrase.of(PlanFact.XPORT_MISSING, all, codes));
        }
        return facts;
    }

    private XportTableReader open() throws IOException {
        return XportImporter.reader(file, encoding, XportTableReader.PIECE);
    }

    private DatasetPlan dataset(XportTableReader reader, Member member) throws IOException, MalformedException {
        if (datasets.isEmpty()) {
            edition = member.edition() == Edition.V5 ? 5 : 8;
        }
        Schema schema = member.schema();
        Grouping grouping =
                new Grouping(schema, subject, keys, Grouping.Naming.described(named, member.name(), schema));
        RecordDecoder decoder = new RecordDecoder(file.name(), member, encoding);
        KeySearch<Records> search = grouping.search(fields(member), schema, named);
        long records = search(reader, search, Optional.of(decoder));
        while (!search.isConclusive()) {
            search = search.again();
            searchAgain(search);
        }
        grouping.decide(search, records);
        tell(member, decoder, grouping);
        ImportSettings settings = new ImportSettings(
                XportImporter.ID, XportImporter.VERSION, encoding.toOptions(), grouping.subject(), grouping.keys());
        return new DatasetPlan(member.name(), records, schema, settings, false, grouping.origin());
    }

    private static Function<int[], RecordHashes<Records>> fields(Member member) {
        return wanted -> new RecordFields(
                Arrays.stream(wanted).mapToObj(member.variables()::get).toList());
    }

    private static long search(XportTableReader reader, KeySearch<Records> search, Optional<RecordDecoder> check)
            throws IOException, MalformedException {
        long records = 0;
        for (var some = reader.nextRecords(); some.isPresent(); some = reader.nextRecords()) {
            search.add(some.get(), some.get().count());
            records += some.get().count();
            if (check.isPresent()) {
                check.get().decode(some.get());
            }
        }
        return records;
    }

    private void searchAgain(KeySearch<Records> search) throws IOException, MalformedException {
        try (XportTableReader reader = open()) {
            for (int i = 0; i <= datasets.size(); i++) {
                reader.nextMember();
            }
            search(reader, search, Optional.empty());
        }
    }

    private void tell(Member member, RecordDecoder decoder, Grouping grouping) {
        String dataset = member.name();
        grouping.reasons().forEach(reason -> reasons.add(Phrase.of(PlanReason.OF_DATASET, dataset, reason)));
        grouping.warnings().forEach(warning -> warnings.add(Phrase.of(PlanWarning.OF_DATASET, dataset, warning)));
        variables += member.variables().size();
        labelled += member.variables().stream()
                .filter(variable -> variable.facts().containsKey(Variable.LABEL))
                .count();
        decoder.missing().forEach((code, count) -> missing.merge(code, count, Long::sum));
        if (decoder.notText() > 0) {
            reasons.add(Phrase.of(PlanReason.NOT_TEXT, dataset, encoding.label(), decoder.notText()));
        }
    }
}
