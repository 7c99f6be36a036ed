package org.trialseal.app.work.compare;

import java.util.stream.IntStream;

/** Sorts the numbers from 0 by what they stand for, in place of objects; what is alike keeps its order. */
final class IndexSort {
    private IndexSort() {}

    /** Compares what two numbers stand for. */
    @FunctionalInterface
    interface Order {
        int compare(int one, int other);
    }

    static int[] sorted(int size, Order order) {
        int[] from = IntStream.range(0, size).toArray();
        int[] to = new int[size];
        for (int width = 1; width < size && width > 0; width *= 2) {
            for (int begin = 0; begin < size; begin += 2 * width) {
                int middle = Math.min(begin + width, size);
                merge(from, begin, middle, Math.min(middle + width, size), to, order);
            }
            int[] sorted = to;
            to = from;
            from = sorted;
        }
        return from;
    }

    private static void merge(int[] from, int begin, int middle, int end, int[] to, Order order) {
        int left = begin;
        int right = middle;
        for (int next = begin; next < end; next++) {
            boolean takeLeft = right == end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[next] = takeLeft ? from[left++] : from[right++];
        }
    }
}
