package org.trialseal.core.anchor;

import org.trialseal.core.ots.Timestamp;

/**
 * A calendar took a digest.
 *
 * @param timestamp starts from the digest that was sent
 */
public record Stamped(Timestamp timestamp) implements SubmitAnswer {}
