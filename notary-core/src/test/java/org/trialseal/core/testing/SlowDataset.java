package org.trialseal.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.Secret;

/** What the words of docs/proof-format.md make of plain rows, given the secrets of the sealing side. */
public final class SlowDataset {
    /** By ascending tag. */
    public final List<Group> groups;

    /** One group: its identifier, key, tag and the leaf data of its records. */
    public static final class Group {
        public final Optional<Cell> subject;
        public final byte[] key;
        public final byte[] tag;
        public final List<Integer> positions = new ArrayList<>();
        public final List<byte[]> leaves = new ArrayList<>();

        Group(Optional<Cell> subject, byte[] key, byte[] tag) {
            this.subject = subject;
            this.key = key;
            this.tag = tag;
        }

        public byte[] body() {
            return SpecHash.body(key, leaves.size(), SpecHash.root(leaves));
        }
    }

    private SlowDataset(List<Group> groups) {
        this.groups = groups;
    }

    /** Hashes all rows. */
    public static SlowDataset of(TestTable table, StudyStore store, Bytes nonce, int artifact, Bytes tagKey)
            throws IOException {
        Map<Optional<Cell>, Group> groups = new LinkedHashMap<>();
        for (int position = 0; position < table.rows().size(); position++) {
            List<Cell> row = table.rows().get(position);
            Optional<Cell> subject = table.subjectOf(row);
            Group group = groups.get(subject);
            if (group == null) {
                group = group(subject, store, nonce, artifact, tagKey);
                groups.put(subject, group);
            }
            group.leaves.add(leaf(group.key, group.leaves.size(), position, row));
            group.positions.add(position);
        }
        List<Group> sorted = new ArrayList<>(groups.values());
        sorted.sort(Comparator.comparing(group -> group.tag, Arrays::compareUnsigned));
        return new SlowDataset(sorted);
    }

    private static Group group(Optional<Cell> subject, StudyStore store, Bytes nonce, int artifact, Bytes tagKey) {
        Secret secret = secret(subject, store);
        byte[] key = SpecHash.groupKey(secret.value().toArray(), nonce.toArray(), artifact);
        byte[] identifier = subject.map(SpecHash::cell).orElse(new byte[5]);
        return new Group(subject, key, SpecHash.hmac(tagKey.toArray(), identifier));
    }

    static Secret secret(Optional<Cell> subject, StudyStore store) {
        try {
            return (subject.isPresent() ? store.secret(subject.get()) : store.studySecret()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] leaf(byte[] key, int index, int position, List<Cell> row) {
        List<byte[]> commitments = new ArrayList<>();
        commitments.add(SpecHash.commitment(SpecHash.salt(key, index, 0), 0, SpecHash.positionCell(position)));
        for (int j = 1; j <= row.size(); j++) {
            byte[] salt = SpecHash.salt(key, index, j);
            commitments.add(SpecHash.commitment(salt, j, SpecHash.cell(row.get(j - 1))));
        }
        return SpecHash.recordLeaf(commitments);
    }

    /** The root over the subject entries. */
    public byte[] root() {
        return SpecHash.root(groups.stream()
                .map(group -> SpecHash.cat(0x15, group.tag, group.body()))
                .toList());
    }

    /** The root over the chunks of a document, under the secret of the study. */
    public static byte[] documentRoot(byte[] content, StudyStore store, Bytes nonce, int artifact) {
        byte[] secret = secret(Optional.empty(), store).value().toArray();
        byte[] key = SpecHash.groupKey(secret, nonce.toArray(), artifact);
        List<byte[]> leaves = new ArrayList<>();
        for (int from = 0; from < content.length; from += 1 << 20) {
            byte[] chunk = Arrays.copyOfRange(content, from, Math.min(from + (1 << 20), content.length));
            int index = leaves.size();
            byte[] salt = SpecHash.salt(key, index, 0);
            leaves.add(
                    SpecHash.cat(0x19, SpecHash.h(0x18, salt, SpecHash.u64(index), SpecHash.u32(chunk.length), chunk)));
        }
        return SpecHash.root(leaves);
    }
}
