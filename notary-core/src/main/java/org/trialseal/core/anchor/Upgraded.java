package org.trialseal.core.anchor;

import org.trialseal.core.ots.Timestamp;

/**
 * A calendar kept its promise.
 *
 * @param timestamp starts from the commitment that was asked for
 */
public record Upgraded(Timestamp timestamp) implements UpgradeAnswer {}
