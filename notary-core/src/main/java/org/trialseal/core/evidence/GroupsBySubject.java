package org.trialseal.core.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The number of a dataset's group by that of its subject in the study. In the first dataset of a study both count the same,
 * from different beginnings, and nothing is kept.
 */
final class GroupsBySubject {
    /** No group. */
    static final int NONE = -1;

    private int firstSubject;
    private int groups;
    private @Nullable IntColumn kept;

    /** The group of a subject, or {@link #NONE}. */
    int find(int subject) {
        if (subject < 0) {
            return NONE;
        }
        if (kept != null) {
            return kept.get(subject) - 1;
        }
        return subject >= firstSubject && subject - firstSubject < groups ? subject - firstSubject : NONE;
    }

    /** Notes that the next group is that of a subject, or of none that has a number ({@link #NONE}). */
    void add(int subject) {
        if (groups == 0) {
            firstSubject = subject;
        }
        if (kept == null && (subject < 0 || subject - firstSubject != groups)) {
            kept = new IntColumn();
            for (int group = 0; group < groups; group++) {
                kept.set(firstSubject + group, group + 1);
            }
        }
        if (kept != null && subject >= 0) {
            kept.set(subject, groups + 1);
        }
        groups++;
    }

    int groups() {
        return groups;
    }
}
