package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.h;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;

/**
 * A ledger of three seals on the practice network, made by the words of docs/proof-format.md and nothing else: small
 * datasets with interleaved subjects, one without subjects, wide ones, and a document. The same seed gives the same bytes.
 */
public final class SpecStudy {
    public static final int SOURCE = 0;
    public static final int LB = 1;
    public static final int TA = 2;
    public static final int WIDE = 3;
    public static final int WIDER = 4;
    public static final int PROTOCOL = 5;

    private static final List<Integer> SUBJECTS = List.of(1, 2, 3, 2, 1, 2, 4, 5, 2);

    public final Random random;
    public final byte[] ledger;
    public final byte[] nonce;
    public final List<SpecArtifact> artifacts = new ArrayList<>();
    /** The statements of seals 1, 2 and 3; the last one seals the artifacts. */
    public final List<byte[]> statements = new ArrayList<>();

    private List<JsonObject> entries = List.of();
    private String network = "practice";
    private final SortedMap<String, JsonValue> extra = new TreeMap<>();

    private SpecStudy(long seed) {
        random = new Random(seed);
        ledger = SpecDataset.bytes(random, 16);
        nonce = SpecDataset.bytes(random, 32);
    }

    /** All kinds of artifacts. */
    public static SpecStudy sample() {
        SpecStudy study = new SpecStudy(1);
        study.add(document(study, SOURCE, "lb.csv", 700, true));
        study.add(study.dataset(LB, "LB", true, 4, 9));
        study.add(study.dataset(TA, "TA", false, 2, 3));
        study.add(study.dataset(WIDE, "WIDE", true, 70, 5));
        study.add(study.dataset(WIDER, "WIDER", true, 130, 4));
        study.add(document(study, PROTOCOL, "protocol.txt", 1000, false));
        return study.seal();
    }

    /** One dataset and its source: packages of a few kilobytes. */
    public static SpecStudy small() {
        SpecStudy study = new SpecStudy(2);
        study.add(document(study, SOURCE, "lb.csv", 300, true));
        study.add(study.dataset(LB, "LB", true, 3, 5));
        return study.seal();
    }

    /** Only a document of this many bytes. */
    public static SpecStudy ofDocument(int length) {
        SpecStudy study = new SpecStudy(3);
        study.add(document(study, 0, "scan.bin", length, false));
        return study.seal();
    }

    /** One dataset with these rows under the source entry; the first column is the subject when grouped. */
    public static SpecStudy ofRows(List<String> columns, boolean grouped, List<List<Cell>> rows) {
        SpecStudy study = new SpecStudy(4);
        study.add(document(study, SOURCE, "rows.csv", 10, true));
        study.add(new SpecDataset(LB, "ROWS", columns, grouped, rows, study.nonce, study.random));
        return study.seal();
    }

    /** Two datasets of the same name. */
    public static SpecStudy withSameNames() {
        SpecStudy study = new SpecStudy(5);
        study.add(document(study, SOURCE, "two.xpt", 10, true));
        study.add(study.dataset(LB, "LB", true, 3, 4));
        study.add(study.dataset(TA, "LB", true, 3, 4));
        return study.seal();
    }

    /** A dataset that has the name of its source. */
    public static SpecStudy withNameOfSource() {
        SpecStudy study = new SpecStudy(6);
        study.add(document(study, SOURCE, "LB", 10, true));
        study.add(study.dataset(LB, "LB", true, 3, 4));
        return study.seal();
    }

    /** Seals a dataset of this study again, with a schema that names other columns. */
    public SpecStudy lyingAboutColumns(int artifact, List<String> names) {
        SpecDataset honest = dataset(artifact);
        artifacts.set(artifact, honest.withSchema(Schema.ofNames(names).toJson()));
        return seal();
    }

    private static SpecDocument document(SpecStudy study, int artifact, String name, int length, boolean isSource) {
        byte[] bytes = SpecDataset.bytes(study.random, length);
        return new SpecDocument(artifact, name, bytes, isSource, study.nonce, study.random);
    }

    private SpecDataset dataset(int artifact, String name, boolean grouped, int columns, int rows) {
        List<String> names = new ArrayList<>(List.of(grouped ? "USUBJID" : "ARMCD"));
        for (int column = 2; column <= columns; column++) {
            names.add("V" + column);
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Cell> record = new ArrayList<>(List.of(Cell.text("S-0" + SUBJECTS.get(row))));
            for (int column = 2; column <= columns; column++) {
                record.add(column % 7 == 3 ? Cell.missing("") : Cell.text(row + "/" + column));
            }
            cells.add(record);
        }
        return new SpecDataset(artifact, name, names, grouped, cells, nonce, random);
    }

    private void add(SpecArtifact artifact) {
        artifacts.add(artifact);
    }

    /** Seals again for another network, with further members in the last statement. */
    public SpecStudy reseal(String onNetwork, Map<String, JsonValue> members) {
        network = onNetwork;
        extra.clear();
        extra.putAll(members);
        return seal();
    }

    private SpecStudy seal() {
        statements.clear();
        entries = artifacts.stream().map(SpecArtifact::entry).toList();
        for (int seal = 1; seal <= 3; seal++) {
            statements.add(statement(seal).canonicalBytes());
        }
        return this;
    }

    private JsonObject statement(int seal) {
        boolean last = seal == 3;
        JsonObject.Builder json = JsonObject.builder()
                .put("claimedTime", "2026-03-0" + seal + "T10:00:00Z")
                .put(
                        "entries",
                        JsonObject.builder()
                                .put("count", last ? artifacts.size() : 1)
                                .put("root", SpecDataset.hex(last ? SpecHash.root(entryLeaves()) : h(seal)))
                                .build())
                .put("format", "trialseal/1")
                .put("ledger", SpecDataset.hex(ledger))
                .put("milestone", last ? "database lock" : "interim lock")
                .put("network", network)
                .put("nonce", SpecDataset.hex(last ? nonce : h(9, seal)))
                .put("seal", seal)
                .put("study", JsonObject.builder().put("id", "TS-101").build())
                .put("title", "Seal number " + seal);
        if (seal > 1) {
            json.put("previous", SpecDataset.hex(h((Object) statements.get(seal - 2))));
        }
        if (!last || !extra.containsKey("signers")) {
            json.put("signers", new JsonArray(List.of()));
        }
        if (last) {
            extra.forEach(json::put);
        }
        return json.build();
    }

    /** Leaf data of the statement's tree. */
    public List<byte[]> entryLeaves() {
        return entries.stream()
                .map(entry -> SpecHash.cat(0x1a, entry.canonicalBytes()))
                .toList();
    }

    public SpecDataset dataset(int artifact) {
        return (SpecDataset) artifacts.get(artifact);
    }

    public SpecDocument document(int artifact) {
        return (SpecDocument) artifacts.get(artifact);
    }

    /** H of the last statement. */
    public byte[] digest() {
        return h((Object) statements.get(2));
    }

    /** {@code entries.json} with these entries opened. */
    public byte[] entriesJson(List<Integer> opened) {
        List<JsonValue> items = new ArrayList<>();
        for (int index : opened) {
            items.add(openedEntry(index));
        }
        return JsonObject.builder().put("opened", new JsonArray(items)).build().canonicalBytes();
    }

    private JsonObject openedEntry(int index) {
        List<JsonValue> path = new ArrayList<>();
        for (byte[] hash : SpecHash.path(index, entryLeaves())) {
            path.add(new JsonString(SpecDataset.hex(hash)));
        }
        return JsonObject.builder()
                .put("entry", entries.get(index))
                .put("index", index)
                .put("path", new JsonArray(path))
                .build();
    }

    /** {@code openings.json} with all openings of these entries. */
    public byte[] openingsJson(List<Integer> opened) {
        List<JsonValue> items = new ArrayList<>();
        opened.forEach(index -> items.addAll(artifacts.get(index).openings()));
        return JsonObject.builder()
                .put("openings", new JsonArray(items))
                .build()
                .canonicalBytes();
    }

    /** A package that shows these artifacts, by index, anchored on the practice network. */
    public SpecPackage show(SortedMap<Integer, byte[]> shown) {
        SpecPackage made = new SpecPackage();
        made.put(
                "data/package.json",
                "{\"format\":\"trialseal-package/1\",\"seal\":3}".getBytes(StandardCharsets.UTF_8));
        for (int seal = 1; seal <= 3; seal++) {
            made.put("data/seals/000" + seal + "/seal.json", statements.get(seal - 1));
        }
        SpecAnchor anchor = SpecAnchor.practice(digest());
        made.put(SpecPackage.OTS, anchor.timestamp());
        made.put(SpecPackage.HEADERS, anchor.headers());
        List<Integer> opened = new ArrayList<>(shown.keySet());
        made.put(SpecPackage.ENTRIES, entriesJson(opened));
        made.put(SpecPackage.OPENINGS, openingsJson(opened));
        shown.forEach((index, bytes) -> made.put(
                SpecPackage.artifact(index, artifacts.get(index) instanceof SpecDataset ? "disclosure" : "content"),
                bytes));
        made.put("data/readme.txt", "Verify with TrialSeal.\n".getBytes(StandardCharsets.UTF_8));
        return made;
    }

    /** A package that shows one artifact. */
    public SpecPackage show(int artifact, byte[] bytes) {
        return show(new TreeMap<>(Map.of(artifact, bytes)));
    }
}
