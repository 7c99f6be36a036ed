package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.FileMatching.LaterTable;
import org.trialseal.core.compare.Note.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;

/**
 * A table that is compared by its values.
 *
 * @param plan what is known of it
 * @param source its rows; empty when they are not at hand
 * @param unknown why it cannot be compared, when it cannot
 */
record ValueSide(DatasetPlan plan, Optional<ValueTable.Source> source, Optional<Code> unknown) {
    private static final String ODM = "odm";

    static ValueSide of(DatasetPlan plan, ValueTable.Source source) {
        return new ValueSide(plan, Optional.of(source), Optional.empty());
    }

    static ValueSide unknown(DatasetPlan plan, Code why) {
        return new ValueSide(plan, Optional.empty(), Optional.of(why));
    }

    /** The tables of a later file, read with its own settings. */
    static List<ValueSide> ofFile(LaterFile file) {
        List<ValueSide> sides = new ArrayList<>();
        if (file instanceof LaterFile.Tables read) {
            for (int i = 0; i < read.plan().datasets().size(); i++) {
                DatasetPlan plan = read.plan().datasets().get(i);
                LaterTable table = new LaterTable(file, plan, i, false);
                sides.add(of(plan, () -> LaterTableReader.open(table, plan.settings())));
            }
        } else if (file instanceof ShownDataset shown) {
            sides.add(ofShown(shown));
        }
        return sides;
    }

    private static ValueSide ofShown(ShownDataset shown) {
        LaterTable table = new LaterTable(shown, shown.plan(), 0, false);
        return table.isHidden()
                ? unknown(shown.plan(), Code.NOT_WHOLE)
                : of(
                        shown.plan(),
                        () -> LaterTableReader.open(table, shown.plan().settings()));
    }

    /** Whether SAS's special missing values are told apart. */
    boolean hasSpecialMissing() {
        return plan.settings().importer().equals("xport");
    }

    /** Whether text has lost its line ends. */
    private boolean isOdm() {
        return plan.settings().importer().startsWith(ODM);
    }

    /** Whether it is one of the tables of an ODM file, as they are sealed. */
    static boolean isTableOfOdm(DatasetPlan plan) {
        return plan.settings().importer().equals(ODM);
    }

    /** Whether its rows were made out of several tables. */
    static boolean isArranged(DatasetPlan plan) {
        String importer = plan.settings().importer();
        return importer.startsWith(ODM) && !importer.equals(ODM);
    }

    /** The rules beyond the usual ones that hold for a comparison with a later table, in words. */
    List<Note> rules(ValueSide later) {
        List<Note> rules = new ArrayList<>();
        if (isOdm() != later.isOdm()) {
            rules.add(Note.of(Code.ODM_BLANKS));
        }
        if (isArranged(plan) || isArranged(later.plan())) {
            rules.add(Note.of(Code.ARRANGED));
        }
        return rules;
    }

    /** Compares it with a later table. */
    ArtifactComparison compare(ValueSide later, ValueMatch match, org.trialseal.core.evidence.SealProgress progress)
            throws IOException, MalformedException {
        if (source.isEmpty() || later.source().isEmpty()) {
            return ArtifactComparison.unknown(
                    plan.name(), unknown.or(later::unknown).orElseThrow());
        }
        ValueRules rules = new ValueRules(hasSpecialMissing() && later.hasSpecialMissing(), isOdm() != later.isOdm());
        ImportSettings grouping = plan.settings();
        boolean skipEmpty = isArranged(plan) || isArranged(later.plan());
        ValueTable before =
                ValueTable.of(plan.name(), plan, later.plan().schema(), grouping, source.get(), rules, skipEmpty);
        ValueTable now = ValueTable.of(
                plan.name(),
                later.plan(),
                plan.schema(),
                grouping,
                later.source().get(),
                rules,
                skipEmpty);
        // An arranged table's order is not that of any export: it says nothing.
        return match.compare(before, now, !skipEmpty, progress);
    }
}
