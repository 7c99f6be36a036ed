package org.trialseal.core.ots;

import org.trialseal.core.digest.Bytes;

/** A claim about the time of a message, at the end of a path of operations. By itself it proves nothing. */
public sealed interface Attestation permits BitcoinAttestation, PendingAttestation, UnknownAttestation {
    /** Length in bytes of the tag that names the kind of an attestation. */
    int TAG_LENGTH = 8;

    /** The 8 bytes that name the kind. */
    Bytes tag();

    /** What a serialised proof holds after the tag, 0 to 8192 bytes. */
    Bytes payload();
}
