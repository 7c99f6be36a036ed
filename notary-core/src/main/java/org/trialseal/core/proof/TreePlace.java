package org.trialseal.core.proof;

import java.util.List;
import org.trialseal.core.digest.Sha256;

/**
 * Where a leaf stands in a tree.
 *
 * @param index from 0
 * @param path the siblings from the leaf upwards
 */
public record TreePlace(long index, List<Sha256> path) {
    public TreePlace {
        path = List.copyOf(path);
    }
}
