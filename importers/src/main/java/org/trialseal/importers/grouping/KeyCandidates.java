package org.trialseal.importers.grouping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.redcap.ExportColumns;

/** Lists the columns that may name a record, by well-known names, the surest first. */
final class KeyCandidates {
    private static final Pattern SEQUENCE = named("[A-Z]{2}SEQ|ASEQ");
    private static final Pattern PARAMETER_CODE = named("[A-Z]{2}PARMCD");
    private static final Pattern VISIT = named("VISITNUM|AVISITN|VISIT|AVISIT|VISIT_ID|VISIT_NUM|VISIT_NUMBER");
    private static final Pattern TEST = named("[A-Z]{2}TESTCD|PARAMCD|TESTCD|TEST_CODE|TEST_ID|TEST");
    private static final Pattern TIME = named("[A-Z]{2}TPTNUM|ATPTN|[A-Z]{2}(ST)?DTC|ADTM?|ADY|DATE");

    /** Sets of columns that go together, in REDCap exports and SUPP-- datasets of CDISC's SDTM. */
    private static final List<List<String>> GROUPED_SETS =
            List.of(ExportColumns.KEYS, List.of("RDOMAIN", "IDVAR", "IDVARVAL", "QNAM"));

    /** Keys of datasets without subjects: CDISC's trial design, REDCap's data dictionary. */
    private static final List<List<String>> UNGROUPED_SETS = List.of(
            List.of("ARMCD", "TAETORD"),
            List.of("ETCD"),
            List.of("ARMCD", "VISITNUM"),
            List.of("VISITNUM"),
            List.of("IETESTCD", "TIVERS"),
            List.of("IETESTCD"),
            List.of("Variable / Field Name"),
            List.of("field_name"));

    private final Schema schema;
    private final List<KeyCandidate> candidates = new ArrayList<>();

    private KeyCandidates(Schema schema) {
        this.schema = schema;
    }

    private static Pattern named(String names) {
        return Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    /** Candidates for a dataset with or without a subject column. */
    static List<KeyCandidate> of(Schema schema, Optional<String> subject) {
        KeyCandidates list = new KeyCandidates(schema);
        if (subject.isPresent()) {
            list.addGrouped(subject.get());
        } else {
            list.addUngrouped();
        }
        return List.copyOf(list.candidates);
    }

    private void addGrouped(String subject) {
        all(SEQUENCE).forEach(sequence -> add(true, sequence));
        addPresent(GROUPED_SETS.get(0), 1);
        addPresent(GROUPED_SETS.get(1), GROUPED_SETS.get(1).size());
        add(false, subject);
        List<String> visit = first(VISIT);
        List<String> test = first(TEST);
        List<String> time = first(TIME);
        addJoined(List.of(visit, test));
        addJoined(List.of(visit, test, time));
        addJoined(List.of(test, time));
        addJoined(List.of(visit));
        addJoined(List.of(visit, time));
        addJoined(List.of(time));
    }

    private void addUngrouped() {
        for (String sequence : all(SEQUENCE)) {
            first(PARAMETER_CODE).forEach(code -> add(true, code, sequence));
            add(true, sequence);
        }
        UNGROUPED_SETS.forEach(set -> addPresent(set, set.size()));
    }

    private List<String> all(Pattern names) {
        return schema.names().stream()
                .filter(name -> names.matcher(name).matches())
                .toList();
    }

    private List<String> first(Pattern names) {
        return all(names).stream().limit(1).toList();
    }

    private void add(boolean standard, String... columns) {
        add(new KeyCandidate(List.of(columns), standard));
    }

    private void add(KeyCandidate candidate) {
        boolean known = candidates.stream().anyMatch(c -> c.columns().equals(candidate.columns()));
        if (!known) {
            candidates.add(candidate);
        }
    }

    /** Adds those of {@code names} that the schema has, when they are at least {@code least}. */
    private void addPresent(List<String> names, int least) {
        List<String> present = schema.names().stream()
                .filter(name -> names.stream().anyMatch(name::equalsIgnoreCase))
                .toList();
        if (present.size() >= least) {
            add(new KeyCandidate(present, true));
        }
    }

    /** Adds the columns of all parts together, when none of the parts is missing. */
    private void addJoined(List<List<String>> parts) {
        if (parts.stream().noneMatch(List::isEmpty)) {
            add(new KeyCandidate(parts.stream().flatMap(List::stream).toList(), false));
        }
    }
}
