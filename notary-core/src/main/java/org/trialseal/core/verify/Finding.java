package org.trialseal.core.verify;

/**
 * What was found while checking.
 *
 * @param detail in plain words
 */
record Finding(Reason reason, String detail) {}
