package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.ChainParameters;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.HeaderFault;
import org.trialseal.core.bitcoin.HeaderVerifier;
import org.trialseal.core.bitcoin.PracticeMiner;
import org.trialseal.core.bitcoin.PracticeTransaction;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Append;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.Prepend;

/** The practice chain: its headers one after the other in a file, from height 1 on. To be used under a lock. */
final class PracticeChain implements CommittingChain {
    private static final long MAX_TIME = 0xffff_ffffL;

    private final ChainParameters parameters = ChainParameters.practice();
    private final HeaderVerifier verifier =
            HeaderVerifier.startingAt(1, Checkpoints.genesisOnly(ChainParameters.practice()));
    private final List<BlockHeader> headers = new ArrayList<>();
    private final AppendOnlyFile file;

    PracticeChain(Path file) throws IOException {
        this.file = new AppendOnlyFile(file);
        headers.add(parameters.genesis());
    }

    /** Takes what other processes have mined. An invalid last header is the remainder of a broken append. */
    @Override
    public void refresh() throws IOException {
        byte[] unread = file.unread();
        for (int at = 0; unread.length - at >= BlockHeader.LENGTH; at += BlockHeader.LENGTH) {
            Optional<HeaderFault> fault = take(BlockHeader.read(unread, at));
            if (fault.isPresent()) {
                if (unread.length - at > BlockHeader.LENGTH) {
                    throw new IOException(
                            "the practice chain is damaged: " + fault.get().sentence());
                }
                return;
            }
            file.accept(BlockHeader.LENGTH);
        }
    }

    private Optional<HeaderFault> take(BlockHeader header) {
        Optional<HeaderFault> fault = verifier.accept(header);
        if (fault.isEmpty()) {
            headers.add(header);
        }
        return fault;
    }

    /** Mines a block whose only transaction commits to the root, or else to the block before. */
    @Override
    public void mine(Optional<Sha256> root, long time) throws IOException {
        Sha256 committed = root.orElse(tip().hash().internal());
        mine(PracticeTransaction.committing(committed, tipHeight() + 1).merkleRoot(), time);
    }

    @Override
    public Commitment commitment(Sha256 root, long height) {
        PracticeTransaction transaction = PracticeTransaction.committing(root, height);
        return new Commitment(
                List.of(
                        new Append(transaction.suffix()),
                        new Prepend(transaction.prefix()),
                        HashOp.SHA256,
                        HashOp.SHA256),
                BlockHash.of(transaction.merkleRoot()).display());
    }

    /**
     * Mines one block; when this returns it is on the disk.
     *
     * @param time seconds since 1970; raised to what the chain's rules ask for
     */
    void mine(Sha256 merkleRoot, long time) throws IOException {
        long earliest = verifier.medianTimePast().orElse(0) + 1;
        long used = Math.min(MAX_TIME, Math.max(earliest, time));
        BlockHeader header = PracticeMiner.on(parameters)
                .mine(tip().hash(), merkleRoot, used)
                .orElseThrow(() -> new IOException("no practice block was found"));
        file.append(header.bytes().toArray());
        take(header).ifPresent(fault -> {
            throw new IllegalStateException(fault.sentence());
        });
    }

    BlockHeader tip() {
        return headers.get(headers.size() - 1);
    }

    @Override
    public long tipHeight() {
        return headers.size() - 1L;
    }

    @Override
    public List<BlockHeader> headers(long from, int count) {
        if (from > tipHeight()) {
            return List.of();
        }
        int start = (int) from;
        return List.copyOf(headers.subList(start, Math.min(headers.size(), start + count)));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
