package org.trialseal.core.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.HeaderRunFormat;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.proof.ArtifactOpening;
import org.trialseal.core.proof.EntryName;
import org.trialseal.core.proof.OpenedEntry;
import org.trialseal.core.proof.PackageEntry;
import org.trialseal.core.proof.PackageHeader;
import org.trialseal.core.proof.PackageReader;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;

/**
 * One run through a package, from its first byte to its last. What is read from an entry counts once the entry was read
 * to its end and found intact; an entry that is malformed because it was damaged counts as damaged.
 */
final class PackageVerification {
    private final PackageReader reader;
    private final VerificationPolicy policy;
    private final DisclosureListener listener;
    private final LedgerCheck ledger;
    private final DataChecks data;
    private Optional<EntriesCheck> entries = Optional.empty();
    private Optional<DetachedTimestamp> timestamp = Optional.empty();
    private Optional<HeaderRun> headers = Optional.empty();

    PackageVerification(PackageReader reader, VerificationPolicy policy, DisclosureListener listener) {
        this.reader = reader;
        this.policy = policy;
        this.listener = listener;
        this.ledger = new LedgerCheck(reader.seal());
        this.data = new DataChecks(listener, reader.seal(), ledger::entries);
    }

    /** What to do with what was read, once it is known whether it is intact. */
    private interface Reading {
        void settle(boolean intact) throws IOException, MalformedException;
    }

    VerificationReport run() throws IOException, MalformedException {
        for (Optional<PackageEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            take(next.get());
        }
        return report();
    }

    private void take(PackageEntry entry) throws IOException, MalformedException {
        @Nullable Reading reading = null;
        try {
            reading = read(entry);
        } catch (MalformedException e) {
            if (reader.isIntact(entry)) {
                throw e;
            }
        }
        boolean intact = reader.isIntact(entry);
        if (reading == null) {
            settleUnread(entry.name());
        } else {
            reading.settle(intact);
        }
    }

    private Reading read(PackageEntry entry) throws IOException, MalformedException {
        String source = entry.name().text();
        switch (entry.name().kind()) {
            case PACKAGE:
                return header(source, PackageHeader.read(source, entry.stream()));
            case STATEMENT:
                return statement(source, entry.stream().readAllBytes());
            case TIMESTAMP:
                DetachedTimestamp proof =
                        DetachedTimestamp.read(source, entry.stream().readAllBytes());
                return intact -> timestamp = intact ? Optional.of(proof) : Optional.empty();
            case HEADERS:
                HeaderRun run = headerFormat().read(entry.stream(), source);
                return intact -> headers = intact ? Optional.of(run) : Optional.empty();
            case ENTRIES:
                return opened(OpenedEntry.readList(source, entry.stream()));
            case OPENINGS:
                return openings(source, ArtifactOpening.readList(source, entry.stream()));
            case DISCLOSURE:
            case CONTENT:
            case LOG:
                DataChecks.Pending pending = data.read(entry, artifact(entry.name()));
                return pending::settle;
            default:
                return intact -> {};
        }
    }

    private Reading header(String source, long seal) {
        return intact -> {
            if (intact && seal != reader.seal()) {
                throw new MalformedException(
                        MalformedException.Kind.OTHER, source, "names another seal than the package holds");
            }
        };
    }

    private Reading statement(String source, byte[] bytes) throws MalformedException {
        Statement statement = Statement.parse(source, bytes);
        return intact -> {
            if (intact) {
                ledger.add(statement, Sha256.of(bytes));
            } else {
                ledger.addDamaged();
            }
        };
    }

    private HeaderRunFormat headerFormat() {
        Network network = ledger.statement().map(Statement::network).orElse(Network.BITCOIN);
        return HeaderRunFormat.of(policy.of(network).checkpoints().parameters());
    }

    private Reading opened(List<OpenedEntry> opened) {
        return intact -> {
            if (intact) {
                entries = ledger.statement().map(EntriesCheck::new);
                entries.ifPresent(check -> check.entries(opened));
            }
        };
    }

    private Reading openings(String source, List<ArtifactOpening> openings) {
        return intact -> {
            if (!intact) {
                entries = Optional.empty();
            } else if (entries.isPresent()) {
                entries.get().openings(source, openings);
                announce(entries.get(), openings);
            }
        };
    }

    private void announce(EntriesCheck check, List<ArtifactOpening> openings) throws IOException {
        for (OpenedArtifact artifact : check.artifacts()) {
            listener.entry(artifact.index(), artifact.entry());
        }
        for (ArtifactOpening opening : openings) {
            if (check.artifact(opening.artifact()).isPresent()) {
                listener.opening(opening.artifact(), opening.opening());
            }
        }
    }

    private Optional<OpenedArtifact> artifact(EntryName name) {
        return entries.flatMap(check -> check.artifact(name.artifact()));
    }

    private void settleUnread(EntryName name) throws IOException {
        if (name.kind() == EntryName.Kind.STATEMENT) {
            ledger.addDamaged();
        } else if (name.kind() == EntryName.Kind.OPENINGS) {
            entries = Optional.empty();
        } else if (name.kind().showsArtifact()) {
            data.addDamaged(name, artifact(name));
        }
    }

    private VerificationReport report() throws IOException {
        List<Check> checks = new ArrayList<>();
        checks.add(PackageCheck.of(reader.names().size(), reader.damaged()));
        checks.add(ledger.statementCheck());
        checks.add(ledger.ledgerCheck());
        checks.add(entries.map(EntriesCheck::check)
                .orElseGet(() -> Check.required(
                        CheckId.ENTRIES, Reason.NOT_CHECKED, "The entries cannot be checked: something is damaged.")));
        checks.addAll(data.checks());
        checks.add(SignaturesCheck.of(ledger.statement(), policy.signers()));
        TimeFinding time = time();
        checks.add(time.check());
        return new VerificationReport(
                checks,
                time.time(),
                ledger.summary(),
                data.disclosed(),
                NotShown.of(checks, ledger.statement().map(Statement::network)));
    }

    private TimeFinding time() throws IOException {
        boolean damaged = reader.damaged().stream().anyMatch(name -> name.kind() == EntryName.Kind.TIMESTAMP);
        if (ledger.statement().isEmpty() || damaged) {
            return new TimeFinding(
                    Check.required(
                            CheckId.TIME, Reason.NOT_CHECKED, "The time cannot be checked: something is damaged."),
                    TimeResult.NONE);
        }
        return TimeCheck.of(ledger.statement().get(), ledger.digest().orElseThrow(), timestamp, headers, policy);
    }
}
