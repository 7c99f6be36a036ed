package org.trialseal.core.ots;

import java.util.Comparator;
import org.trialseal.core.digest.Bytes;

/**
 * The one order in which a proof is written, that of python-opentimestamps: at each message the attestations by tag and
 * content, then the operations by tag and argument.
 */
final class CanonicalOrder {
    static final Comparator<Attestation> ATTESTATIONS =
            Comparator.comparing(Attestation::tag).thenComparing(CanonicalOrder::byContent);

    static final Comparator<Op> OPS = Comparator.comparingInt(Op::tag).thenComparing(Op::argument);

    private CanonicalOrder() {}

    private static int byContent(Attestation a, Attestation b) {
        if (a instanceof PendingAttestation && b instanceof PendingAttestation) {
            return ((PendingAttestation) a).uri().compareTo(((PendingAttestation) b).uri());
        }
        Bytes left = a.payload();
        Bytes right = b.payload();
        boolean numbers = a instanceof BitcoinAttestation || UnknownAttestation.holdsNumber(a.tag());
        int byValue = numbers ? Number7.compare(left, right) : 0;
        return byValue != 0 ? byValue : left.compareTo(right);
    }
}
