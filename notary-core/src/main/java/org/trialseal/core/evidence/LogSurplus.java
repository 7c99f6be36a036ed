package org.trialseal.core.evidence;

/**
 * A value in a column that was added to a log after the record had been sealed.
 *
 * @param record index of the record in the log
 * @param column 0-based, in the export
 */
record LogSurplus(long record, int column) {
    static final LogSurplus NONE = new LogSurplus(Long.MAX_VALUE, -1);

    LogSurplus orEarlier(LogSurplus other) {
        return other.record < record ? other : this;
    }
}
