package org.trialseal.app.work.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.app.work.StudyStores;
import org.trialseal.app.work.input.DataFiles;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.compare.ComparisonOptions;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.DifferenceJournal;
import org.trialseal.core.compare.FolderComparison;
import org.trialseal.core.compare.LaterFile;
import org.trialseal.core.compare.PackageComparison;
import org.trialseal.core.compare.ValuesComparison;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.prove.RetainedData;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.Importer;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.importers.Formats;

/** Compares a later copy of the data with a seal, as it was ordered. */
public final class SealComparing {
    private final StudyStores stores;
    private final Formats formats;
    private final SecureRandom random;
    private final Supplier<VerificationPolicy> policy;

    /**
     * @param configuration names the folder of the study stores
     * @param policy judges packages
     */
    public SealComparing(
            Configuration configuration, Formats formats, SecureRandom random, Supplier<VerificationPolicy> policy) {
        this.stores = new StudyStores(configuration, random);
        this.formats = formats;
        this.random = random;
        this.policy = policy;
    }

    /**
     * The statement of the seal that an order would compare with; none of a package, which says nothing before it was
     * verified.
     *
     * @throws MalformedException when an evidence folder is damaged
     */
    public Optional<Statement> statement(Path seal) throws IOException, MalformedException, RefusedException {
        if (!Files.exists(seal)) {
            throw new RefusedException(Code.NO_SEAL, seal);
        }
        return Files.isDirectory(seal) ? Optional.of(EvidenceFolder.open(seal).statement()) : Optional.empty();
    }

    /** An empty journal for the differences of one comparison; it lies in the platform's folder for temporary files. */
    public DifferenceJournal journal() throws IOException {
        return DifferenceJournal.create(ComparisonOptions.standard().temporary(), random);
    }

    /**
     * Compares.
     *
     * @param passphrase of the evidence folder, when the order needs one
     * @param journal takes all differences, where they are all wanted; then the report lists none
     * @param progress makes a meter for a number of records
     * @throws RefusedException when something is missing; its kind is {@link RefusedException.Kind#NO_STORE} when it is
     *     the study store
     */
    public Compared compare(
            ComparisonOrder order,
            Optional<Passphrase> passphrase,
            Optional<DifferenceJournal> journal,
            LongFunction<SealProgress> progress)
            throws IOException, MalformedException, RefusedException, WrongPassphraseException {
        VerificationPolicy judge = order.practice() ? policy.get().acceptingPractice() : policy.get();
        ComparisonOptions options = ComparisonOptions.standard();
        options = order.onlyGiven() ? options.onlyWhatIsGiven() : options;
        options = journal.isPresent() ? options.into(journal.get()) : options;
        try (LaterCopies copies = later(order, judge, options)) {
            List<LaterFile> later = copies.files();
            SealProgress meter = progress.apply(records(later));
            Compared compared = order.needsPassphrase()
                    ? withFolder(order, passphrase.orElseThrow(), options, later, meter)
                    : withPackage(order, judge, options, later, meter);
            return compared.with(copies.verifications());
        }
    }

    private LaterCopies later(ComparisonOrder order, VerificationPolicy judge, ComparisonOptions options)
            throws IOException, MalformedException, RefusedException {
        LaterCopies copies = new LaterCopies();
        try {
            List<Path> files = order.later().stream()
                    .filter(path -> !LaterCopies.isPackage(path))
                    .toList();
            copies.add(files.isEmpty() ? List.of() : files(order, files));
            for (Path path : order.later()) {
                if (LaterCopies.isPackage(path)) {
                    copies.open(path, judge, options.temporary(), random);
                }
            }
            return copies;
        } catch (IOException | MalformedException | RefusedException | RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    private Compared withPackage(
            ComparisonOrder order,
            VerificationPolicy judge,
            ComparisonOptions options,
            List<LaterFile> later,
            SealProgress progress)
            throws IOException, MalformedException {
        PathFile file = PathFile.of(order.seal());
        PackageComparison.Result result = order.values()
                ? new ValuesComparison(options, random).compare(file, judge, later, progress)
                : new PackageComparison(file, judge, options, random).compare(later, progress);
        return new Compared(
                order,
                result.verification().ledger().statement(),
                result.comparison(),
                result.verification().disclosed().stream()
                        .filter(shown -> shown.kind().equals("document"))
                        .map(Disclosed::name)
                        .collect(Collectors.toSet()),
                Optional.of(result.verification()),
                List.of(),
                List.of());
    }

    private Compared withFolder(
            ComparisonOrder order,
            Passphrase passphrase,
            ComparisonOptions standard,
            List<LaterFile> later,
            SealProgress progress)
            throws IOException, MalformedException, RefusedException, WrongPassphraseException {
        EvidenceFolder evidence = EvidenceFolder.open(order.seal());
        try (StudyStore store = stores.open(evidence, passphrase)) {
            FolderOpenings openings = evidence.unlock(passphrase);
            RetainedData old =
                    new RetainedData(new DataFiles(formats, order.data()).of(evidence), evidence, openings, store);
            boolean hasOld = !order.data().isEmpty() || old.isRetained();
            ComparisonOptions options = hasOld ? standard.withOldData(old) : standard;
            FolderComparison comparison = new FolderComparison(evidence, openings, store, options, random);
            List<AllegedValue.Answer> alleged = new ArrayList<>();
            for (AllegedValue value : order.values() ? List.<AllegedValue>of() : order.alleged()) {
                alleged.add(comparison.check(value, copyOf(value.dataset(), later)));
            }
            ComparisonReport report = order.values()
                    ? new ValuesComparison(options, random).compare(evidence, openings, store, later, progress)
                    : comparison.compare(later, progress);
            return new Compared(
                    order,
                    Optional.of(evidence.statement()),
                    report,
                    documents(evidence),
                    Optional.empty(),
                    List.of(),
                    alleged);
        }
    }

    private static Set<String> documents(EvidenceFolder evidence) {
        return evidence.entries().stream()
                .filter(DocumentEntry.class::isInstance)
                .map(SealEntry::name)
                .collect(Collectors.toSet());
    }

    private static Optional<LaterFile> copyOf(String dataset, List<LaterFile> later) {
        return later.stream()
                .filter(file -> file.file().name().startsWith(dataset + ".") || later.size() == 1)
                .findFirst();
    }

    private List<LaterFile> files(ComparisonOrder order, List<Path> files)
            throws IOException, MalformedException, RefusedException {
        List<LaterFile> later = new ArrayList<>();
        for (SealItem item : new Inputs(formats, Inputs.Wishes.none()).later(files)) {
            PathFile file = item.file();
            later.add(
                    item instanceof SealItem.DataItem table
                            ? new LaterFile.Tables(
                                    file,
                                    table.importer(),
                                    table.plan(),
                                    order.values() ? asRecords(table) : Optional.empty())
                            : new LaterFile.Plain(file));
        }
        return later;
    }

    private static Optional<LaterFile.Arranged> asRecords(SealItem.DataItem table)
            throws IOException, MalformedException {
        Optional<Importer> importer = table.importer().asRecords();
        if (importer.isEmpty()) {
            return Optional.empty();
        }
        FilePlan plan = importer.get().plan(table.file(), Map.of(), Optional.empty(), List.of());
        return Optional.of(new LaterFile.Arranged(importer.get(), plan))
                .filter(records -> !plan.datasets().isEmpty());
    }

    private static long records(List<LaterFile> later) {
        return later.stream()
                .filter(LaterFile.Tables.class::isInstance)
                .flatMap(file -> ((LaterFile.Tables) file).plan().datasets().stream())
                .mapToLong(dataset -> dataset.records())
                .sum();
    }
}
