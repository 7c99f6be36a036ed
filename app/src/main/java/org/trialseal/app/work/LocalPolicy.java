package org.trialseal.app.work;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.verify.VerificationPolicy;

/** What this computer demands of a package: the program's checkpoints, and the block headers that it keeps. */
public final class LocalPolicy implements Supplier<VerificationPolicy> {
    private final Configuration configuration;

    /** @param configuration names the folder of the headers */
    public LocalPolicy(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public VerificationPolicy get() {
        Checkpoints checkpoints = Checkpoints.shipped();
        HeaderStore store = new HeaderStore(configuration.headers(), checkpoints);
        KnownHeaders known = height -> {
            try {
                return store.around(height);
            } catch (IOException e) {
                Logger log = LoggerFactory.getLogger(LocalPolicy.class);
                log.warn("the block headers on this computer cannot be read", e);
                return Optional.empty();
            }
        };
        return VerificationPolicy.standard(checkpoints).knowing(known);
    }
}
