package org.trialseal.core.verify;

/**
 * What was found about the time of a statement.
 *
 * @param check the check {@code time}
 * @param time since when the statement exists
 */
public record TimeFinding(Check check, TimeResult time) {}
