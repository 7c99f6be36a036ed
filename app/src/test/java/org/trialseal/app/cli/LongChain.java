package org.trialseal.app.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoint;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.Network;
import org.trialseal.core.bitcoin.PracticeMiner;
import org.trialseal.core.digest.Sha256;

/** A chain with the periods of the main one, easy to mine: five months of headers above its one checkpoint. */
final class LongChain {
    static final int NEWEST = 2015;
    static final int ABOVE = 22_000;

    private static final ChainParameters PARAMETERS = parameters();

    private final List<BlockHeader> headers = new ArrayList<>();

    /** The block right above the checkpoint has this Merkle root. */
    LongChain(Sha256 root) {
        BlockHeader last = PARAMETERS.genesis();
        for (int height = 1; height <= NEWEST + ABOVE; height++) {
            Sha256 content = height == NEWEST + 1 ? root : Sha256.of(new byte[] {(byte) height, (byte) (height >> 8)});
            last = PracticeMiner.on(PARAMETERS)
                    .mine(last.hash(), content, last.time() + 600)
                    .orElseThrow();
            headers.add(last);
        }
    }

    private static ChainParameters parameters() {
        ChainParameters practice = ChainParameters.practice();
        return new ChainParameters(
                Network.BITCOIN,
                practice.genesis(),
                practice.limit(),
                practice.retargetInterval(),
                practice.retargetTimespan(),
                false,
                new TreeMap<>());
    }

    HeaderRun above() {
        return HeaderRun.of(NEWEST + 1, headers.subList(NEWEST, headers.size()));
    }

    BlockHash newest() {
        return headers.get(NEWEST - 1).hash();
    }

    static Checkpoints checkpoints(BlockHash newest) {
        return Checkpoints.of(
                PARAMETERS,
                List.of(new Checkpoint(NEWEST, newest, PARAMETERS.genesis().target(), List.of())));
    }

    static TrialSealCommand.Surroundings surroundings(BlockHash newest) {
        return new TrialSealCommand.Surroundings(() -> checkpoints(newest), Clock.systemUTC());
    }

    /** Runs one command in a process of its own: the hash of the checkpoint, then the command line. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        String[] command = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
        System.exit(TrialSealCommand.run(surroundings(BlockHash.ofDisplay(arguments[0])), out, command));
    }
}
