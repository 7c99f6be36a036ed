package org.trialseal.core.anchor;

/** The calendar's address is not on the allow-list, so nobody was asked. */
public record NotAllowed() implements UpgradeOutcome {}
