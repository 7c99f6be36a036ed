package org.trialseal.app.work.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.trialseal.app.sample.SampleFile;
import org.trialseal.app.sample.SampleTrial;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.input.DataFiles;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderOpenings;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.prove.Prover;
import org.trialseal.core.prove.RetainedData;
import org.trialseal.core.prove.Selection;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;
import org.trialseal.importers.Formats;

/** Makes the sample trial in the data folder, on the practice network. It is there as a whole or not at all. */
public final class PracticeSample implements SampleStudies {
    private static final List<String> FIELDS = List.of("LBTESTCD", "LBORRES", "LBORRESU");

    private final Configuration configuration;
    private final Formats formats;
    private final SecureRandom random;
    private final Clock clock;

    /**
     * @param configuration names the data folder and that of the study stores
     * @param clock this computer's clock, whose times are claims
     */
    public PracticeSample(Configuration configuration, Formats formats, SecureRandom random, Clock clock) {
        this.configuration = configuration;
        this.formats = formats;
        this.random = random;
        this.clock = clock;
    }

    @Override
    public SampleStudy make(LongConsumer steps) throws Exception {
        Path folder = configuration.data().resolve("sample");
        if (Files.isDirectory(folder)) {
            return remembered(new SampleStudy(folder));
        }
        Path partial = configuration.data().resolve("sample.partial");
        remove(partial);
        try {
            fill(new SampleStudy(Files.createDirectories(partial)), steps);
            Files.move(partial, folder);
        } catch (Exception e) {
            remove(partial);
            throw e;
        }
        return remembered(new SampleStudy(folder));
    }

    private SampleStudy remembered(SampleStudy study) throws IOException {
        SealRegister register = new SealRegister(configuration.data());
        register.remember(study.protocolSeal());
        register.remember(study.lockSeal());
        return study;
    }

    private void fill(SampleStudy study, LongConsumer steps) throws Exception {
        write(study);
        steps.accept(1);
        try (Passphrase passphrase = SampleStudy.passphrase()) {
            EvidenceFolder first = seal(study, passphrase, study.protocolSeal(), Optional.empty());
            steps.accept(1);
            EvidenceFolder second = seal(study, passphrase, study.lockSeal(), Optional.of(study.protocolSeal()));
            steps.accept(1);
            for (EvidenceFolder sealed : List.of(first, second)) {
                Anchoring anchoring = new Anchoring(configuration, random, clock);
                anchoring.stamp(sealed);
                anchoring.upgrade(sealed);
                steps.accept(1);
            }
            prove(study, second, passphrase, steps);
        }
    }

    private static void write(SampleStudy study) throws Exception {
        SampleTrial.writeTo(study.data());
        Files.createDirectories(study.later());
        SampleTrial.tamper(study.data().resolve("lb.csv"), study.later().resolve("lb.csv"));
        SampleTrial.reencode(study.data().resolve("vs.csv"), study.later().resolve("vs.csv"));
    }

    private EvidenceFolder seal(SampleStudy study, Passphrase passphrase, Path out, Optional<Path> previous)
            throws Exception {
        boolean lock = previous.isPresent();
        Map<String, LogOrder> logs = lock ? Map.of("consent", LogOrder.OLDEST_FIRST) : Map.of();
        Inputs.Wishes wishes = new Inputs.Wishes(false, Optional.empty(), List.of(), logs, Optional.empty());
        List<Path> files = SampleTrial.files().stream()
                .map(SampleFile::name)
                .filter(name -> name.endsWith(".csv") == lock)
                .map(study.data()::resolve)
                .toList();
        List<SealItem> items = new Inputs(formats, wishes).all(files);
        SealRequest request = new SealRequest(
                out,
                configuration.stores(),
                Network.PRACTICE,
                new Study(
                        SampleTrial.STUDY_ID,
                        Optional.empty(),
                        Optional.of(SampleTrial.SPONSOR),
                        Optional.of(SampleTrial.TITLE)),
                lock ? "database lock" : "protocol final",
                lock ? "Final data" : "Protocol 1.0",
                previous,
                OptionalLong.empty(),
                List.of(),
                Optional.empty(),
                lock,
                items);
        return new Sealing(random, clock)
                .seal(request, passphrase, SealProgress.silent())
                .folder();
    }

    private void prove(SampleStudy study, EvidenceFolder sealed, Passphrase passphrase, LongConsumer steps)
            throws Exception {
        Path place =
                StudyStore.folderFor(configuration.stores(), sealed.statement().ledger());
        try (StudyStore store = StudyStore.open(place, passphrase, random)) {
            FolderOpenings openings = sealed.unlock(passphrase);
            RetainedData data = new RetainedData(new DataFiles(formats, List.of()), sealed, openings, store);
            Prover prover = new Prover(sealed, openings, store, data);
            prover.prove(
                    List.of(new Selection.Subjects(List.of(SampleStudy.SUBJECT))), List.of(), study.subjectPackage());
            steps.accept(1);
            Selection.Records record = new Selection.Records(
                    "lb", Map.of("USUBJID", SampleStudy.SUBJECT, "LBTESTCD", "ALT", "VISITNUM", "3"));
            prover.prove(List.of(record), FIELDS, study.fieldPackage());
            steps.accept(1);
            prover.prove(List.of(new Selection.All(Set.of("lb"))), List.of(), study.laboratoryPackage());
            steps.accept(1);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.sorted(Comparator.reverseOrder()).forEach(PracticeSample::delete);
        }
    }

    private static void delete(Path path) {
        try {
            path.toFile().setWritable(true);
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
