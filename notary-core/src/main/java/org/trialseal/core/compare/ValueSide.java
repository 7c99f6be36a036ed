package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.compare.FileMatching.LaterTable;
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
record ValueSide(DatasetPlan plan, Optional<ValueTable.Source> source, String unknown) {
    static ValueSide of(DatasetPlan plan, ValueTable.Source source) {
        return new ValueSide(plan, Optional.of(source), "");
    }

    static ValueSide unknown(DatasetPlan plan, String why) {
        return new ValueSide(plan, Optional.empty(), why);
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
                ? unknown(shown.plan(), "The package does not show all of it.")
                : of(
                        shown.plan(),
                        () -> LaterTableReader.open(table, shown.plan().settings()));
    }

    /** Whether SAS's special missing values are told apart. */
    boolean hasSpecialMissing() {
        return plan.settings().importer().equals("xport");
    }

    /** Compares it with a later table. */
    ArtifactComparison compare(ValueSide later, ValueMatch match, org.trialseal.core.evidence.SealProgress progress)
            throws IOException, MalformedException {
        if (source.isEmpty() || later.source().isEmpty()) {
            return ArtifactComparison.unknown(plan.name(), unknown + later.unknown());
        }
        ValueRules rules = new ValueRules(hasSpecialMissing() && later.hasSpecialMissing());
        ImportSettings grouping = plan.settings();
        ValueTable before = ValueTable.of(plan.name(), plan, later.plan().schema(), grouping, source.get(), rules);
        ValueTable now = ValueTable.of(
                plan.name(),
                later.plan(),
                plan.schema(),
                grouping,
                later.source().get(),
                rules);
        return match.compare(before, now, progress);
    }
}
