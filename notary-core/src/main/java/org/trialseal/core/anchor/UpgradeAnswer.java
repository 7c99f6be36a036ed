package org.trialseal.core.anchor;

/** What has become of a calendar's promise, as the calendar tells it. */
public sealed interface UpgradeAnswer extends UpgradeOutcome permits Upgraded, StillPending, Failed {}
