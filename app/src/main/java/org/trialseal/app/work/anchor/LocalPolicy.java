package org.trialseal.app.work.anchor;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.work.Configuration;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.verify.VerificationPolicy;

/** What this computer demands of a package: the program's checkpoints, and the block headers that it keeps. */
public final class LocalPolicy implements Supplier<VerificationPolicy> {
    private final Configuration configuration;
    private final Supplier<Checkpoints> bitcoin;

    /** @param configuration names the folder of the headers */
    public LocalPolicy(Configuration configuration) {
        this(configuration, Checkpoints::shipped);
    }

    /**
     * @param configuration names the folder of the headers
     * @param bitcoin the main chain, as the program knows it
     */
    public LocalPolicy(Configuration configuration, Supplier<Checkpoints> bitcoin) {
        this.configuration = configuration;
        this.bitcoin = bitcoin;
    }

    @Override
    public VerificationPolicy get() {
        Checkpoints checkpoints = bitcoin.get();
        KnownHeaders known = new LocalHeaders(configuration, checkpoints).known(failure -> {
            Logger log = LoggerFactory.getLogger(LocalPolicy.class);
            log.warn("the block headers on this computer cannot be read", failure);
        });
        return VerificationPolicy.standard(checkpoints).knowing(known);
    }
}
