package org.trialseal.core.anchor;

import org.trialseal.core.digest.Bytes;

/**
 * What happened to one pending attestation.
 *
 * @param uri the calendar's address, from the proof
 * @param commitment the message at the attestation, which is what the calendar is asked for
 * @param outcome what came of it
 */
public record AttestationReport(String uri, Bytes commitment, UpgradeOutcome outcome) {}
