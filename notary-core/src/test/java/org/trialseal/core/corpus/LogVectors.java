package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;

/** Event logs over three seals, true and forged. */
final class LogVectors {
    private final SpecLogs logs = fresh();
    private final List<Vector> vectors = new ArrayList<>();

    private static SpecLogs fresh() {
        return new SpecLogs(5, 8, 13, 7).seal();
    }

    List<Vector> all() {
        honest();
        forgedHistory();
        forgedEntries();
        malformed();
        return vectors;
    }

    private void add(String name, String description, SpecLogs of, Object... disclosure) {
        vectors.add(Vector.practice("log-" + name, description, of.show(cat(disclosure))));
    }

    private void honest() {
        add("whole", "A whole log with its history.", logs, logs.head(), logs.allRecords());
        add("no-history", "A whole log; its history is not shown.", logs, SpecLogs.headOf(), logs.allRecords());
        add(
                "history-without-first",
                "The history lacks a seal.",
                logs,
                SpecLogs.headOf(logs.earlier(2)),
                logs.allRecords());
        add(
                "history-without-second",
                "The history lacks a seal.",
                logs,
                SpecLogs.headOf(logs.earlier(1)),
                logs.allRecords());
        add("nothing", "Nothing of a log is shown.", logs, logs.head(), logs.records());
        for (int index = 0; index < 13; index += 3) {
            add("record-" + index, "One record under its own schema.", logs, logs.head(), logs.records(index));
        }
        add("records", "Some records.", logs, logs.head(), logs.records(0, 6, 7, 12));
        int[][] sizes = {{0, 0, 4}, {4, 4, 4}, {0, 0, 0}, {1, 2, 3}, {8, 8, 9}, {3, 7, 15}, {6, 10, 11}};
        for (int[] size : sizes) {
            SpecLogs some = new SpecLogs(size[0], size[1], size[2], 100);
            some.after = some.before;
            some.schemas = LogSchemas.first(Schema.ofNames(some.before)).toJson();
            some.seal();
            add(
                    "sizes-" + size[0] + "-" + size[1] + "-" + size[2],
                    "Sizes of the log over three seals.",
                    some,
                    some.head(),
                    some.allRecords());
        }
        SpecLogs first = fresh();
        first.previous[2] = 0;
        first.seal();
        add("begins-here", "A log that begins in this seal.", first, SpecLogs.headOf(), first.allRecords());
    }

    private void forgedHistory() {
        for (int previous : new int[] {0, 1, 3}) {
            SpecLogs skipping = fresh();
            skipping.previous[2] = previous;
            skipping.seal();
            add(
                    "previous-" + previous,
                    "The entry does not name the last seal before that holds the log.",
                    skipping,
                    skipping.head(),
                    skipping.allRecords());
        }
        for (int seal = 1; seal <= 2; seal++) {
            for (int i = 0; i < logs.proof(seal).size(); i++) {
                List<byte[]> forged = new ArrayList<>(logs.proof(seal));
                byte[] hash = forged.get(i).clone();
                hash[31] ^= 1;
                forged.set(i, hash);
                addProof("proof-of-" + seal + "-hash-" + i, seal, forged);
            }
        }
        List<byte[]> proof = logs.proof(2);
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(proof.get(0));
        addProof("proof-none", 2, List.of());
        addProof("proof-none-of-five", 1, List.of());
        addProof("proof-shorter", 2, proof.subList(1, proof.size()));
        addProof("proof-longer", 2, longer);
        addProof("proof-of-other", 2, logs.proof(1));
        byte[] other = logs.earlier(1, SpecLogs.OTHER, logs.proof(1));
        add(
                "history-of-other-log",
                "The history shows another log.",
                logs,
                SpecLogs.headOf(other, logs.earlier(2)),
                logs.allRecords());
        SpecLogs another = new SpecLogs(4, 8, 13, 7).seal();
        add(
                "history-not-in-seal",
                "An earlier entry that its seal does not hold.",
                logs,
                SpecLogs.headOf(another.earlier(1), logs.earlier(2)),
                logs.allRecords());
        SpecLogs shrunk = new SpecLogs(8, 5, 13, 7).seal();
        add(
                "shrank-between",
                "The log shrank from the first seal to the second.",
                shrunk,
                shrunk.head(),
                shrunk.allRecords());
        SpecLogs smaller = new SpecLogs(5, 13, 8, 7).seal();
        add(
                "shrank",
                "The log is smaller than before.",
                smaller,
                SpecLogs.headOf(smaller.earlier(1), smaller.earlier(2, SpecLogs.LOG, List.of())),
                smaller.allRecords());
        SpecLogs claiming = new SpecLogs(4, 5, 5, 3);
        claiming.claimed[1] = 1;
        claiming.seal();
        List<byte[]> leaves = claiming.trees.get(1);
        List<byte[]> sameRoot = List.of(SpecHash.root(leaves.subList(4, 5)), SpecHash.root(leaves.subList(0, 4)));
        add(
                "shrank-with-the-same-root",
                "An earlier entry states a record more with the same root.",
                claiming,
                SpecLogs.headOf(claiming.earlier(1), claiming.earlier(2, SpecLogs.LOG, sameRoot)),
                claiming.allRecords());
        SpecLogs rewritten = fresh();
        rewritten.rows.set(2, List.of(Cell.text("S-2"), Cell.text("another event")));
        rewritten.trees.set(2, rewritten.leaves(13));
        rewritten.seal();
        add("rewritten", "An old record was rewritten.", rewritten, rewritten.head(), rewritten.allRecords());
    }

    private void addProof(String name, int seal, List<byte[]> proof) {
        byte[] forged = logs.earlier(seal, SpecLogs.LOG, proof);
        byte[] history =
                seal == 1 ? SpecLogs.headOf(forged, logs.earlier(2)) : SpecLogs.headOf(logs.earlier(1), forged);
        add(name, "A forged consistency proof.", logs, history, logs.allRecords());
    }

    private void forgedEntries() {
        SpecLogs swapped = fresh();
        swapped.schemas = SpecLogs.schemas(0, List.of("EVENT", "USUBJID"), 7, swapped.after);
        swapped.seal();
        add(
                "columns-swapped",
                "Names of columns are swapped for old records.",
                swapped,
                swapped.head(),
                swapped.allRecords());
        add("columns-swapped-old-record", "One of them.", swapped, swapped.head(), swapped.records(2));
        add(
                "columns-swapped-new-record",
                "A record that is not concerned.",
                swapped,
                swapped.head(),
                swapped.records(9));
        for (int from : new int[] {14, 13, 7}) {
            SpecLogs lying = fresh();
            lying.schemas = SpecLogs.schemas(0, lying.before, from, from == 7 ? List.of("A", "B", "C") : lying.after);
            lying.seal();
            add(
                    "schemas-from-" + from,
                    "Schemas that may contradict the entry.",
                    lying,
                    lying.head(),
                    lying.allRecords());
        }
        SpecLogs unordered = fresh();
        unordered.order = "by-date";
        unordered.seal();
        add("order-unknown", "Settings with an unknown order.", unordered, unordered.head(), unordered.allRecords());
        SpecLogs notAscending = fresh();
        notAscending.schemas = SpecLogs.schemas(1, notAscending.before, 7, notAscending.after);
        notAscending.seal();
        add(
                "schemas-not-from-0",
                "The first schema does not begin at record 0.",
                notAscending,
                notAscending.head(),
                notAscending.allRecords());
    }

    private void malformed() {
        SpecLogs early = fresh();
        early.previous[2] = -1;
        early.seal();
        add("previous-none", "The entry names seal 0.", early, early.head(), early.allRecords());
        byte[] flags = SpecLogs.headOf();
        flags[20] = 2;
        add("flags", "Unknown flags.", logs, flags, logs.allRecords());
        byte[] empty = SpecLogs.headOf();
        empty[20] = 1;
        add("history-empty", "An empty history.", logs, empty, u32(0), logs.allRecords());
        add(
                "history-order",
                "A history out of order.",
                logs,
                SpecLogs.headOf(logs.earlier(2), logs.earlier(1)),
                logs.allRecords());
        add(
                "history-of-itself",
                "A history that names this seal.",
                logs,
                SpecLogs.headOf(logs.earlier(3)),
                logs.allRecords());
        add(
                "history-of-source",
                "A history with an entry that is no log.",
                logs,
                SpecLogs.headOf(logs.earlier(1, SpecLogs.SOURCE, List.of())),
                logs.allRecords());
        add("records-order", "Records out of order.", logs, logs.head(), logs.records(5, 4));
        add("records-twice", "A record twice.", logs, logs.head(), logs.records(5, 5));
        add("records-too-many", "More records than there are.", logs, logs.head(), u64(14));
        add("longer", "Something follows.", logs, logs.head(), logs.allRecords(), new byte[1]);
        add("cut", "The disclosure is cut.", logs, logs.head(), u64(1));
        add(
                "other-artifact",
                "The artifact is not that of the name.",
                logs,
                cat(ascii("trialseal/1 log\n"), u32(2), 0),
                logs.allRecords());
        byte[] records = logs.records(3);
        for (int at = 8; at < records.length; at += 9) {
            byte[] changed = records.clone();
            changed[at] ^= 1;
            add("record-byte-" + at, "A bit of a record is flipped.", logs, logs.head(), changed);
        }
        byte[] head = logs.head();
        for (int at = 20; at < head.length; at += 97) {
            byte[] changed = head.clone();
            changed[at] ^= 1;
            add("history-byte-" + at, "A bit of the history is flipped.", logs, changed, logs.records(3));
        }
    }
}
