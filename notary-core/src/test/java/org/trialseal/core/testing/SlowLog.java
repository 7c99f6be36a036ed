package org.trialseal.core.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.evidence.StudyStore;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.Secret;

/** What the words of docs/proof-format.md make of the rows of an event log, given the secrets of the sealing side. */
public final class SlowLog {
    /** Leaf data from the oldest record on. */
    public final List<byte[]> leaves = new ArrayList<>();

    private final StudyStore store;
    private final Bytes ledger;

    public SlowLog(StudyStore store, Bytes ledger) {
        this.store = store;
        this.ledger = ledger;
    }

    /** Appends the rows of a table, oldest first, under its schema. */
    public SlowLog append(TestTable table) {
        for (List<Cell> row : table.rows()) {
            byte[] key = key(table.name(), table.subjectOf(row));
            leaves.add(leaf(key, leaves.size(), Schema.ofNames(table.columns()), row));
        }
        return this;
    }

    /** K of a subject, or of the study. */
    public byte[] key(String name, Optional<Cell> subject) {
        Secret secret = SlowDataset.secret(subject, store);
        return SpecHash.logKey(secret.value().toArray(), ledger.toArray(), name);
    }

    static byte[] leaf(byte[] key, int index, Schema schema, List<Cell> row) {
        List<byte[]> commitments = new ArrayList<>();
        for (int j = 1; j <= row.size(); j++) {
            commitments.add(SpecHash.commitment(SpecHash.salt(key, index, j), j, SpecHash.cell(row.get(j - 1))));
        }
        return SpecHash.logLeaf(schema.toJson().canonicalBytes(), commitments);
    }

    public byte[] root() {
        return SpecHash.root(leaves);
    }
}
