package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.cell;
import static org.trialseal.core.testing.SpecHash.h;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/**
 * A ledger of three seals that hold an event log and another one, made by the words of docs/proof-format.md and nothing
 * else. What it is made of can be changed before {@link #seal}.
 */
public final class SpecLogs {
    public static final int SOURCE = 0;
    public static final int LOG = 1;
    public static final int OTHER = 2;
    public static final int NOW = 3;

    private final Random random = new Random(11);
    private final byte[] ledger = bytes(16);
    private final byte[] key = bytes(32);
    private final byte[] schemaSalt = bytes(16);
    private final byte[] settingsSalt = bytes(16);

    /** All records that there ever are, and the columns before and after {@link #widenedAt}. */
    public final List<List<Cell>> rows = new ArrayList<>();

    public List<String> before = List.of("USUBJID", "EVENT");
    public List<String> after = List.of("USUBJID", "WITNESS", "EVENT");
    public final int widenedAt;
    /** Leaf data of the log's tree in each seal, from seal 1. */
    public final List<List<byte[]>> trees = new ArrayList<>();
    /** The number of the seal before that each entry names; 0 for none, -1 for a seal 0 that there never is. */
    public final int[] previous = {0, 1, 2};
    /** How many records more each entry states than its tree has. */
    public final int[] claimed = {0, 0, 0};
    /** What the entry in the last seal commits to. */
    public JsonObject schemas;

    public String order = "oldest-first";
    public final List<byte[]> statements = new ArrayList<>();
    private final List<List<JsonObject>> entries = new ArrayList<>();

    /** Three seals that hold so many records of the log; columns change at record {@code widenedAt}. */
    public SpecLogs(int first, int second, int third, int widenedAt) {
        this.widenedAt = widenedAt;
        int most = Math.max(first, Math.max(second, third));
        for (int i = 0; i < most; i++) {
            Cell subject = Cell.text("S-" + i % 3);
            Cell event = Cell.text("event " + i);
            rows.add(i < widenedAt ? List.of(subject, event) : List.of(subject, Cell.text("nurse " + i), event));
        }
        trees.add(leaves(first));
        trees.add(leaves(second));
        trees.add(leaves(third));
        schemas = schemas(0, before, widenedAt, after);
    }

    private byte[] bytes(int count) {
        return SpecDataset.bytes(random, count);
    }

    /** The JSON of two schemas. */
    public static JsonObject schemas(int from, List<String> names, int from2, List<String> names2) {
        return JsonObject.builder()
                .put("schemas", new JsonArray(List.of(since(from, names), since(from2, names2))))
                .build();
    }

    private static JsonObject since(int from, List<String> names) {
        return JsonObject.builder()
                .put("from", from)
                .put("schema", Schema.ofNames(names).toJson())
                .build();
    }

    /** Leaf data of the first records. */
    public List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(leaf(i, i < widenedAt ? before : after, rows.get(i)));
        }
        return leaves;
    }

    /** Leaf data of a record. */
    public byte[] leaf(int index, List<String> columns, List<Cell> row) {
        return SpecHash.logLeaf(Schema.ofNames(columns).toJson().canonicalBytes(), commitments(index, row));
    }

    private List<byte[]> commitments(int index, List<Cell> row) {
        List<byte[]> commitments = new ArrayList<>();
        for (int j = 1; j <= row.size(); j++) {
            commitments.add(SpecHash.commitment(SpecHash.salt(key, index, j), j, cell(row.get(j - 1))));
        }
        return commitments;
    }

    /** Seals all three. */
    public SpecLogs seal() {
        statements.clear();
        entries.clear();
        for (int seal = 1; seal <= NOW; seal++) {
            entries.add(List.of(source(), log("consent", seal), log("other", seal)));
            statements.add(statement(seal).canonicalBytes());
        }
        return this;
    }

    private JsonObject source() {
        return JsonObject.builder()
                .put("file", SpecDataset.hex(h(1)))
                .put("kind", "source")
                .put("name", "log.csv")
                .put("salt", SpecDataset.hex(new byte[16]))
                .build();
    }

    private JsonObject log(String name, int seal) {
        List<byte[]> leaves = trees.get(seal - 1);
        JsonObject.Builder json = JsonObject.builder()
                .put("columns", after.size())
                .put("kind", "log")
                .put("name", name)
                .put("records", leaves.size() + claimed[seal - 1])
                .put("root", SpecDataset.hex(SpecHash.root(leaves)))
                .put("salt", SpecDataset.hex(h(seal)).substring(0, 32))
                .put("schema", SpecDataset.hex(h(0x17, 1, schemaSalt, schemas.canonicalBytes())))
                .put(
                        "settings",
                        SpecDataset.hex(h(0x17, 2, settingsSalt, settings().canonicalBytes())))
                .put("source", SOURCE);
        if (previous[seal - 1] != 0) {
            json.put("previous", Math.max(0, previous[seal - 1]));
        }
        return json.build();
    }

    private JsonObject settings() {
        TreeMap<String, String> options = new TreeMap<>();
        options.put("order", order);
        return new ImportSettings("csv", 1, options, java.util.Optional.of("USUBJID"), List.of()).toJson();
    }

    private JsonObject statement(int seal) {
        JsonObject.Builder json = JsonObject.builder()
                .put("claimedTime", "2026-03-0" + seal + "T10:00:00Z")
                .put(
                        "entries",
                        JsonObject.builder()
                                .put("count", 3)
                                .put("root", SpecDataset.hex(SpecHash.root(entryLeaves(seal))))
                                .build())
                .put("format", "trialseal/1")
                .put("ledger", SpecDataset.hex(ledger))
                .put("milestone", "lock")
                .put("network", "practice")
                .put("nonce", SpecDataset.hex(h(9, seal)))
                .put("seal", seal)
                .put("signers", new JsonArray(List.of()))
                .put("study", JsonObject.builder().put("id", "TS-101").build())
                .put("title", "");
        if (seal > 1) {
            json.put("previous", SpecDataset.hex(h((Object) statements.get(seal - 2))));
        }
        return json.build();
    }

    private List<byte[]> entryLeaves(int seal) {
        return entries.get(seal - 1).stream()
                .map(entry -> cat(0x1a, entry.canonicalBytes()))
                .toList();
    }

    /** The entry of an artifact in a seal. */
    public JsonObject entry(int seal, int artifact) {
        return entries.get(seal - 1).get(artifact);
    }

    /** {@code earlier} of the history. */
    public byte[] earlier(int seal, int artifact, List<byte[]> proof) {
        byte[] json = entry(seal, artifact).canonicalBytes();
        return cat(
                u64(seal),
                u32(artifact),
                SpecHash.pathBytes(SpecHash.path(artifact, entryLeaves(seal))),
                u32(json.length),
                json,
                SpecHash.pathBytes(proof));
    }

    /** {@code earlier} as it should be. */
    public byte[] earlier(int seal) {
        return earlier(seal, LOG, proof(seal));
    }

    /** The consistency proof from an earlier seal. */
    public List<byte[]> proof(int seal) {
        int older = trees.get(seal - 1).size();
        return older == 0 ? List.of() : SpecHash.consistency(older, trees.get(NOW - 1));
    }

    /** What stands before the records. */
    public static byte[] headOf(byte[]... history) {
        byte[] head = cat(ascii("trialseal/1 log\n"), u32(LOG), history.length == 0 ? 0 : 1);
        if (history.length > 0) {
            head = cat(head, u32(history.length));
        }
        for (byte[] earlier : history) {
            head = cat(head, earlier);
        }
        return head;
    }

    /** The history as it should be. */
    public byte[] head() {
        return headOf(earlier(1), earlier(2));
    }

    /** Records with all their fields. */
    public byte[] records(int... indices) {
        byte[] out = u64(indices.length);
        for (int index : indices) {
            out = cat(out, record(index, indices.length < trees.get(NOW - 1).size()));
        }
        return out;
    }

    /** All records. */
    public byte[] allRecords() {
        int[] all = new int[trees.get(NOW - 1).size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return records(all);
    }

    private byte[] record(int index, boolean withPath) {
        byte[] out = u64(index);
        if (withPath) {
            out = cat(out, SpecHash.pathBytes(SpecHash.path(index, trees.get(NOW - 1))));
        }
        for (int j = 1; j <= rows.get(index).size(); j++) {
            out = j % 64 == 1 ? cat(out, 1) : out;
            out = cat(out, 1, SpecHash.salt(key, index, j), cell(rows.get(index).get(j - 1)));
        }
        return out;
    }

    /** A package of the last seal that shows this of the log. */
    public SpecPackage show(byte[] disclosure) {
        SpecPackage made = new SpecPackage();
        made.put(
                "data/package.json",
                "{\"format\":\"trialseal-package/1\",\"seal\":3}".getBytes(StandardCharsets.UTF_8));
        for (int seal = 1; seal <= NOW; seal++) {
            made.put("data/seals/000" + seal + "/seal.json", statements.get(seal - 1));
        }
        SpecAnchor anchor = SpecAnchor.practice(h((Object) statements.get(NOW - 1)));
        made.put(SpecPackage.OTS, anchor.timestamp());
        made.put(SpecPackage.HEADERS, anchor.headers());
        made.put(SpecPackage.ENTRIES, list("opened", List.of(opened(LOG))));
        made.put(
                SpecPackage.OPENINGS,
                list(
                        "openings",
                        List.of(
                                opening("schema", schemaSalt, schemas),
                                opening("settings", settingsSalt, settings()))));
        made.put(SpecPackage.artifact(LOG, "log"), disclosure);
        return made.put("data/readme.txt", "Verify with TrialSeal.\n".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] list(String name, List<JsonValue> items) {
        return JsonObject.builder().put(name, new JsonArray(items)).build().canonicalBytes();
    }

    private JsonObject opened(int index) {
        List<JsonValue> path = new ArrayList<>();
        for (byte[] hash : SpecHash.path(index, entryLeaves(NOW))) {
            path.add(new JsonString(SpecDataset.hex(hash)));
        }
        return JsonObject.builder()
                .put("entry", entry(NOW, index))
                .put("index", index)
                .put("path", new JsonArray(path))
                .build();
    }

    private static JsonObject opening(String kind, byte[] salt, JsonObject content) {
        return JsonObject.builder()
                .put("artifact", LOG)
                .put("content", content)
                .put("kind", kind)
                .put("salt", SpecDataset.hex(salt))
                .build();
    }
}
