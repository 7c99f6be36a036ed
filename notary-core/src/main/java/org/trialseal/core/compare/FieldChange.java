package org.trialseal.core.compare;

import java.util.Optional;
import org.trialseal.core.record.Cell;

/**
 * One field that differs.
 *
 * @param name the column
 * @param before the sealed value, where it is known
 * @param now the value in the later copy, where the record still exists
 */
public record FieldChange(String name, Optional<Cell> before, Optional<Cell> now) {}
