package org.trialseal.core.verify;

import java.util.List;
import org.trialseal.core.proof.EntryName;

/** Check {@code package}: every entry has the digest that the manifest states. Its shape was checked while reading. */
final class PackageCheck {
    private PackageCheck() {}

    static Check of(int entries, List<EntryName> damaged) {
        if (damaged.isEmpty()) {
            return Check.required(CheckId.PACKAGE, Reason.OK, "All " + entries + " parts of the package are intact.");
        }
        return Check.required(
                CheckId.PACKAGE,
                Reason.DAMAGED,
                "Damaged after the package was made: " + damaged.get(0) + others(damaged.size() - 1));
    }

    private static String others(int count) {
        return count == 0 ? "." : " and " + count + " more.";
    }
}
