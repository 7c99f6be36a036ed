package org.trialseal.core.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealedGroup;

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
        GroupCursors cursors = comparing.cursors();
        List<SealedGroup> opened = new ArrayList<>();
        List<SealedGroup> closed = new ArrayList<>();
        long[] records = new long[1];
        if (cursors.size() < dataset.groups()) {
            RecordBits visited = new RecordBits(dataset.groups());
            for (int number = 0; number < cursors.size(); number++) {
                visited.set(cursors.get(number).group().index());
            }
            dataset.visitGroups(group -> {
                if (!visited.get(group.index())) {
                    records[0] += group.count();
                    keep(group, opened, closed, comparing.limits().strangers());
                }
            });
        }
        if (!closed.isEmpty()) {
            opened.addAll(dataset.open(closed));
        }
        long openedRecords = opened.stream().mapToLong(SealedGroup::count).sum();
        return new MissingGroups(opened, records[0] - openedRecords);
    }

    private static void keep(SealedGroup group, List<SealedGroup> opened, List<SealedGroup> closed, int most) {
        if (group.key().isPresent() && opened.size() < ArtifactComparison.MAX_DIFFERENCES) {
            opened.add(group);
        } else if (group.key().isEmpty() && closed.size() < most) {
            closed.add(group);
        }
    }
}
