package org.trialseal.app.work.anchor;

import java.io.IOException;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Network;
import org.trialseal.core.verify.TimeFinding;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.Verifier;

/** What a package made now from an evidence folder would say of the time. */
public final class SealTime {
    private SealTime() {}

    /**
     * What would be found.
     *
     * @throws MalformedException when the proof or the headers of the folder are damaged
     */
    public static TimeFinding of(EvidenceFolder folder, VerificationPolicy policy)
            throws IOException, MalformedException {
        Checkpoints chain = folder.statement().network() == Network.BITCOIN
                ? policy.bitcoin().checkpoints()
                : Checkpoints.genesisOnly(ChainParameters.practice());
        FolderAnchors anchors = new FolderAnchors(folder);
        return new Verifier(policy).time(folder.statement(), folder.digest(), anchors.proof(), anchors.headers(chain));
    }
}
