package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Packages with one fault only, for the rules that are elsewhere broken together with another one. */
final class SingleFaults extends ForgedParts {
    private static final String FIRST = "data/seals/0001/seal.json";

    @Override
    List<Vector> all() {
        names();
        try {
            openings();
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
        statements();
        histories();
        schemas();
        records();
        return vectors;
    }

    private void names() {
        addEdit("entries-semicolon", "Another separator.", SpecPackage.ENTRIES, "]},{\"entry\"", "]};{\"entry\"");
        SpecStudy same = SpecStudy.withNameOfSource();
        add(
                "name-of-source",
                "A dataset has the name of its source, and both are opened.",
                same.show(SpecStudy.LB, same.dataset(SpecStudy.LB).everything(2))
                        .put(SpecPackage.ENTRIES, same.entriesJson(List.of(0, 1))));
        SpecPackage none = new SpecPackage();
        none.put("data/package.json", ascii("{\"format\":\"trialseal-package/1\",\"seal\":0}"));
        none.put("data/seals/0000/entries.json", ascii("{\"opened\":[]}"));
        none.put("data/seals/0000/openings.json", ascii("{\"openings\":[]}"));
        add("no-seals", "A package of no seals.", none.put("data/readme.txt", ascii("Nothing.\n")));
    }

    private void openings() throws MalformedException {
        JsonObject all = CanonicalJson.parseObject("openings.json", honest().get(SpecPackage.OPENINGS));
        for (int left : new int[] {0, 1}) {
            List<JsonValue> rest = new ArrayList<>(all.array("openings.json", "openings"));
            rest.remove(left);
            byte[] json = JsonObject.builder()
                    .put("openings", new JsonArray(rest))
                    .build()
                    .canonicalBytes();
            add(
                    "opening-" + left + "-missing",
                    "Schema or settings are not opened.",
                    honest().put(SpecPackage.OPENINGS, json));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void statements() {
        String zeros = "\"previous\":\"" + "0".repeat(64) + "\",";
        addEdit("first-names-previous", "Statement 1 names one before it.", FIRST, "\"seal\":1", zeros + "\"seal\":1");
        String previous = "\"previous\":\"" + SpecDataset.hex(SpecHash.h((Object) study.statements.get(1))) + "\",";
        addEdit("third-names-none", "Statement 3 names none before it.", SpecPackage.STATEMENT, previous, "");
        JsonValue signer = JsonObject.builder()
                .put("algorithm", "EC")
                .put("spki", Sha256.of())
                .build();
        for (int count : new int[] {20, 40}) {
            study.reseal("practice", Map.of("successors", new JsonArray(Collections.nCopies(count, signer))));
            add("successors-" + count, "A statement that only its length may forbid.", honest());
        }
        study.reseal("practice", Map.of());
    }

    private void add(String name, String description, SpecLogs logs, Object... disclosure) {
        add("log-" + name, description, logs.show(cat(disclosure)));
    }

    private void histories() {
        List<byte[]> hash = List.of(new byte[32]);
        SpecLogs equal = new SpecLogs(5, 13, 13, 7).seal();
        byte[] longer = equal.earlier(2, SpecLogs.LOG, hash);
        add(
                "proof-of-same-size",
                "A proof with a hash between trees of one size.",
                equal,
                SpecLogs.headOf(equal.earlier(1), longer),
                equal.allRecords());
        equal.rows.set(9, List.of(Cell.text("S-0"), Cell.text("nobody"), Cell.text("another event")));
        equal.trees.set(2, equal.leaves(13));
        equal.seal();
        byte[] none = equal.earlier(2, SpecLogs.LOG, List.of());
        add(
                "rewritten-in-same-size",
                "A record was rewritten, and none was added.",
                equal,
                SpecLogs.headOf(equal.earlier(1), none),
                equal.allRecords());
        SpecLogs empty = new SpecLogs(0, 8, 13, 7).seal();
        add(
                "proof-of-nothing",
                "A proof with a hash from a log without records.",
                empty,
                SpecLogs.headOf(empty.earlier(1, SpecLogs.LOG, hash), empty.earlier(2)),
                empty.allRecords());
        SpecLogs rooted = new SpecLogs(5, 8, 13, 7);
        rooted.claimed[0] = -5;
        rooted.seal();
        add(
                "root-of-nothing",
                "An earlier entry states no records and a root of some.",
                rooted,
                SpecLogs.headOf(rooted.earlier(1, SpecLogs.LOG, List.of()), rooted.earlier(2)),
                rooted.allRecords());
    }

    private void schemas() {
        for (int[] from : new int[][] {{1, 7}, {0, 0}}) {
            SpecLogs logs = new SpecLogs(5, 8, 13, 7);
            logs.schemas = SpecLogs.schemas(from[0], logs.before, from[1], logs.after);
            logs.seal();
            add(
                    "schemas-from-" + from[0] + "-and-" + from[1],
                    "Schemas of records from these on, of which none is shown.",
                    logs,
                    logs.head(),
                    logs.records());
        }
    }

    private void records() {
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        byte[] record = logs.records(3);
        int hashes = record[16];
        byte[] rest = Arrays.copyOfRange(record, 17 + 32 * hashes, record.length);
        List<byte[]> path = new ArrayList<>(SpecHash.path(3, logs.trees.get(2)));
        path.add(new byte[32]);
        for (int columns : new int[] {64, 65}) {
            SpecLogs wide = new SpecLogs(1, 2, 3, 100);
            List<String> names = new ArrayList<>(List.of("USUBJID"));
            for (int column = 2; column <= columns; column++) {
                names.add("C" + column);
            }
            wide.before = names;
            wide.after = names;
            wide.rows.replaceAll(row -> Collections.nCopies(columns, row.get(0)));
            wide.trees.replaceAll(leaves -> wide.leaves(leaves.size()));
            wide.schemas = LogSchemas.first(Schema.ofNames(names)).toJson();
            wide.seal();
            add("columns-" + columns, "A log of so many columns.", wide, wide.head(), wide.records(1));
        }
        for (List<byte[]> forged : List.of(path, path.subList(0, hashes - 1))) {
            add(
                    "path-of-" + forged.size(),
                    "The path of a record has another length.",
                    logs,
                    logs.head(),
                    u64(1),
                    u64(3),
                    SpecHash.pathBytes(forged),
                    rest);
        }
    }
}
