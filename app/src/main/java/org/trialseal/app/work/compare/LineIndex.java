package org.trialseal.app.work.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.compare.ComparisonLine.Kind;

/** Where the lines of a table are, and what is known of each without reading it. */
final class LineIndex {
    static final int ANY_FIELD = -1;

    private static final int FIRST_ROOM = 1_024;

    private final int most;
    private final Map<String, Integer> fieldNumbers = new HashMap<>();
    private final List<String> fieldNames = new ArrayList<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final Set<Integer> artifactNumbers = new TreeSet<>();
    private long[] places = new long[FIRST_ROOM];
    private int[] fields = new int[FIRST_ROOM];
    private char[] artifacts = new char[FIRST_ROOM];
    private int[] nths = new int[FIRST_ROOM];
    private Kind[] kindOf = new Kind[FIRST_ROOM];
    private int @Nullable [] ranks;
    private int size;
    private boolean cut;

    LineIndex(int most) {
        this.most = most;
    }

    void add(int artifact, Kind kind, long place, int nth, String field) {
        if (size == most) {
            cut = true;
            return;
        }
        if (size == places.length) {
            grow(Math.min(most, size * 2));
        }
        places[size] = place;
        fields[size] = number(field);
        artifacts[size] = (char) artifact;
        nths[size] = nth;
        kindOf[size] = kind;
        kinds.add(kind);
        artifactNumbers.add(artifact);
        size++;
    }

    private int number(String field) {
        Integer known = fieldNumbers.get(field);
        if (known == null) {
            known = fieldNames.size();
            fieldNumbers.put(field, known);
            fieldNames.add(field);
        }
        return known;
    }

    private void grow(int room) {
        places = Arrays.copyOf(places, room);
        fields = Arrays.copyOf(fields, room);
        artifacts = Arrays.copyOf(artifacts, room);
        nths = Arrays.copyOf(nths, room);
        kindOf = Arrays.copyOf(kindOf, room);
    }

    /** Whether a line was left out; there may be more to come. */
    boolean isFull() {
        return cut;
    }

    boolean isCutShort() {
        return cut;
    }

    int size() {
        return size;
    }

    long place(int line) {
        return places[line];
    }

    int artifact(int line) {
        return artifacts[line];
    }

    /** Which line of its difference it is, counted from 0. */
    int nth(int line) {
        return nths[line];
    }

    Kind kind(int line) {
        return kindOf[line];
    }

    int field(int line) {
        return fields[line];
    }

    /** The number of a field; one that no line has when there is no such field. */
    int fieldNumber(String name) {
        return fieldNumbers.getOrDefault(name, Integer.MAX_VALUE);
    }

    /** The place of a line's field among all, by name. */
    synchronized int fieldRank(int line) {
        int[] known = ranks;
        if (known == null) {
            known = new int[fieldNames.size()];
            List<String> sorted = new ArrayList<>(new TreeSet<>(fieldNames));
            for (int rank = 0; rank < sorted.size(); rank++) {
                known[fieldNumber(sorted.get(rank))] = rank;
            }
            ranks = known;
        }
        return known[fields[line]];
    }

    List<String> fields() {
        Set<String> names = new TreeSet<>(fieldNames);
        names.remove("");
        return List.copyOf(names);
    }

    List<Kind> kinds() {
        return List.copyOf(kinds);
    }

    Set<Integer> artifacts() {
        return artifactNumbers;
    }
}
