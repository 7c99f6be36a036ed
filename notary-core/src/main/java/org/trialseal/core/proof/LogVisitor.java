package org.trialseal.core.proof;

import java.io.IOException;
import java.util.List;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.EarlierLog;

/**
 * Takes what a disclosure of an event log holds, in its order. Nothing of it is proven yet: only its form was checked,
 * the ascending order of seals and of shown records included.
 */
public interface LogVisitor {
    /** The next seal of the history, with the proof that the present tree begins with its tree. */
    void earlier(EarlierLog log, List<Sha256> proof) throws IOException;

    /** The history is complete; this many records follow. */
    void records(long shown) throws IOException;

    /** The next shown record. */
    void shown(ShownRecord record) throws IOException;
}
