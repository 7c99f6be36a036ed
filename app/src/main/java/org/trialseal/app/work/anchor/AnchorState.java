package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.util.Optional;
import org.trialseal.core.anchor.FolderAnchors;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.ots.DetachedTimestamp;

/** How far the anchoring of a folder has come. Naming a block is not the same as being confirmed by it. */
public enum AnchorState {
    NONE("none"),
    PENDING("pending"),
    IN_BLOCK("in-block");

    private final String word;

    AnchorState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static AnchorState of(EvidenceFolder folder) throws IOException {
        try {
            Optional<DetachedTimestamp> proof = new FolderAnchors(folder).proof();
            if (proof.isEmpty()) {
                return NONE;
            }
            return proof.get().timestamp().blocks().isEmpty() ? PENDING : IN_BLOCK;
        } catch (MalformedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
