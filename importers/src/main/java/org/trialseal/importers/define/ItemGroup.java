package org.trialseal.importers.define;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Phrase;

/**
 * A dataset as a Define-XML describes it.
 *
 * @param name of the dataset, such as {@code LB}
 * @param line of the ItemGroupDef
 * @param about what else is said of it
 * @param items in the order of the file
 * @param keysKnown whether all of its keys are defined, each with a place of its own
 * @param problems what cannot be used of it, each with its line
 */
record ItemGroup(
        String oid, String name, int line, About about, List<Item> items, boolean keysKnown, List<Phrase> problems) {
    /**
     * What is said of a dataset as a whole.
     *
     * @param domain such as {@code LB} of {@code LBCH}
     * @param href where its file is said to be; never followed
     */
    record About(
            Optional<String> domain,
            Optional<String> label,
            Optional<String> structure,
            Optional<String> itemClass,
            Optional<String> href) {}

    ItemGroup {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Those that name a record, in the order of their KeySequence; none when they are not all known. */
    List<Item> keys() {
        return items.stream()
                .filter(item -> keysKnown && item.keySequence().isPresent())
                .sorted(Comparator.comparingInt(item -> item.keySequence().getAsInt()))
                .toList();
    }
}
