package org.trialseal.core.anchor;

/** The promise had been kept before: a block attestation stands beside it, so nobody was asked. */
public record Confirmed() implements UpgradeOutcome {}
