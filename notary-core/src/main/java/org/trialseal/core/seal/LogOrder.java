package org.trialseal.core.seal;

import java.util.Optional;

/** In which order the exports of an event log list its records. */
public enum LogOrder {
    OLDEST_FIRST("oldest-first"),
    NEWEST_FIRST("newest-first");

    /** The name of the option in the import settings. */
    public static final String OPTION = "order";

    private final String word;

    LogOrder(String word) {
        this.word = word;
    }

    /** The value of the option. */
    public String word() {
        return word;
    }

    /** The order of this name. */
    public static Optional<LogOrder> ofWord(String word) {
        for (LogOrder order : values()) {
            if (order.word.equals(word)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }

    /** The index in the log of row {@code row} of an export of {@code rows} rows; and the row of that index. */
    public long index(long row, long rows) {
        return this == OLDEST_FIRST ? row : rows - 1 - row;
    }
}
