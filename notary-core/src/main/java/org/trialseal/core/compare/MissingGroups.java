package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;

/**
 * Groups that no row of the later copy belongs to.
 *
 * @param opened those whose key could be found without the subject's identifier
 * @param unopenedRecords records of the others
 */
record MissingGroups(List<SealedGroup> opened, long unopenedRecords) {
    MissingGroups {
        opened = List.copyOf(opened);
    }

    static MissingGroups of(Comparing comparing) throws IOException, MalformedException {
        SealedDataset dataset = comparing.dataset();
        RecordBits visited = new RecordBits(dataset.groups());
        List<GroupCursor> cursors = comparing.cursors().visited();
        cursors.forEach(cursor -> visited.set(cursor.group().index()));
        List<SealedGroup> first = new ArrayList<>();
        long[] records = new long[1];
        if (cursors.size() < dataset.groups()) {
            dataset.visitGroups(group -> {
                if (!visited.get(group.index())) {
                    records[0] += group.count();
                    if (first.size() < comparing.limits().strangers()) {
                        first.add(group);
                    }
                }
            });
        }
        List<SealedGroup> opened = first.isEmpty() ? List.of() : dataset.open(first);
        long openedRecords = opened.stream().mapToLong(SealedGroup::count).sum();
        return new MissingGroups(opened, records[0] - openedRecords);
    }
}
