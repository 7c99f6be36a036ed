package org.trialseal.app.work.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.study.KeptStudy.Contents;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.verify.VerificationPolicy;

/** Reads what this computer keeps from the evidence folders themselves. */
public final class KeptStudies {
    private final SealRegister register;
    private final Supplier<VerificationPolicy> policy;
    private final Clock clock;

    /**
     * @param register knows where the folders lie
     * @param policy judges their anchors
     * @param clock this computer's clock
     */
    public KeptStudies(SealRegister register, Supplier<VerificationPolicy> policy, Clock clock) {
        this.register = register;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * All that was found.
     *
     * @param studies the one with the latest seal first
     * @param lost folders that were known and are gone, or cannot be read any more
     */
    public record Shelf(List<KeptStudy> studies, List<Path> lost) {
        public Shelf {
            studies = List.copyOf(studies);
            lost = List.copyOf(lost);
        }
    }

    /** Reads all of it. */
    public Shelf read() throws IOException {
        VerificationPolicy judge = policy.get();
        Map<Bytes, List<EvidenceFolder>> ledgers = new LinkedHashMap<>();
        Map<EvidenceFolder, Path> places = new LinkedHashMap<>();
        List<Path> lost = new ArrayList<>();
        for (Path path : register.paths()) {
            try {
                EvidenceFolder folder = EvidenceFolder.open(path);
                places.put(folder, path);
                ledgers.computeIfAbsent(folder.statement().ledger(), ledger -> new ArrayList<>())
                        .add(folder);
            } catch (IOException | MalformedException e) {
                lost.add(path);
            }
        }
        List<KeptStudy> studies = new ArrayList<>();
        for (List<EvidenceFolder> folders : ledgers.values()) {
            studies.add(study(folders, places, judge));
        }
        studies.sort(Comparator.comparing(
                        (KeptStudy study) -> study.last().statement().claimedTime())
                .reversed());
        return new Shelf(studies, lost);
    }

    private KeptStudy study(List<EvidenceFolder> folders, Map<EvidenceFolder, Path> places, VerificationPolicy judge) {
        TreeMap<Long, Map<Sha256, EvidenceFolder>> byNumber = new TreeMap<>();
        for (EvidenceFolder folder : folders) {
            byNumber.computeIfAbsent(folder.statement().place().seal(), number -> new LinkedHashMap<>())
                    .put(folder.digest(), folder);
        }
        List<KeptSeal> seals = byNumber.values().stream()
                .flatMap(same -> same.values().stream())
                .map(folder -> new KeptSeal(
                        places.getOrDefault(folder, Path.of("")),
                        folder.statement(),
                        contents(folder),
                        anchor(folder, judge)))
                .toList();
        List<Long> gaps = LongStream.range(1, byNumber.lastKey())
                .filter(number -> !byNumber.containsKey(number))
                .boxed()
                .toList();
        List<Long> forks = byNumber.keySet().stream()
                .filter(number -> isForked(number, byNumber))
                .toList();
        return new KeptStudy(seals, gaps, forks);
    }

    /** Whether two seals of this number are here, or one is and the next names another. */
    private static boolean isForked(long number, Map<Long, Map<Sha256, EvidenceFolder>> byNumber) {
        Set<Sha256> here = byNumber.getOrDefault(number, Map.of()).keySet();
        Set<Sha256> named = byNumber.getOrDefault(number + 1, Map.of()).values().stream()
                .flatMap(next -> next.statement().place().previous().stream())
                .collect(Collectors.toSet());
        return here.size() > 1 || !here.containsAll(named);
    }

    private Optional<AnchorProgress> anchor(EvidenceFolder folder, VerificationPolicy judge) {
        try {
            return Optional.of(AnchorProgress.of(folder, judge, clock.instant()));
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }

    private static Contents contents(EvidenceFolder folder) {
        long datasets = 0;
        long logs = 0;
        long records = 0;
        long documents = 0;
        for (SealEntry entry : folder.entries()) {
            if (entry instanceof DatasetEntry dataset) {
                datasets++;
                records += dataset.shape().records();
            } else if (entry instanceof LogEntry log) {
                logs++;
                records += log.records();
            } else if (entry instanceof DocumentEntry) {
                documents++;
            }
        }
        return new Contents(datasets, logs, records, documents);
    }

    /**
     * The newest seal that holds files with the names of all these; none when seals of several studies do, since it is not
     * known then which is meant.
     */
    public Optional<Path> sealOf(List<Path> files) {
        Set<String> names =
                files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.toSet());
        try {
            Optional<EvidenceFolder> newest = Optional.empty();
            Optional<Path> place = Optional.empty();
            for (Path path : register.paths()) {
                Optional<EvidenceFolder> folder = holding(path, names);
                if (folder.isEmpty() || newest.isPresent() && isLater(newest.get(), folder.get())) {
                    continue;
                }
                if (newest.isPresent() && !isSameStudy(newest.get(), folder.get())) {
                    return Optional.empty();
                }
                newest = folder;
                place = Optional.of(path);
            }
            return place;
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean isSameStudy(EvidenceFolder one, EvidenceFolder other) {
        return one.statement().ledger().equals(other.statement().ledger());
    }

    private static boolean isLater(EvidenceFolder one, EvidenceFolder other) {
        return isSameStudy(one, other)
                && one.statement().place().seal() > other.statement().place().seal();
    }

    private static Optional<EvidenceFolder> holding(Path path, Set<String> names) {
        try {
            EvidenceFolder folder = EvidenceFolder.open(path);
            Set<String> sealed = folder.entries().stream().map(SealEntry::name).collect(Collectors.toSet());
            return sealed.containsAll(names) ? Optional.of(folder) : Optional.empty();
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }
}
