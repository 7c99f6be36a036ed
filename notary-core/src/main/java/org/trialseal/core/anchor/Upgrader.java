package org.trialseal.core.anchor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.anchor.Failed.Cause;
import org.trialseal.core.anchor.PendingPromise.Request;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.Timestamp;

/**
 * Asks calendars for what has become of their promises, and merges what they answer into the proofs. Nothing a proof
 * held is ever lost, an answer that does not fit changes nothing, and no calendar outside the allow-list is contacted.
 */
public final class Upgrader {
    /** Most questions to one calendar in one call; a proof may hold thousands of promises, real ones hold a few. */
    public static final int MAX_REQUESTS = 64;

    /** Longest commitment asked for, in bytes; those of calendars have 44. */
    public static final int MAX_COMMITMENT = 256;

    private final AllowList allowList;
    private final Calendars calendars;
    private final Optional<HeaderSource> headers;

    /**
     * An upgrader.
     *
     * @param headers when there is a source, a block that contradicts an answer is noticed and the answer refused; without
     *     one a false answer is found only when the proof is verified
     */
    public Upgrader(AllowList allowList, Calendars calendars, Optional<HeaderSource> headers) {
        this.allowList = allowList;
        this.calendars = calendars;
        this.headers = headers;
    }

    /**
     * Upgrades one proof.
     *
     * @throws InterruptedException when interrupted while waiting; nothing has changed then
     */
    public UpgradeResult upgrade(DetachedTimestamp proof, Deadline deadline) throws InterruptedException {
        return upgrade(List.of(proof), deadline).get(0);
    }

    /**
     * Upgrades proofs together. A promise that several of them hold, as those of one submission do, is asked for once.
     *
     * @return a result for each proof, in order
     * @throws InterruptedException when interrupted while waiting; nothing has changed then
     */
    public List<UpgradeResult> upgrade(List<DetachedTimestamp> proofs, Deadline deadline) throws InterruptedException {
        BlockWitness witness = new BlockWitness(headers, deadline);
        List<List<Item>> items = new ArrayList<>();
        for (DetachedTimestamp proof : proofs) {
            items.add(items(proof, witness));
        }
        Map<Request, UpgradeAnswer> answers = ask(requests(items), witness, deadline);
        List<UpgradeResult> results = new ArrayList<>();
        for (int i = 0; i < proofs.size(); i++) {
            results.add(merge(proofs.get(i), items.get(i), answers));
        }
        return List.copyOf(results);
    }

    private List<Item> items(DetachedTimestamp proof, BlockWitness witness) {
        List<Item> items = new ArrayList<>();
        for (PendingPromise promise : PendingPromise.of(proof.timestamp())) {
            items.add(new Item(promise, settled(promise, witness)));
        }
        return items;
    }

    private Optional<UpgradeOutcome> settled(PendingPromise promise, BlockWitness witness) {
        if (!allowList.allows(promise.pending().uri())) {
            return Optional.of(promise.isKept(witness) ? new Confirmed() : new NotAllowed());
        }
        if (promise.isKept(witness)) {
            return Optional.of(new Confirmed());
        }
        boolean tooLong = promise.commitment().length() > MAX_COMMITMENT;
        return tooLong ? Optional.of(Failed.because(Cause.NOT_ASKED)) : Optional.empty();
    }

    private static Collection<Set<Request>> requests(List<List<Item>> items) {
        Map<String, Set<Request>> byCalendar = new LinkedHashMap<>();
        items.stream()
                .flatMap(List::stream)
                .filter(item -> item.settled.isEmpty())
                .map(item -> item.promise.request())
                .forEach(request -> byCalendar
                        .computeIfAbsent(request.uri(), uri -> new LinkedHashSet<>())
                        .add(request));
        return byCalendar.values();
    }

    /** Calendars at once, the questions to each one after the other. */
    private Map<Request, UpgradeAnswer> ask(
            Collection<Set<Request>> byCalendar, BlockWitness witness, Deadline deadline) throws InterruptedException {
        Map<Request, UpgradeAnswer> answers = new HashMap<>();
        try (Asking<Request, UpgradeAnswer> asking = new Asking<>()) {
            for (Set<Request> requests : byCalendar) {
                List<Request> asked = requests.stream().limit(MAX_REQUESTS).toList();
                asked.forEach(request -> answers.put(request, Failed.because(Cause.TIMED_OUT)));
                asking.start(asked, request -> ask(request, witness, deadline));
            }
            Optional<Asking.Answer<Request, UpgradeAnswer>> next = asking.next(deadline);
            while (next.isPresent()) {
                answers.put(next.get().question(), next.get().value());
                next = asking.next(deadline);
            }
        }
        return answers;
    }

    private UpgradeAnswer ask(Request request, BlockWitness witness, Deadline deadline) {
        if (deadline.isOver() || Thread.currentThread().isInterrupted()) {
            return Failed.because(Cause.TIMED_OUT);
        }
        try {
            UpgradeAnswer answer = calendars.at(request.uri()).upgrade(request.commitment(), deadline);
            return CalendarAnswer.checked(answer, request.commitment(), witness);
        } catch (RuntimeException e) {
            return Failed.because(Cause.FAULT);
        }
    }

    private static UpgradeResult merge(DetachedTimestamp proof, List<Item> items, Map<Request, UpgradeAnswer> answers) {
        Timestamp merged = proof.timestamp();
        List<AttestationReport> reports = new ArrayList<>();
        for (Item item : items) {
            UpgradeOutcome outcome = item.outcome(answers);
            if (outcome instanceof Upgraded) {
                try {
                    merged = merged.upgrade(item.promise.pending(), ((Upgraded) outcome).timestamp());
                } catch (OtsException e) {
                    outcome = Failed.because(Cause.TOO_LARGE);
                }
            }
            reports.add(new AttestationReport(item.promise.pending().uri(), item.promise.commitment(), outcome));
        }
        return new UpgradeResult(proof.with(merged), !merged.equals(proof.timestamp()), reports);
    }

    /** A promise, and what became of it when nobody needs to be asked. */
    private record Item(PendingPromise promise, Optional<UpgradeOutcome> settled) {
        UpgradeOutcome outcome(Map<Request, UpgradeAnswer> answers) {
            return settled.orElseGet(() -> answers.getOrDefault(promise.request(), Failed.because(Cause.NOT_ASKED)));
        }
    }
}
