package org.trialseal.app.work.trail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.AttestedBlock;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.Branch;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.Limit;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.proof.EntryName.Kind;
import org.trialseal.core.proof.OpenedEntry;
import org.trialseal.core.proof.PackageEntry;
import org.trialseal.core.proof.PackageReader;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;

/** Reads the trail of a package: verifies it first, and follows in it what the verifier followed. */
public final class TrailReader implements Trails {
    private final java.util.function.Supplier<VerificationPolicy> policies;

    /** @param policies gives what is demanded now; asked for each file */
    public TrailReader(java.util.function.Supplier<VerificationPolicy> policies) {
        this.policies = policies;
    }

    @Override
    public ProofTrail read(Path file) throws IOException, MalformedException {
        FirstShown shown = new FirstShown();
        VerificationReport report = new Verifier(policies.get()).verify(PathFile.of(file), shown);
        Parts parts = new Parts();
        try (InputStream in = PathFile.of(file).open()) {
            parts.read(PackageReader.open(file.toString(), in));
        }
        if (parts.statement == null || parts.digest == null) {
            throw new MalformedException(file.toString(), "the package has no statement");
        }
        Optional<ProofTrail.Artifact> artifact = parts.opened.stream()
                .filter(opened -> opened.index() == shown.artifact())
                .findFirst()
                .map(opened -> new ProofTrail.Artifact(
                        opened.index(), opened.entry(), opened.path().size()));
        OptionalLong height = height(report, parts.timestamp);
        return new ProofTrail(
                report,
                shown.record(),
                artifact,
                parts.statement,
                parts.digest,
                parts.timestamp == null ? List.of() : steps(parts.timestamp.timestamp(), height),
                height);
    }

    /** The parts of a package that the trail leads through. */
    private static final class Parts {
        private @Nullable Statement statement;
        private @Nullable Sha256 digest;
        private @Nullable DetachedTimestamp timestamp;
        private List<OpenedEntry> opened = List.of();

        void read(PackageReader reader) throws IOException, MalformedException {
            long seal = reader.seal();
            for (Optional<PackageEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
                PackageEntry entry = next.get();
                if (entry.name().seal() == seal) {
                    take(entry);
                }
            }
        }

        private void take(PackageEntry entry) throws IOException, MalformedException {
            String name = entry.name().text();
            if (entry.name().kind() == Kind.STATEMENT) {
                byte[] bytes = entry.stream().readNBytes(Statement.MAX_LENGTH + 1);
                statement = Statement.parse(name, bytes);
                digest = Sha256.of(bytes);
            } else if (entry.name().kind() == Kind.TIMESTAMP) {
                timestamp = DetachedTimestamp.read(name, entry.stream().readNBytes((int) Limit.FILE.max() + 1));
            } else if (entry.name().kind() == Kind.ENTRIES) {
                opened = OpenedEntry.readList(name, entry.stream());
            }
        }
    }

    private static OptionalLong height(VerificationReport report, @Nullable DetachedTimestamp timestamp) {
        Optional<TimeResult.AttestingBlock> block = report.time().block();
        if (block.isPresent()) {
            return OptionalLong.of(block.get().height());
        }
        return timestamp == null
                ? OptionalLong.empty()
                : timestamp.timestamp().blocks().stream()
                        .mapToLong(AttestedBlock::height)
                        .min();
    }

    /** A place in the tree of a timestamp, and how it was reached. */
    private record Place(
            Timestamp at, @Nullable Place before, @Nullable Branch by) {}

    private static List<ProofTrail.Step> steps(Timestamp start, OptionalLong height) {
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.push(new Place(start, null, null));
        while (!waiting.isEmpty()) {
            Place place = waiting.pop();
            if (place.at.ownAttestations().stream().anyMatch(attestation -> ends(attestation, height))) {
                return way(place);
            }
            place.at.branches().stream()
                    .filter(branch -> height.isEmpty() || branch.op().isFirm())
                    .forEach(branch -> waiting.push(new Place(branch.next(), place, branch)));
        }
        return List.of();
    }

    private static boolean ends(Attestation attestation, OptionalLong height) {
        return height.isPresent()
                ? attestation instanceof BitcoinAttestation bitcoin && bitcoin.height() == height.getAsLong()
                : attestation instanceof PendingAttestation;
    }

    private static List<ProofTrail.Step> way(Place end) {
        List<ProofTrail.Step> steps = new ArrayList<>();
        for (Place place = end; place.by != null && place.before != null; place = place.before) {
            steps.add(0, new ProofTrail.Step(place.by.op(), place.at.message()));
        }
        return steps;
    }
}
