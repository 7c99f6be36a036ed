package org.trialseal.core.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.proof.ShownField;
import org.trialseal.core.proof.ShownRecord;
import org.trialseal.core.proof.ShownRun;
import org.trialseal.core.seal.RecordHasher;

/** The leaf hash of a record that follows from what is shown of it. */
final class ShownLeaf {
    private final RecordHasher hasher;
    private final byte[] leaf = new byte[Sha256.LENGTH];

    ShownLeaf(RecordHasher hasher) {
        this.hasher = hasher;
    }

    Sha256 of(ShownRecord record) {
        List<Sha256> runs = new ArrayList<>();
        for (int run = 0; run < record.runs().size(); run++) {
            ShownRun shown = record.runs().get(run);
            if (shown instanceof ShownRun.Hidden) {
                runs.add(((ShownRun.Hidden) shown).hash());
            } else {
                commit(hasher.layout().from(run), ((ShownRun.Open) shown).fields());
                runs.add(hasher.runHash(run));
            }
        }
        return hasher.runs() > 1 ? hasher.wideLeafHash(runs) : flat();
    }

    private Sha256 flat() {
        hasher.leafHash(leaf, 0);
        return Sha256.read(leaf, 0);
    }

    private void commit(int firstColumn, List<ShownField> fields) {
        for (int i = 0; i < fields.size(); i++) {
            ShownField field = fields.get(i);
            if (field instanceof ShownField.Hidden) {
                hasher.setCommitment(firstColumn + i, ((ShownField.Hidden) field).commitment());
            } else if (field instanceof ShownField.Open) {
                ShownField.Open open = (ShownField.Open) field;
                hasher.commitOpened(
                        firstColumn + i,
                        open.salt(),
                        open.cell().type().code(),
                        open.cell().value().toArray());
            } else {
                ShownField.Position position = (ShownField.Position) field;
                byte[] value = ByteBuffer.allocate(Long.BYTES)
                        .putLong(position.position())
                        .array();
                hasher.commitOpened(0, position.salt(), 0, value);
            }
        }
    }
}
