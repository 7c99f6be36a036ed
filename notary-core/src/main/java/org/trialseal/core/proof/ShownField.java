package org.trialseal.core.proof;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;

/** One field of a record that is shown in part, column 0 (the record's position) included. */
public sealed interface ShownField permits ShownField.Hidden, ShownField.Open, ShownField.Position {
    /**
     * A field that is not shown.
     *
     * @param commitment its commitment
     */
    record Hidden(Sha256 commitment) implements ShownField {}

    /**
     * A field that is shown.
     *
     * @param salt 16 bytes
     */
    record Open(Bytes salt, Cell cell) implements ShownField {}

    /**
     * The record's position in the source file, shown.
     *
     * @param salt 16 bytes
     * @param position from 0
     */
    record Position(Bytes salt, long position) implements ShownField {}
}
