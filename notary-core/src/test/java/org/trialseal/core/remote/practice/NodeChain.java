package org.trialseal.core.remote.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.testing.peers.BitcoinNode;

/**
 * The chain of a real node in regtest: its wallet pays for a transaction with the root in an OP_RETURN, and its miner puts
 * that into a block.
 */
final class NodeChain implements CommittingChain {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);
    private static final int MATURITY = 100;
    private static final String OP_RETURN_32 = "6a20";

    private final BitcoinNode node;
    private final HeaderSource source;
    private final String address;

    /** Mines what it takes to have money to spend. */
    NodeChain(BitcoinNode node, HeaderSource source) throws IOException, InterruptedException {
        this.node = node;
        this.source = source;
        this.address = node.wallet("GET", "/wallet/primary/account/default", "")
                .path("receiveAddress")
                .asText();
        generate(MATURITY + 10);
    }

    @Override
    public void refresh() {
        // the node knows its own blocks
    }

    @Override
    public long tipHeight() throws IOException {
        return source.tipHeight(Deadline.in(LONGEST_CALL));
    }

    @Override
    public List<BlockHeader> headers(long from, int count) throws IOException {
        return source.headers(from, count, Deadline.in(LONGEST_CALL));
    }

    @Override
    public void mine(Optional<Sha256> root, long time) throws IOException {
        try {
            if (root.isPresent()) {
                pay(root.get());
            }
            generate(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void generate(int blocks) throws IOException, InterruptedException {
        JsonNode mined = node.rpc("generatetoaddress", blocks + ",\"" + address + "\"");
        if (mined.size() != blocks) {
            throw new IOException("the node mined " + mined.size() + " of " + blocks + " blocks");
        }
    }

    /** The wallet learns of new blocks, and the miner of a new transaction, a moment later. */
    private void pay(Sha256 root) throws IOException, InterruptedException {
        String output = "{\"value\":0,\"script\":\"" + OP_RETURN_32 + root.hex() + "\"}";
        String order = "{\"rate\":10000,\"outputs\":[" + output + "]}";
        Deadline deadline = Deadline.in(LONGEST_CALL);
        String transaction = "";
        while (transaction.isEmpty()) {
            try {
                transaction = node.wallet("POST", "/wallet/primary/send", order)
                        .path("hash")
                        .asText();
            } catch (IOException e) {
                await(deadline, e);
            }
        }
        while (!node.rpc("getrawmempool", "").toString().contains(transaction)) {
            await(deadline, new IOException("the transaction is not in the node's pool"));
        }
    }

    private static void await(Deadline deadline, IOException otherwise) throws IOException, InterruptedException {
        if (deadline.isOver()) {
            throw otherwise;
        }
        Thread.sleep(50);
    }

    @Override
    public Commitment commitment(Sha256 root, long height) throws IOException {
        try {
            String hash = node.rpc("getblockhash", Long.toString(height)).asText();
            String block = node.rpc("getblock", "\"" + hash + "\",0").asText();
            RawBlock raw = new RawBlock(Bytes.ofHex(block).toArray());
            Sha256 id = Sha256.wrap(raw.id(raw.holding(root)).toArray());
            return new Commitment(raw.path(root), BlockHash.of(id).display());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        // whoever started the node ends it
    }
}
