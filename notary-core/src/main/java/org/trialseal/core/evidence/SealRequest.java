package org.trialseal.core.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.trialseal.core.seal.NamedBlock;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.seal.Study;

/**
 * What is to be sealed, and how it is called.
 *
 * @param out the evidence folder to be made; it must not exist
 * @param stores the folder that holds the study stores
 * @param previous the evidence folder of the seal before; empty for the first of a ledger
 * @param supersedes number of an earlier seal that this one says is wrong
 * @param block a recent block, when one is known
 * @param retain whether an encrypted copy of the records is kept in the study store
 */
public record SealRequest(
        Path out,
        Path stores,
        Network network,
        Study study,
        String milestone,
        String title,
        Optional<Path> previous,
        OptionalLong supersedes,
        List<RequiredSigner> signers,
        Optional<NamedBlock> block,
        boolean retain,
        List<SealItem> items) {
    public SealRequest {
        signers = List.copyOf(signers);
        items = List.copyOf(items);
    }
}
