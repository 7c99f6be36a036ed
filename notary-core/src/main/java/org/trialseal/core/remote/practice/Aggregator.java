package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.remote.practice.PromiseJournal.Promise;

/**
 * Collects digests for a moment, joins them into a tree, and promises its root: the answer to each is the path from its
 * digest to the commitment, and is given only once the promise is on the disk.
 */
final class Aggregator {
    private static final int MAX_WAITING = 256;
    private static final int NONCE_LENGTH = 16;
    private static final int MAC_LENGTH = 8;
    private static final int KEY_LENGTH = 32;

    private final byte number;
    private final PendingAttestation attestation;
    private final PracticeLedger ledger;
    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final Duration period;
    private final SecureRandom random = new SecureRandom();
    private final Bytes key = randomBytes(KEY_LENGTH);
    private List<Submission> waiting = new ArrayList<>();

    Aggregator(
            byte number,
            PendingAttestation attestation,
            PracticeLedger ledger,
            Clock clock,
            ScheduledExecutorService executor,
            Duration period) {
        this.number = number;
        this.attestation = attestation;
        this.ledger = ledger;
        this.clock = clock;
        this.executor = executor;
        this.period = period;
    }

    private Bytes randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Bytes.copyOf(bytes);
    }

    /** Takes a digest of 1 to 64 bytes; empty when too many wait or the calendar is closing. */
    synchronized Optional<Submission> submit(Bytes digest) {
        if (waiting.size() == MAX_WAITING || waiting.isEmpty() && !schedule()) {
            return Optional.empty();
        }
        Submission submission = new Submission(digest, randomBytes(NONCE_LENGTH), new CompletableFuture<>());
        waiting.add(submission);
        return Optional.of(submission);
    }

    private boolean schedule() {
        try {
            Future<?> publishing = executor.schedule(this::publish, period.toMillis(), TimeUnit.MILLISECONDS);
            return !publishing.isCancelled();
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private synchronized List<Submission> takeWaiting() {
        List<Submission> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    private void publish() {
        List<Submission> batch = takeWaiting();
        try {
            HashTree tree = new HashTree(batch.stream().map(Submission::leaf).toList());
            Bytes dated = seconds().concat(tree.root().bytes());
            Bytes mac = key.concat(dated).sha256().bytes().slice(0, MAC_LENGTH);
            ledger.promise(List.of(new Promise(number, dated.concat(mac))));
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(answer(batch.get(i), tree.path(i), dated, mac));
            }
        } catch (IOException | OtsException | RuntimeException e) {
            batch.forEach(submission -> submission.answer.completeExceptionally(e));
        }
    }

    private Bytes seconds() {
        long now = Math.max(0, clock.instant().getEpochSecond());
        return Bytes.copyOf(ByteBuffer.allocate(Integer.BYTES).putInt((int) now).array());
    }

    private byte[] answer(Submission submission, List<Op> path, Bytes dated, Bytes mac) throws OtsException {
        TimestampBuilder builder = TimestampBuilder.from(submission.digest);
        builder.append(submission.nonce).sha256();
        for (Op op : path) {
            builder.then(op);
        }
        builder.prepend(dated.slice(0, Integer.BYTES)).append(mac).attest(attestation);
        return builder.build().toBytes();
    }

    /** A digest, what blinds it, and the answer to come. */
    record Submission(Bytes digest, Bytes nonce, CompletableFuture<byte[]> answer) {
        Sha256 leaf() {
            return digest.concat(nonce).sha256();
        }
    }
}
