package org.trialseal.core.ots;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.OtsException.Kind;

/**
 * A message, what attests it, and the operations that lead to further messages. An immutable tree in canonical order:
 * equal proofs are equal values and equal bytes, in whatever order they were put together.
 */
public final class Timestamp {
    private final Bytes message;
    private final List<Attestation> attestations;
    private final List<Branch> branches;

    Timestamp(Bytes message, List<Attestation> attestations, List<Branch> branches) {
        this.message = message;
        this.attestations = attestations;
        this.branches = branches;
    }

    /**
     * A timestamp with nothing to it yet.
     *
     * @throws IllegalArgumentException when the message has more than 4096 bytes
     */
    public static Timestamp of(Bytes message) {
        if (!Limit.MESSAGE.allows(message.length())) {
            throw new IllegalArgumentException("a message has at most 4096 bytes, not " + message.length());
        }
        return new Timestamp(message, List.of(), List.of());
    }

    /**
     * Reads a serialised timestamp, as a calendar answers it. Operations are replayed while reading.
     *
     * @param source what is read, for messages
     * @param content the timestamp and nothing else
     * @param message the message it starts from, at most 4096 bytes; the content does not hold it
     * @throws OtsException when it is not well formed or outside a {@link Limit}
     */
    public static Timestamp read(String source, byte[] content, Bytes message) throws OtsException {
        OtsInput input = new OtsInput(source, content);
        Timestamp timestamp = new TimestampReader(input).read(message);
        input.expectEnd(Kind.TRAILING_BYTES);
        return timestamp;
    }

    /** The message that everything here is about, 0 to 4096 bytes. */
    public Bytes message() {
        return message;
    }

    /** The attestations of this very message. */
    public List<Attestation> ownAttestations() {
        return attestations;
    }

    /** The ways on from this message. */
    public List<Branch> branches() {
        return branches;
    }

    /** All attestations, of this and of every message that follows from it, in canonical order. */
    public List<Attested> attestations() {
        return attestations(op -> true);
    }

    /**
     * Those attestations that count, in canonical order: not those beyond any other hash than SHA-256, for nothing is to
     * rest on a weaker hash, and no calendar needs another one.
     */
    public List<Attested> firmAttestations() {
        return attestations(Op::isFirm);
    }

    /** The blocks of Bitcoin among {@link #firmAttestations}. */
    public List<AttestedBlock> blocks() {
        return firmAttestations().stream()
                .flatMap(attested -> attested.block().stream())
                .toList();
    }

    private List<Attested> attestations(Predicate<Op> followed) {
        List<Attested> found = new ArrayList<>();
        Deque<Timestamp> waiting = new ArrayDeque<>(List.of(this));
        while (!waiting.isEmpty()) {
            Timestamp at = waiting.pop();
            at.attestations.forEach(attestation -> found.add(new Attested(at.message, attestation)));
            for (int i = at.branches.size() - 1; i >= 0; i--) {
                if (followed.test(at.branches.get(i).op())) {
                    waiting.push(at.branches.get(i).next());
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether every path ends in an attestation, as it must before the timestamp can be written. */
    public boolean isComplete() {
        Deque<Timestamp> waiting = new ArrayDeque<>();
        waiting.push(this);
        while (!waiting.isEmpty()) {
            Timestamp at = waiting.pop();
            if (at.attestations.isEmpty() && at.branches.isEmpty()) {
                return false;
            }
            at.branches.forEach(branch -> waiting.push(branch.next()));
        }
        return true;
    }

    /**
     * This with one more attestation of its own message.
     *
     * @throws OtsException when that is outside a {@link Limit}
     */
    public Timestamp attest(Attestation attestation) throws OtsException {
        Draft draft = Draft.of(this);
        draft.attest(attestation);
        return draft.freeze();
    }

    /**
     * All that this and {@code other} hold.
     *
     * @throws OtsException when that is outside a {@link Limit}
     * @throws IllegalArgumentException when the messages differ
     */
    public Timestamp merge(Timestamp other) throws OtsException {
        Draft draft = Draft.of(this);
        draft.merge(other);
        return draft.freeze();
    }

    /**
     * This with {@code other} merged in wherever its message stands. Nothing that was there is lost.
     *
     * @throws OtsException when that is outside a {@link Limit}
     * @throws IllegalArgumentException when the message of {@code other} stands nowhere in this
     */
    public Timestamp graft(Timestamp other) throws OtsException {
        Draft draft = Draft.of(this);
        draft.graft(other, at -> true);
        return draft.freeze();
    }

    /**
     * This with a calendar's later answer merged in wherever {@code pending} attests the message the answer starts from.
     * The pending attestation stays.
     *
     * @throws OtsException when that is outside a {@link Limit}
     * @throws IllegalArgumentException when {@code pending} attests that message nowhere in this
     */
    public Timestamp upgrade(PendingAttestation pending, Timestamp answer) throws OtsException {
        Draft draft = Draft.of(this);
        draft.graft(answer, at -> at.holds(pending));
        return draft.freeze();
    }

    /**
     * This without some of its attestations, and without the operations that then lead nowhere.
     *
     * @param refused those to leave out
     * @return empty when nothing would be left
     */
    public Optional<Timestamp> without(Predicate<Attested> refused) {
        return Pruning.of(this, refused);
    }

    /**
     * The canonical serialisation, without the message: what {@link #read} reads.
     *
     * @throws IllegalStateException unless {@link #isComplete}
     */
    public byte[] toBytes() {
        if (!isComplete()) {
            throw new IllegalStateException("a path of the timestamp ends without an attestation");
        }
        OtsOutput output = new OtsOutput();
        new TimestampWriter(output).write(this);
        return output.toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Timestamp && sameTree(this, (Timestamp) other);
    }

    private static boolean sameTree(Timestamp left, Timestamp right) {
        Deque<Timestamp> waiting = new ArrayDeque<>(List.of(left, right));
        while (!waiting.isEmpty()) {
            Timestamp a = waiting.pop();
            Timestamp b = waiting.pop();
            if (!a.message.equals(b.message)
                    || !a.attestations.equals(b.attestations)
                    || !a.ops().equals(b.ops())) {
                return false;
            }
            for (int i = 0; i < a.branches.size(); i++) {
                waiting.push(a.branches.get(i).next());
                waiting.push(b.branches.get(i).next());
            }
        }
        return true;
    }

    private List<Op> ops() {
        return branches.stream().map(Branch::op).toList();
    }

    @Override
    public int hashCode() {
        return Objects.hash(message, attestations, ops());
    }

    /** The message in hexadecimal and the number of attestations, for test messages. */
    @Override
    public String toString() {
        return "Timestamp(" + message + ", " + attestations().size() + " attestations)";
    }
}
