package org.trialseal.app.work.trail;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Op;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.GroupHashes;
import org.trialseal.core.verify.VerificationReport;

/**
 * The way from one thing that a package shows up to the block that attests its seal.
 *
 * @param report what verifying the package gave
 * @param record the first record shown of a dataset; empty when only logs or documents are shown
 * @param artifact what is shown first; empty when nothing is
 * @param statement the seal's statement
 * @param digest of the statement's bytes, with which the timestamp starts
 * @param steps of the timestamp up to the attestation; none without a timestamp
 * @param height of the block that is named
 */
public record ProofTrail(
        VerificationReport report,
        Optional<RecordShown> record,
        Optional<Artifact> artifact,
        Statement statement,
        Sha256 digest,
        List<Step> steps,
        OptionalLong height) {
    public ProofTrail {
        steps = List.copyOf(steps);
    }

    /**
     * A record of which something is shown.
     *
     * @param subject its subject; empty when that is hidden
     * @param index in its group, from 0
     * @param of records of the group
     * @param fields those that are shown, by name
     * @param hashes the way to the dataset; empty when the package is damaged
     */
    public record RecordShown(
            Optional<String> subject, long index, long of, List<Field> fields, Optional<GroupHashes> hashes) {
        public RecordShown {
            fields = List.copyOf(fields);
        }

        RecordShown with(GroupHashes known) {
            return new RecordShown(subject, index, of, fields, Optional.of(known));
        }
    }

    /** One field that is shown. */
    public record Field(String name, String value) {}

    /**
     * What was sealed.
     *
     * @param index of its entry in the seal
     * @param entry its entry
     * @param siblings hashes on the way from the entry to the statement's root
     */
    public record Artifact(int index, SealEntry entry, int siblings) {}

    /** One operation of the timestamp, and the message after it. */
    public record Step(Op op, Bytes message) {}
}
