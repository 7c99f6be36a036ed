package org.trialseal.app.work.prove;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.StudyStores;
import org.trialseal.app.work.anchor.AnchorProgress;
import org.trialseal.app.work.anchor.LocalPolicy;
import org.trialseal.app.work.input.DataFiles;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.importers.Formats;

/** Opens seals to make packages of them. */
public final class Proving {
    private final StudyStores stores;
    private final Formats formats;
    private final Supplier<VerificationPolicy> policy;
    private final Clock clock;

    /**
     * @param configuration names the folders of the study stores and of the block headers
     * @param clock this computer's clock
     */
    public Proving(Configuration configuration, Formats formats, SecureRandom random, Clock clock) {
        this.stores = new StudyStores(configuration, random);
        this.formats = formats;
        this.policy = new LocalPolicy(configuration);
        this.clock = clock;
    }

    /**
     * A seal that can be looked at without its passphrase.
     *
     * @param anchor how far it is anchored; empty when the proof in the folder cannot be read
     */
    public record SealAtHand(EvidenceFolder folder, Optional<AnchorProgress> anchor) {}

    /** An opened seal and what is in it. */
    public record Opened(OpenedSeal seal, List<SealedPart> parts) {
        public Opened {
            parts = List.copyOf(parts);
        }
    }

    /** Files that were given: the data that were sealed, found by their names. */
    public DataFiles files(List<Path> given) throws IOException, RefusedException {
        return new DataFiles(formats, given);
    }

    /** Reads an evidence folder. */
    public SealAtHand look(Path folder) throws IOException, MalformedException {
        EvidenceFolder evidence = EvidenceFolder.open(folder);
        return new SealAtHand(evidence, anchor(evidence));
    }

    private Optional<AnchorProgress> anchor(EvidenceFolder folder) {
        try {
            return Optional.of(AnchorProgress.of(folder, policy.get(), clock.instant()));
        } catch (IOException | MalformedException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens a seal.
     *
     * @param files the data that were sealed, unless they were retained
     * @param passphrase belongs to the opened seal from now on, which wipes it when it is closed
     */
    public Opened open(EvidenceFolder folder, DataFiles files, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        try {
            OpenedSeal seal = OpenedSeal.open(folder, stores, files, passphrase);
            return new Opened(seal, seal.parts());
        } catch (IOException | MalformedException | WrongPassphraseException | RefusedException e) {
            passphrase.close();
            throw e;
        }
    }

    /** Gives an opened seal the data that were sealed, instead of those given before. */
    public Opened give(OpenedSeal seal, DataFiles files)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        seal.give(files);
        return new Opened(seal, seal.parts());
    }
}
