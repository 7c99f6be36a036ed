package org.trialseal.app.ui.testing;

import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.paper.CertificateDesk;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.words.Words;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.verify.VerificationPolicy;

/** Saves certificates at once, by the program's own checkpoints: for view models. */
public final class Desks {
    private Desks() {}

    /** One that asks {@code files} and tells {@code notices}. */
    public static CertificateDesk of(FileChoice files, Notices notices, Words words) {
        return new CertificateDesk(
                ImmediateJobs.create(),
                files,
                notices,
                () -> VerificationPolicy.standard(Checkpoints.shipped()),
                words,
                failure -> Trouble.of(words, failure));
    }
}
