package org.trialseal.core.ots;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

/**
 * Reads one serialised timestamp, in a loop and not by recursion, and stops behind its last byte. An operation that comes
 * twice at one message is read as one with all that both lead to.
 */
final class TimestampReader {
    static final int FORK = 0xff;
    static final int ATTESTATION = 0x00;

    private final OtsInput input;
    private final Deque<Draft> unfinished = new ArrayDeque<>();
    private long elements;

    TimestampReader(OtsInput input) {
        this.input = input;
    }

    Timestamp read(Bytes start) throws OtsException {
        if (!Limit.TIMESTAMP.allows(input.remaining())) {
            throw input.error(Kind.TOO_LARGE);
        }
        Draft root = Draft.root(start, Budget.of(input));
        unfinished.push(root);
        while (!unfinished.isEmpty()) {
            readElement(unfinished.pop());
        }
        return root.freeze();
    }

    /** A fork marker says that more follows at the same message, once this element is read to its end. */
    private void readElement(Draft at) throws OtsException {
        countElement();
        int tag = input.octet();
        if (tag == FORK) {
            unfinished.push(at);
            tag = input.octet();
        }
        if (tag == ATTESTATION) {
            at.attest(readAttestation());
        } else {
            unfinished.push(at.branch(readOp(tag)));
        }
    }

    private void countElement() throws OtsException {
        if (!Limit.ELEMENTS.allows(++elements)) {
            throw input.error(Kind.TOO_MANY_ELEMENTS);
        }
    }

    private Op readOp(int tag) throws OtsException {
        switch (tag) {
            case Append.TAG:
                return new Append(readArgument());
            case Prepend.TAG:
                return new Prepend(readArgument());
            default:
                Optional<? extends Op> op = HashOp.ofTag(tag);
                return op.isPresent() ? op.get() : RewriteOp.ofTag(tag).orElseThrow(this::unknownOperation);
        }
    }

    private OtsException unknownOperation() {
        return input.error(Kind.UNKNOWN_OPERATION);
    }

    private Bytes readArgument() throws OtsException {
        int length = input.length(Limit.MESSAGE, Kind.ARGUMENT_TOO_LONG);
        if (length == 0) {
            throw input.error(Kind.ARGUMENT_EMPTY);
        }
        return input.bytes(length);
    }

    private Attestation readAttestation() throws OtsException {
        Bytes tag = input.bytes(Attestation.TAG_LENGTH);
        int length = input.length(Limit.PAYLOAD, Kind.PAYLOAD_TOO_LONG);
        OtsInput payload = input.part(length);
        Attestation attestation = readPayload(tag, payload);
        payload.expectEnd(Kind.PAYLOAD_TRAILING);
        return attestation;
    }

    private static Attestation readPayload(Bytes tag, OtsInput payload) throws OtsException {
        if (tag.equals(BitcoinAttestation.TAG)) {
            return new BitcoinAttestation(readHeight(payload));
        }
        if (tag.equals(PendingAttestation.TAG)) {
            return new PendingAttestation(readUri(payload));
        }
        int length = UnknownAttestation.holdsNumber(tag) ? lengthOfNumber(payload) : payload.remaining();
        return new UnknownAttestation(tag, payload.bytes(length));
    }

    private static long readHeight(OtsInput payload) throws OtsException {
        long height = payload.number();
        if (!Limit.HEIGHT.allows(height)) {
            throw payload.error(Kind.HEIGHT_TOO_LARGE);
        }
        return height;
    }

    private static String readUri(OtsInput payload) throws OtsException {
        int length = payload.length(Limit.URI, Kind.URI_TOO_LONG);
        String uri = new String(payload.bytes(length).toArray(), StandardCharsets.ISO_8859_1);
        if (!PendingAttestation.isUri(uri)) {
            throw payload.error(Kind.URI_CHARACTER);
        }
        return uri;
    }

    /** Another chain's height is kept as it is written, whatever its size. */
    private static int lengthOfNumber(OtsInput payload) throws OtsException {
        OtsInput ahead = payload.ahead();
        int length = 1;
        while (ahead.octet() >= 0x80) {
            length++;
        }
        return length;
    }
}
