package org.trialseal.core.anchor;

/** What a calendar made of a submission. */
public sealed interface SubmitAnswer permits Stamped, Failed {}
