package org.trialseal.core.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.trialseal.core.record.Cell;

/** The formulas of docs/proof-format.md, word for word and without regard to speed: an oracle for the real ones. */
public final class SpecHash {
    private SpecHash() {}

    /** a | b | ... of byte arrays, with int as u8. */
    public static byte[] cat(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof Integer) {
                out.write((Integer) part);
            } else {
                out.writeBytes((byte[]) part);
            }
        }
        return out.toByteArray();
    }

    public static byte[] u16(int value) {
        return new byte[] {(byte) (value >>> 8), (byte) value};
    }

    public static byte[] u32(long value) {
        return cat(u16((int) (value >>> 16)), u16((int) value));
    }

    public static byte[] u64(long value) {
        return cat(u32(value >>> 32), u32(value));
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** H. */
    public static byte[] h(Object... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(cat(parts));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** HMAC. */
    public static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The group key K. */
    public static byte[] groupKey(byte[] secret, byte[] nonce, int artifact) {
        byte[] pseudoRandomKey = hmac(nonce, secret);
        return hmac(pseudoRandomKey, cat(ascii("trialseal/1 group"), u32(artifact), 1));
    }

    /** The log key K. */
    public static byte[] logKey(byte[] secret, byte[] ledger, String name) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(ledger, secret), cat(ascii("trialseal/1 log"), u32(utf8.length), utf8, 1));
    }

    /** Leaf data of a log's record from c_1 .. c_n. */
    public static byte[] logLeaf(byte[] schema, List<byte[]> commitments) {
        if (commitments.size() <= 64) {
            return cat(0x1b, h((Object) schema), cat(commitments.toArray()));
        }
        byte[] leaf = cat(0x1c, h((Object) schema));
        for (int from = 0; from < commitments.size(); from += 64) {
            leaf = cat(leaf, run(commitments, from));
        }
        return leaf;
    }

    /** PROOF of RFC 6962, section 2.1.2, that the leaves begin with the first {@code older} of them. */
    public static List<byte[]> consistency(int older, List<byte[]> leaves) {
        return subproof(older, leaves, true);
    }

    private static List<byte[]> subproof(int older, List<byte[]> leaves, boolean whole) {
        if (older == leaves.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(leaves)));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = older <= split ? subproof(older, left, whole) : subproof(older - split, right, false);
        proof.add(root(older <= split ? right : left));
        return proof;
    }

    /** The salt s(i, j). */
    public static byte[] salt(byte[] groupKey, long i, long j) {
        try {
            Cipher aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(groupKey, "AES"));
            return aes.doFinal(
                    ByteBuffer.wrap(new byte[16]).putLong(0, i).putLong(8, j).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] cell(Cell cell) {
        byte[] value = cell.value().toArray();
        return cat(cell.type().code(), u32(value.length), value);
    }

    public static byte[] positionCell(long position) {
        return cat(0, u32(8), u64(position));
    }

    /** c_j; j = 0 with {@link #positionCell}. */
    public static byte[] commitment(byte[] salt, int j, byte[] cell) {
        return h(0x10, salt, u16(j), cell);
    }

    /** Record leaf data from c_0 .. c_n. */
    public static byte[] recordLeaf(List<byte[]> commitments) {
        int columns = commitments.size() - 1;
        if (columns <= 64) {
            return cat(0x11, cat(commitments.toArray()));
        }
        byte[] leaf = {0x12};
        for (int from = 0; from <= columns; from += 64) {
            leaf = cat(leaf, run(commitments, from));
        }
        return leaf;
    }

    /** g_k of the run that begins at c_from. */
    public static byte[] run(List<byte[]> commitments, int from) {
        int to = Math.min(from + 64, commitments.size());
        return h(0x13, cat(commitments.subList(from, to).toArray()));
    }

    public static byte[] body(byte[] groupKey, long count, byte[] root) {
        return h(0x14, salt(groupKey, -1, 0), u64(count), root);
    }

    /** The root of RFC 6962, section 2.1, over leaf data. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return h();
        }
        if (leaves.size() == 1) {
            return h(0x00, leaves.get(0));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return h(0x01, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** The path of RFC 6962, section 2.1.1, from the leaf up. */
    public static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> path = index < split ? path(index, left) : path(index - split, right);
        path.add(root(index < split ? right : left));
        return path;
    }

    /** path = u8 hashes | hash ... */
    public static byte[] pathBytes(List<byte[]> path) {
        return cat(path.size(), cat(path.toArray()));
    }
}
