package org.trialseal.app.work.prove;

import java.util.List;
import org.trialseal.core.prove.Fields;
import org.trialseal.core.prove.Selection;

/**
 * What somebody wants a package to show.
 *
 * @param selections which records and documents
 * @param fields which fields of those records
 */
public record ProofOrder(List<Selection> selections, Fields fields) {
    public ProofOrder {
        selections = List.copyOf(selections);
    }

    /** Whether nothing is asked for. */
    public boolean isEmpty() {
        return selections.isEmpty();
    }
}
