package org.trialseal.app.work.anchor;

import java.nio.file.Path;
import java.util.Optional;
import org.trialseal.core.anchor.Failed;

/**
 * Something that keeps the anchor of a seal from going on.
 *
 * @param folder the evidence folder; an empty path when it is about all of them
 * @param calendar address of the calendar that it is about; empty for other kinds
 * @param cause why a calendar's answer does not count; empty for other kinds
 * @param failure of reading or writing; empty for other kinds
 */
public record AnchorFault(
        Path folder, Kind kind, String calendar, Optional<Failed.Cause> cause, Optional<Exception> failure) {
    /** What happened. */
    public enum Kind {
        /** A calendar gave no answer that counts. */
        CALENDAR,
        /** A calendar holds a promise and is not on the list of those that may be asked. */
        NOT_ALLOWED,
        /** A calendar named a block that holds something else; the block no longer counts. */
        REFUTED,
        /** Another program is writing to the folder. */
        IN_USE,
        /** The folder or its anchors cannot be read or written. */
        DAMAGED,
        /** A fault of this program. */
        UNEXPECTED
    }

    /** Nobody could be asked about any seal. */
    static AnchorFault aboutAll(Kind kind, Exception failure) {
        return of(Path.of(""), kind, failure);
    }

    /** Whether it is about all seals, and not about one. */
    public boolean isAboutAll() {
        return folder.toString().isEmpty();
    }

    static AnchorFault of(Path folder, Kind kind, Exception failure) {
        return new AnchorFault(folder, kind, "", Optional.empty(), Optional.of(failure));
    }
}
