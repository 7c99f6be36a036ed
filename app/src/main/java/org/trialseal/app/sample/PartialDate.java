package org.trialseal.app.sample;

import java.time.LocalDate;

/** ISO 8601 dates of reduced precision, as SDTM writes what is only partly known. */
final class PartialDate {
    private PartialDate() {}

    /** {@code YYYY}. */
    static String year(LocalDate date) {
        return date.toString().substring(0, 4);
    }

    /** {@code YYYY-MM}. */
    static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }
}
