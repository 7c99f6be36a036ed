package org.trialseal.app.ui.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.app.work.study.StudySealing;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;

/** Seals into evidence folders, anchors with the configured calendars, and remembers where the folders are. */
public final class SealFolders implements SealWork {
    private final StudySealing sealing;
    private final Anchoring anchoring;
    private final SealRegister register;
    private final Runnable whenStamped;

    /**
     * @param register remembers where folders are
     * @param whenStamped is run when calendars have promised something
     */
    public SealFolders(StudySealing sealing, Anchoring anchoring, SealRegister register, Runnable whenStamped) {
        this.sealing = sealing;
        this.anchoring = anchoring;
        this.register = register;
        this.whenStamped = whenStamped;
    }

    @Override
    public EvidenceFolder seal(SealOrder order, Passphrase passphrase, SealProgress progress) throws Exception {
        EvidenceFolder folder = sealing.seal(order, passphrase, progress).folder();
        register.remember(order.out());
        return folder;
    }

    @Override
    public EvidenceFolder found(Path folder) throws Exception {
        register.remember(folder);
        return EvidenceFolder.open(folder);
    }

    @Override
    public StampResult stamp(EvidenceFolder folder) throws Exception {
        StampResult result = anchoring.stamp(folder);
        whenStamped.run();
        return result;
    }

    @Override
    public List<SealRegister.Known> previous() throws IOException {
        return register.newest();
    }
}
