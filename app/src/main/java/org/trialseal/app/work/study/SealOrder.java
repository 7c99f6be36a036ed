package org.trialseal.app.work.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Study;

/**
 * What somebody wants sealed, and how it is to be called.
 *
 * @param out the evidence folder to be made
 * @param network empty for that of the seal before, or else Bitcoin
 * @param milestone empty when it has no name
 * @param previous the evidence folder of the seal before
 * @param supersedes number of an earlier seal that this one says is wrong
 * @param retain whether an encrypted copy is kept in the study store
 * @param online whether servers may be asked for a recent block
 */
public record SealOrder(
        Path out,
        Optional<Network> network,
        Study study,
        String milestone,
        String title,
        Optional<Path> previous,
        OptionalLong supersedes,
        List<RequiredSigner> signers,
        boolean retain,
        boolean online,
        List<SealItem> items) {
    /** What a milestone is called that has no name. */
    public static final String UNNAMED = "unnamed milestone";

    public SealOrder {
        signers = List.copyOf(signers);
        items = List.copyOf(items);
    }
}
