package org.trialseal.app.ui.seal;

import java.nio.file.Path;
import java.util.List;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.core.anchor.StampResult;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;

/** What the door Seal has done for it. */
public interface SealWork {
    /** Makes a seal, whole or not at all, and remembers where it is. */
    EvidenceFolder seal(SealOrder order, Passphrase passphrase, SealProgress progress) throws Exception;

    /** Opens a seal that is there already, and remembers where it is. */
    EvidenceFolder found(Path folder) throws Exception;

    /** Hands the digest of a statement to calendars. */
    StampResult stamp(EvidenceFolder folder) throws Exception;

    /** The seals that a next one can follow, the newest first. */
    List<SealRegister.Known> previous() throws Exception;
}
