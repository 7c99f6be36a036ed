package org.trialseal.core.anchor;

/** What happened to one pending attestation of a proof. */
public sealed interface UpgradeOutcome permits UpgradeAnswer, NotAllowed, Confirmed {}
