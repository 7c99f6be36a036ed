package org.trialseal.app.ui.studies;

import java.nio.file.Path;
import org.trialseal.app.work.study.KeptStudies.Shelf;
import org.trialseal.core.anchor.StampResult;

/** What the list of studies has done for it. */
public interface StudiesWork {
    /** Reads all that is kept. */
    Shelf read() throws Exception;

    /** Keeps an evidence folder, or all that lie in a folder; says how many. */
    int remember(Path place) throws Exception;

    /** Hands the digest of a seal's statement to all calendars, beside what they promised before. */
    StampResult stamp(Path folder) throws Exception;
}
