package org.trialseal.app.cli;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Supplier;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.StudyStores;
import org.trialseal.app.work.anchor.Anchoring;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.importers.Formats;

/**
 * What every command works with.
 *
 * @param clock this computer's clock, whose times are claims
 * @param bitcoin the main chain, as the program knows it
 */
record Workspace(
        GlobalOptions options,
        Configuration configuration,
        Output output,
        Formats formats,
        SecureRandom random,
        Clock clock,
        Supplier<Checkpoints> bitcoin) {

    LocalHeaders headers() {
        return new LocalHeaders(configuration, bitcoin.get());
    }

    Anchoring anchoring() {
        return new Anchoring(configuration, random, clock);
    }

    /** Opens the store of the study that a folder belongs to. */
    StudyStore store(EvidenceFolder folder, Passphrase passphrase)
            throws IOException, MalformedException, WrongPassphraseException, RefusedException {
        return new StudyStores(configuration, random).open(folder, passphrase);
    }
}
