package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.study.KeptStudies;
import org.trialseal.app.work.study.KeptStudies.Shelf;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.evidence.EvidenceFolder;

/** Works with the evidence folders of this computer. */
public final class StudyFolders implements StudiesWork {
    private final SealRegister register;
    private final KeptStudies studies;
    private final Anchoring anchoring;

    /** @param register knows where the folders lie */
    public StudyFolders(SealRegister register, KeptStudies studies, Anchoring anchoring) {
        this.register = register;
        this.studies = studies;
        this.anchoring = anchoring;
    }

    @Override
    public Shelf read() throws Exception {
        return studies.read();
    }

    @Override
    public int remember(Path place) throws Exception {
        return register.rememberAll(place);
    }

    @Override
    public StampResult stamp(Path folder) throws Exception {
        return anchoring.stamp(EvidenceFolder.open(folder));
    }
}
