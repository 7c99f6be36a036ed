package org.trialseal.app.ui.prove;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ObservableListBase;

/** Numbers of subjects, ascending, as a list that a virtual list view can show: 4 bytes each, replaced all at once. */
final class Matches extends ObservableListBase<Integer> {
    private int[] numbers = {};

    /** Shows other numbers; the array belongs to this list from now on. */
    void replace(int[] next) {
        int[] before = numbers;
        beginChange();
        numbers = next;
        nextReplace(0, next.length, listOf(before));
        endChange();
    }

    private static List<Integer> listOf(int[] numbers) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return numbers[index];
            }

            @Override
            public int size() {
                return numbers.length;
            }
        };
    }

    @Override
    public Integer get(int index) {
        return numbers[index];
    }

    @Override
    public int size() {
        return numbers.length;
    }
}
