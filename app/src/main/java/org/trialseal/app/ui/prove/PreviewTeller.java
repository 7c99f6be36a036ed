package org.trialseal.app.ui.prove;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.prove.ProofPreview;
import org.trialseal.core.prove.ProofPreview.Table;

/** Says in plain words what a package will show and what stays hidden: every part of a preview, each with its numbers. */
final class PreviewTeller {
    /** The most names that stand in a sentence. */
    private static final int NAMES = 8;

    private final Words words;

    PreviewTeller(Words words) {
        this.words = words;
    }

    /**
     * Sentences about one thing.
     *
     * @param title what they are about
     */
    record Group(String title, List<String> sentences) {
        Group {
            sentences = List.copyOf(sentences);
        }
    }

    /** One sentence that says how much is shown. */
    String sum(ProofPreview preview) {
        long shown = preview.tables().stream()
                .mapToLong(table -> table.records().shown())
                .sum();
        long of = preview.tables().stream()
                .mapToLong(table -> table.records().of())
                .sum();
        List<String> parts = new ArrayList<>();
        if (!preview.tables().isEmpty()) {
            parts.add(words.of(
                    "prove.sum.records",
                    shown,
                    of,
                    words.count("prove.tables", preview.tables().size())));
        }
        if (!preview.documents().isEmpty()) {
            parts.add(words.count("prove.documents", preview.documents().size()));
        }
        return String.join("  ·  ", parts);
    }

    /** What the reader will see. */
    List<Group> shown(ProofPreview preview, EvidenceFolder seal) {
        List<Group> groups = new ArrayList<>();
        preview.tables().forEach(table -> groups.add(new Group(Safe.text(table.name()), shown(table))));
        for (ProofPreview.Document document : preview.documents()) {
            groups.add(new Group(
                    Safe.text(document.name()),
                    List.of(words.count("prove.shown.document", document.length()), words.of("prove.shown.digest"))));
        }
        List<String> besides = new ArrayList<>(new VisibleFacts(words).of(preview.tables()));
        besides.addAll(always(preview, seal));
        groups.add(new Group(words.of("prove.shown.besides"), besides));
        return groups;
    }

    private List<String> shown(Table table) {
        List<String> said = new ArrayList<>();
        if (table.records().shown() > 0) {
            said.add(records(table));
            said.add(fields(table));
        }
        if (!table.absent().isEmpty()) {
            said.add(words.of("prove.shown.absent", names(table.absent())));
        }
        if (said.isEmpty()) {
            said.add(words.of("prove.shown.empty"));
        }
        return said;
    }

    private String records(Table table) {
        long shown = table.records().shown();
        if (table.records().hidden() == 0) {
            return words.count("prove.shown.all", shown);
        }
        if (table.log() || table.groups().of() < 2) {
            return words.of("prove.shown.some", shown, table.records().of());
        }
        return words.of(
                "prove.shown.some.subjects",
                shown,
                table.records().of(),
                table.groups().shown(),
                table.groups().of());
    }

    private String fields(Table table) {
        return table.shownColumns().size() == table.columns().size()
                ? words.count("prove.shown.fields.all", table.columns().size())
                : words.of(
                        "prove.shown.fields",
                        table.shownColumns().size(),
                        table.columns().size(),
                        names(table.shownColumns()));
    }

    private List<String> always(ProofPreview preview, EvidenceFolder seal) {
        List<String> said = new ArrayList<>();
        String study = Safe.text(seal.statement().study().id());
        said.add(
                preview.statements() == 1
                        ? words.of("prove.always.statement", study)
                        : words.of("prove.always.statements", study, preview.statements()));
        said.add(words.count("prove.always.entries", preview.entries()));
        said.add(words.of("prove.always.readme"));
        return said;
    }

    /** What stays hidden. */
    List<Group> hidden(ProofPreview preview) {
        List<Group> groups = new ArrayList<>();
        for (Table table : preview.tables()) {
            List<String> said = hidden(table);
            if (!said.isEmpty()) {
                groups.add(new Group(Safe.text(table.name()), said));
            }
        }
        List<String> rest = new ArrayList<>();
        for (String log : preview.unprovable()) {
            rest.add(words.of("prove.hidden.unprovable", Safe.text(log)));
        }
        rest.addAll(new VisibleFacts(words).hidden(preview.tables()));
        int others = preview.entries() - preview.opened();
        if (others > 0) {
            rest.add(words.count("prove.hidden.entries", others));
        }
        boolean testable = preview.tables().stream().anyMatch(table -> table.listed() && table.named());
        rest.add(testable ? words.of("prove.hidden.guess.values") : words.of("prove.hidden.guess"));
        groups.add(new Group(words.of("prove.hidden.rest"), rest));
        return groups;
    }

    private List<String> hidden(Table table) {
        List<String> said = new ArrayList<>();
        if (table.records().hidden() > 0) {
            said.add(words.of(
                    "prove.hidden.records",
                    table.records().hidden(),
                    table.records().of()));
        }
        if (table.groups().hidden() > 0) {
            said.add(words.count("prove.hidden.subjects", table.groups().hidden()));
        }
        List<String> columns = new ArrayList<>(table.columns());
        columns.removeAll(table.shownColumns());
        if (!columns.isEmpty() && table.records().shown() > 0) {
            said.add(words.of("prove.hidden.fields", columns.size(), names(columns)));
        }
        return said;
    }

    private String names(List<String> names) {
        String first =
                String.join(", ", names.stream().limit(NAMES).map(Safe::text).toList());
        return names.size() <= NAMES ? first : words.of("prove.names.more", first, names.size() - NAMES);
    }

    /** A length for people. */
    String size(long length) {
        if (length < 10_000) {
            return words.count("prove.bytes", length);
        }
        return length < 10_000_000
                ? words.of("prove.kilobytes", (length + 500) / 1_000)
                : words.of("prove.megabytes", (length + 500_000) / 1_000_000);
    }
}
