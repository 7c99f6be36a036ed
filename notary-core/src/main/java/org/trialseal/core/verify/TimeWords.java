package org.trialseal.core.verify;

import java.time.LocalDate;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockCheck;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.Finding;
import org.trialseal.core.bitcoin.Outcome;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Statement;

/** Says in plain words what a block attests. */
final class TimeWords {
    private TimeWords() {}

    static String of(BlockCheck block, Statement statement) {
        String chain = statement.network() == Network.BITCOIN ? "Bitcoin block " : "Practice block ";
        String prefix = chain + block.height() + ": ";
        Optional<BlockFacts> facts = block.block();
        if (block.outcome() != Outcome.PASSED || facts.isEmpty()) {
            return prefix + block.sentence();
        }
        String existed = "The statement existed no later than " + facts.get().notAfter() + ". ";
        return existed + prefix + block.sentence() + cost(block, facts.get());
    }

    /** What the block that a statement names says of the statement, when it is tied to the chain. */
    static String notBefore(Optional<BlockCheck> named, Optional<LocalDate> day) {
        return named.isEmpty() || day.isEmpty()
                ? ""
                : " The statement names block " + named.get().height() + ", so it was made no earlier than " + day.get()
                        + "; that says nothing of the data.";
    }

    /** A private branch can be mined: so its cost is told. */
    private static String cost(BlockCheck block, BlockFacts facts) {
        boolean byWork = block.tier() == Tier.PROOF_OF_WORK || block.finding() == Finding.TOO_LITTLE_WORK;
        return byWork
                ? " On top of it stand " + facts.blocksOnTop() + " blocks; making them took about 2^"
                        + Math.max(0, facts.workOnTop().bitLength() - 1) + " hashes."
                : "";
    }
}
