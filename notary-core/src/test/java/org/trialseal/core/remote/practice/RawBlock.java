package org.trialseal.core.remote.practice;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Append;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.Prepend;

/** A serialised block of transactions without witnesses, as a trusted node gives it. */
final class RawBlock {
    private final ByteBuffer in;
    private final List<Bytes> transactions = new ArrayList<>();

    RawBlock(byte[] block) {
        in = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        in.position(BlockHeader.LENGTH);
        long count = number();
        for (long i = 0; i < count; i++) {
            int from = in.position();
            skipTransaction();
            transactions.add(Bytes.copyOf(block, from, in.position()));
        }
        if (in.hasRemaining()) {
            throw new IllegalArgumentException("a block with witnesses, or none");
        }
    }

    private void skipTransaction() {
        skip(4);
        for (long inputs = number(); inputs > 0; inputs--) {
            skip(36);
            skip(number());
            skip(4);
        }
        for (long outputs = number(); outputs > 0; outputs--) {
            skip(8);
            skip(number());
        }
        skip(4);
    }

    private void skip(long length) {
        in.position(Math.toIntExact(in.position() + length));
    }

    private long number() {
        int first = in.get() & 0xff;
        if (first < 0xfd) {
            return first;
        }
        return first == 0xfd ? in.getShort() & 0xffff : in.getInt() & 0xffff_ffffL;
    }

    /** The index of the transaction that holds these 32 bytes. */
    int holding(Sha256 root) {
        for (int i = 0; i < transactions.size(); i++) {
            if (transactions.get(i).hex().contains(root.hex())) {
                return i;
            }
        }
        throw new IllegalArgumentException("no transaction of the block holds the root");
    }

    /** A transaction's id, in the byte order of hashing. */
    Bytes id(int transaction) {
        return transactions.get(transaction).sha256().bytes().sha256().bytes();
    }

    /** From the root that a transaction holds to the block's Merkle root. */
    List<Op> path(Sha256 root) {
        int at = holding(root);
        Bytes transaction = transactions.get(at);
        int from = transaction.hex().indexOf(root.hex()) / 2;
        List<Op> path = new ArrayList<>();
        path.add(new Append(transaction.slice(from + Sha256.LENGTH, transaction.length())));
        path.add(new Prepend(transaction.slice(0, from)));
        path.addAll(List.of(HashOp.SHA256, HashOp.SHA256));
        List<Bytes> level = new ArrayList<>();
        for (int i = 0; i < transactions.size(); i++) {
            level.add(id(i));
        }
        for (; level.size() > 1; at /= 2) {
            Bytes sibling = level.get(Math.min(at ^ 1, level.size() - 1));
            path.add(at % 2 == 0 ? new Append(sibling) : new Prepend(sibling));
            path.addAll(List.of(HashOp.SHA256, HashOp.SHA256));
            level = joined(level);
        }
        return path;
    }

    /** Bitcoin hashes an odd last one with itself. */
    private static List<Bytes> joined(List<Bytes> level) {
        List<Bytes> next = new ArrayList<>();
        for (int i = 0; i < level.size(); i += 2) {
            Bytes right = level.get(Math.min(i + 1, level.size() - 1));
            next.add(level.get(i).concat(right).sha256().bytes().sha256().bytes());
        }
        return next;
    }
}
