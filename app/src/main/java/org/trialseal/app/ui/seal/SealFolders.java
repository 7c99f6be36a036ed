package org.trialseal.app.ui.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.work.Anchoring;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RecentBlock;
import org.trialseal.app.work.SealOrder;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.StudySealing;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.seal.NamedBlock;

/** Seals into evidence folders, anchors with the configured calendars, and remembers where the folders are. */
public final class SealFolders implements SealWork {
    private final Configuration configuration;
    private final SecureRandom random;
    private final Clock clock;
    private final SealRegister register;

    /** @param clock this computer's clock, whose times are claims */
    public SealFolders(Configuration configuration, SecureRandom random, Clock clock) {
        this.configuration = configuration;
        this.random = random;
        this.clock = clock;
        register = new SealRegister(configuration.data());
    }

    @Override
    public EvidenceFolder seal(SealOrder order, Passphrase passphrase, SealProgress progress) throws Exception {
        RecentBlock block = mayAsk -> recent();
        EvidenceFolder folder = new StudySealing(configuration, random, clock, block)
                .seal(order, passphrase, progress)
                .folder();
        register.remember(order.out());
        return folder;
    }

    /** The newest block on the disk; no server is asked, so that nothing else leaves this computer. */
    private Optional<NamedBlock> recent() throws IOException {
        return Files.isDirectory(configuration.headers())
                ? RecentBlock.in(new HeaderStore(configuration.headers(), Checkpoints.shipped()))
                : Optional.empty();
    }

    @Override
    public EvidenceFolder found(Path folder) throws Exception {
        register.remember(folder);
        return EvidenceFolder.open(folder);
    }

    @Override
    public StampResult stamp(EvidenceFolder folder) throws Exception {
        return new Anchoring(configuration, random, clock).stamp(folder);
    }

    @Override
    public List<SealRegister.Known> previous() throws IOException {
        return register.newest();
    }
}
