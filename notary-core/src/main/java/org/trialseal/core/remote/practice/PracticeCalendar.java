package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.remote.practice.PromiseJournal.Promise;

/** Answers the calendar protocol as the reference server does, for one of the practice calendars. */
final class PracticeCalendar implements HttpHandler {
    private static final String TIMESTAMP = "/timestamp/";
    private static final int MAX_HEX = 512;
    private static final int CONFIRMATIONS = 6;
    private static final int LONGEST_AGGREGATION_SECONDS = 4;

    private final byte number;
    private final PracticeLedger ledger;
    private final Aggregator aggregator;

    PracticeCalendar(byte number, PracticeLedger ledger, Aggregator aggregator) {
        this.number = number;
        this.ledger = ledger;
        this.aggregator = aggregator;
    }

    @Override
    public Reply answer(Request request) {
        try {
            return route(request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.text(503, "closing");
        } catch (IOException | OtsException | ExecutionException | TimeoutException e) {
            return Reply.text(500, "internal error");
        }
    }

    private Reply route(Request request)
            throws IOException, OtsException, InterruptedException, ExecutionException, TimeoutException {
        if (request.method().equals("POST") && request.path().equals("/digest")) {
            return digest(request.body());
        }
        if (request.method().equals("GET") && request.path().startsWith(TIMESTAMP)) {
            return timestamp(request.path().substring(TIMESTAMP.length()));
        }
        if (request.method().equals("GET") && request.path().equals("/tip")) {
            Optional<Sha256> root = ledger.waitingRoot();
            return root.map(tip -> Reply.ok(tip.toArray())).orElse(Reply.text(404, ""));
        }
        return Reply.text(404, "Not found");
    }

    private Reply digest(Bytes digest) throws InterruptedException, ExecutionException, TimeoutException {
        if (digest.length() == 0) {
            return Reply.text(400, "Invalid Content-Length");
        }
        Optional<Aggregator.Submission> submission = aggregator.submit(digest);
        return submission.isEmpty()
                ? Reply.text(503, "busy")
                : Reply.ok(submission.get().answer().get(LONGEST_AGGREGATION_SECONDS, TimeUnit.SECONDS));
    }

    private Reply timestamp(String hex) throws IOException, OtsException {
        if (hex.length() > MAX_HEX || !hex.matches("(?:[0-9a-f]{2})+")) {
            return Reply.text(400, "commitment must be hex-encoded bytes");
        }
        Promise promise = new Promise(number, Bytes.ofHex(hex));
        PromiseState state = ledger.state(promise);
        switch (state.kind()) {
            case UNKNOWN:
                return Reply.text(404, "Not found");
            case WAITING:
                return Reply.text(404, "Pending confirmation in Bitcoin blockchain");
            default:
                return inBlock(promise, state.placeInBlock());
        }
    }

    private static Reply inBlock(Promise promise, PromiseState.Place place) throws OtsException {
        if (place.confirmations() < CONFIRMATIONS) {
            return Reply.text(
                    404,
                    "Timestamped by transaction " + place.transaction() + "; waiting for " + CONFIRMATIONS
                            + " confirmations");
        }
        TimestampBuilder builder = TimestampBuilder.from(promise.commitment()).sha256();
        for (Op op : place.path()) {
            builder.then(op);
        }
        builder.attest(new BitcoinAttestation(place.height()));
        return Reply.ok(builder.build().toBytes());
    }
}
