package org.trialseal.importers.datasetjson;

import java.util.List;
import java.util.OptionalLong;
import org.trialseal.core.record.Schema;

/**
 * What a file says of its dataset.
 *
 * @param keys the columns with a keySequence, in that order
 * @param records the number of rows it states; empty when that has not been read yet
 */
record Metadata(String name, Schema schema, List<String> keys, OptionalLong records) {
    Metadata {
        keys = List.copyOf(keys);
    }
}
