package org.trialseal.app.work.study;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.anchor.RecentBlock;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.Passphrase;
import org.trialseal.core.evidence.SealProgress;
import org.trialseal.core.evidence.SealRefusedException;
import org.trialseal.core.evidence.SealRequest;
import org.trialseal.core.evidence.Sealing;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.NamedBlock;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.SealEntry;

/** Makes a seal as it was ordered. */
public final class StudySealing {
    private final Configuration configuration;
    private final SecureRandom random;
    private final Clock clock;
    private final RecentBlock block;

    /**
     * @param configuration names the folder of the study stores
     * @param clock this computer's clock, whose times are claims
     * @param block says which recent block of Bitcoin a statement names
     */
    public StudySealing(Configuration configuration, SecureRandom random, Clock clock, RecentBlock block) {
        this.configuration = configuration;
        this.random = random;
        this.clock = clock;
        this.block = block;
    }

    /**
     * A seal that is safe on the disk.
     *
     * @param removed names of what an interrupted attempt had left behind and was removed now
     * @param formerLogs tables that are event logs in the seal before and datasets in this one
     */
    public record Sealed(EvidenceFolder folder, List<String> removed, List<String> formerLogs) {
        public Sealed {
            removed = List.copyOf(removed);
            formerLogs = List.copyOf(formerLogs);
        }
    }

    /** Makes the seal: whole or not at all. */
    public Sealed seal(SealOrder order, Passphrase passphrase, SealProgress progress)
            throws IOException, MalformedException, SealRefusedException, WrongPassphraseException {
        Sealing.Result result = new Sealing(random, clock).seal(request(order), passphrase, progress);
        return new Sealed(result.folder(), result.removed(), formerLogs(order, result.folder()));
    }

    private SealRequest request(SealOrder order) throws IOException, MalformedException {
        Network network = network(order);
        return new SealRequest(
                order.out(),
                configuration.stores(),
                network,
                order.study(),
                order.milestone().isEmpty() ? SealOrder.UNNAMED : order.milestone(),
                order.title(),
                order.previous(),
                order.supersedes(),
                order.signers(),
                network == Network.BITCOIN ? block.recent(order.online()) : Optional.<NamedBlock>empty(),
                order.retain(),
                order.items());
    }

    private static Network network(SealOrder order) throws IOException, MalformedException {
        if (order.network().isPresent() || order.previous().isEmpty()) {
            return order.network().orElse(Network.BITCOIN);
        }
        return EvidenceFolder.open(order.previous().get()).statement().network();
    }

    private static List<String> formerLogs(SealOrder order, EvidenceFolder sealed)
            throws IOException, MalformedException {
        List<String> names = new ArrayList<>();
        if (order.previous().isPresent()) {
            for (SealEntry before : EvidenceFolder.open(order.previous().get()).entries()) {
                boolean isDataset = sealed.entries().stream()
                        .anyMatch(entry ->
                                entry instanceof DatasetEntry && entry.name().equals(before.name()));
                if (before instanceof LogEntry && isDataset) {
                    names.add(before.name());
                }
            }
        }
        return names;
    }
}
