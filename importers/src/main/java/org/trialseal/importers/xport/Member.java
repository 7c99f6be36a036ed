package org.trialseal.importers.xport;

import java.util.List;
import java.util.OptionalLong;
import org.trialseal.core.record.Schema;

/**
 * One dataset of a transport file, as its headers describe it.
 *
 * @param variables at least one
 * @param recordLength bytes of a record
 * @param records how many records the headers say there are, when they do
 */
record Member(String name, Edition edition, List<Variable> variables, int recordLength, OptionalLong records) {
    Member {
        variables = List.copyOf(variables);
    }

    /** Its columns as they are sealed. */
    Schema schema() {
        return new Schema(variables.stream().map(Variable::column).toList());
    }
}
