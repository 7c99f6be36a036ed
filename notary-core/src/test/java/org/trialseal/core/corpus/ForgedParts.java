package org.trialseal.core.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What may be done to statements, entries, openings and documents, with every digest of the package right. */
final class ForgedParts {
    private static final String STATEMENT_1 = "data/seals/0001/seal.json";
    private static final String STATEMENT_2 = "data/seals/0002/seal.json";
    private static final String HEADER = "data/package.json";

    private final SpecStudy study = SpecStudy.sample();
    private final List<Vector> vectors = new ArrayList<>();

    List<Vector> all() {
        statements();
        json();
        signers();
        entries();
        openings();
        documents();
        kinds();
        return vectors;
    }

    private SpecPackage honest() {
        return study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3),
                SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2))));
    }

    private void add(String name, String description, SpecPackage made) {
        vectors.add(Vector.practice("parts-" + name, description, made));
    }

    private static SpecPackage edit(SpecPackage made, String part, String from, String to) {
        String text = new String(made.get(part), StandardCharsets.UTF_8);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new AssertionError("nothing to edit: " + from);
        }
        String edited = text.substring(0, at) + to + text.substring(at + from.length());
        return made.put(part, edited.getBytes(StandardCharsets.UTF_8));
    }

    private void addEdit(String name, String description, String part, String from, String to) {
        add(name, description, edit(honest(), part, from, to));
    }

    private void statements() {
        add(
                "statement-repeated",
                "Statement 1 stands at place 2, too.",
                honest().put(STATEMENT_2, study.statements.get(0)));
        add(
                "statements-swapped",
                "Statements 1 and 2 are swapped.",
                honest().put(STATEMENT_1, study.statements.get(1)).put(STATEMENT_2, study.statements.get(0)));
        addEdit("fork-1", "Statement 1 is another.", STATEMENT_1, "Seal number 1", "Seal number I");
        addEdit("fork-2", "Statement 2 is another.", STATEMENT_2, "interim lock", "interim l0ck");
        addEdit("study-1", "Statement 1 is of another study.", STATEMENT_1, "TS-101", "TS-102");
        addEdit("study-3", "Statement 3 is of another study.", SpecPackage.STATEMENT, "TS-101", "TS-102");
        addEdit(
                "network-3",
                "Statement 3 is of another network.",
                SpecPackage.STATEMENT,
                "\"practice\"",
                "\"bitcoin\"");
        addEdit("number-4", "Statement 3 says it is number 4.", SpecPackage.STATEMENT, "\"seal\":3", "\"seal\":4");
        addEdit("header-2", "The package names seal 2.", HEADER, "3", "2");
        addEdit("header-0", "The package names seal 0.", HEADER, "3", "0");
        addEdit("header-format", "A package of a later format.", HEADER, "package/1", "package/2");
        addEdit("header-unknown", "The package has an unknown member.", HEADER, "\"seal\":3", "\"seal\":3,\"more\":1");
        String ledger = SpecDataset.hex(study.ledger);
        addEdit(
                "ledger-3",
                "Statement 3 has another ledger id.",
                SpecPackage.STATEMENT,
                ledger,
                "00" + ledger.substring(2));
        addEdit(
                "nonce-3",
                "Statement 3 has another nonce.",
                SpecPackage.STATEMENT,
                SpecDataset.hex(study.nonce).substring(0, 4),
                "0000");
        addEdit(
                "count-3",
                "Statement 3 has another number of entries.",
                SpecPackage.STATEMENT,
                "\"count\":6",
                "\"count\":7");
        addEdit("count-0", "Statement 3 has no entries.", SpecPackage.STATEMENT, "\"count\":6", "\"count\":0");
        study.reseal("practice", Map.of("supersedes", new JsonInteger(3)));
        add("supersedes-itself", "Statement 3 supersedes itself.", honest());
        study.reseal("practice", Map.of("supersedes", new JsonInteger(0)));
        add("supersedes-0", "Statement 3 supersedes seal 0.", honest());
        study.reseal("practice", Map.of("supersedes", new JsonInteger(2)));
        add("supersedes-2", "Statement 3 supersedes seal 2.", honest());
        study.reseal("practice", Map.of("supersedes", new JsonString("2")));
        add("supersedes-string", "A member has another type.", honest());
        study.reseal("practice", Map.of("trail", new JsonString("00".repeat(32))));
        add("trail", "Statement 3 holds the head of an audit trail.", honest());
        study.reseal("practice", Map.of());
    }

    private void json() {
        String[][] edits = {
            {"format-2", "trialseal/1", "trialseal/2"},
            {"unknown-member", "\"seal\":3", "\"seal\":3,\"shiny\":1"},
            {"space", "\"seal\":3", "\"seal\": 3"},
            {"fraction", "\"seal\":3", "\"seal\":3.0"},
            {"leading-zero", "\"seal\":3", "\"seal\":03"},
            {"negative", "\"seal\":3", "\"seal\":-3"},
            {"exponent", "\"seal\":3", "\"seal\":3e0"},
            {"number-as-string", "\"seal\":3", "\"seal\":\"3\""},
            {"name-twice", "\"seal\":3", "\"seal\":3,\"seal\":3"},
            {"2-53", "\"seal\":3", "\"seal\":9007199254740992"},
            {"huge", "\"seal\":3", "\"seal\":" + "9".repeat(400)},
            {"escape-not-needed", "\"title\":\"Seal", "\"title\":\"\\u0053eal"},
            {"solidus-escaped", "\"title\":\"Seal", "\"title\":\"\\/eal"},
            {"null", "\"title\":\"Seal", "\"title\":null,\"x\":\"Seal"},
            {"true", "\"title\":\"Seal", "\"title\":true,\"x\":\"Seal"},
            {"lone-surrogate", "\"title\":\"Seal", "\"title\":\"\\ud800eal"},
            {"fraction-of-second", "2026-03-03T10:00:00Z", "2026-03-03T10:00:00.0Z"},
            {"no-such-day", "2026-03-03T10:00:00Z", "2026-02-30T10:00:00Z"},
            {"leap-second", "2026-03-03T10:00:00Z", "2026-03-03T23:59:60Z"},
            {"offset", "2026-03-03T10:00:00Z", "2026-03-03T10:00:00+00:00"},
            {"testnet", "practice", "testnet"},
            {"order", "\"claimedTime\"", "\"zclaimedTime\""},
            {"milestone-empty", "\"milestone\":\"database lock\"", "\"milestone\":\"\""},
            {"milestone-long", "\"milestone\":\"database lock\"", "\"milestone\":\"" + "m".repeat(65) + "\""},
            {"milestone-64", "\"milestone\":\"database lock\"", "\"milestone\":\"" + "m".repeat(64) + "\""},
            {"title-201", "\"title\":\"Seal number 3\"", "\"title\":\"" + "t".repeat(201) + "\""},
            {"title-200", "\"title\":\"Seal number 3\"", "\"title\":\"" + "t".repeat(200) + "\""},
            {"title-control", "\"title\":\"Seal", "\"title\":\"\\n\\u0001eal"},
            {"title-bidi", "\"title\":\"Seal", "\"title\":\"\u202eeal"},
            {"title-astral", "\"title\":\"Seal", "\"title\":\"\ud83d\ude00eal"},
            {"upper-case-hex", "\"ledger\":\"", "\"ledger\":\"A"},
            {"study-empty", "{\"id\":\"TS-101\"}", "{\"id\":\"\"}"},
            {
                "study-full",
                "{\"id\":\"TS-101\"}",
                "{\"id\":\"TS-101\",\"registry\":\"NCT1\",\"sponsor\":\"S\",\"title\":\"T\"}"
            },
            {"study-unknown", "{\"id\":\"TS-101\"}", "{\"id\":\"TS-101\",\"x\":\"\"}"},
            {"study-array", "{\"id\":\"TS-101\"}", "[\"TS-101\"]"},
            {"supersedes-order", "\"title\":", "\"supersedes\":1,\"title\":"},
            {"newline", "\"title\":\"Seal number 3\"}", "\"title\":\"Seal number 3\"}\n"},
            {"deep", "\"signers\":[]", "\"signers\":" + "[".repeat(30) + "]".repeat(30)},
        };
        for (String[] edit : edits) {
            addEdit("json-" + edit[0], "Statement 3 is edited.", SpecPackage.STATEMENT, edit[1], edit[2]);
        }
        addEdit(
                "json-not-utf8",
                "Statement 3 is cut within a character.",
                SpecPackage.STATEMENT,
                "Seal number",
                "Seal numb\u00e9r");
        byte[] broken = study.statements.get(2).clone();
        broken[broken.length - 4] = (byte) 0xc3;
        add("json-bad-utf8", "Statement 3 is not UTF-8.", honest().put(SpecPackage.STATEMENT, broken));
        byte[] mark = SpecHash.cat(0xef, 0xbb, 0xbf, study.statements.get(2));
        add("json-bom", "Statement 3 begins with a byte order mark.", honest().put(SpecPackage.STATEMENT, mark));
        add("json-empty", "Statement 3 is empty.", honest().put(SpecPackage.STATEMENT, new byte[0]));
        add(
                "json-too-long",
                "Statement 3 is longer than allowed.",
                edit(
                        honest(),
                        SpecPackage.STATEMENT,
                        "{\"id\":\"TS-101\"}",
                        "{\"id\":\"TS-101\",\"title\":\"" + "x".repeat(3500) + "\"}"));
        for (String part : List.of(SpecPackage.ENTRIES, SpecPackage.OPENINGS, HEADER)) {
            String text = new String(honest().get(part), StandardCharsets.UTF_8);
            String name = part.substring(part.lastIndexOf('/') + 1);
            add(
                    "json-" + name + "-space",
                    "A space in " + name + ".",
                    honest().put(part, (text + " ").getBytes(StandardCharsets.UTF_8)));
            add(
                    "json-" + name + "-array",
                    name + " is an array.",
                    honest().put(part, "[]".getBytes(StandardCharsets.UTF_8)));
            add(
                    "json-" + name + "-cut",
                    name + " is cut.",
                    honest().put(part, text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8)));
            add(
                    "json-" + name + "-empty-object",
                    name + " is an empty object.",
                    honest().put(part, "{}".getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void signers() {
        JsonObject signer = JsonObject.builder()
                .put("algorithm", "EC")
                .put("spki", Sha256.of())
                .build();
        study.reseal("practice", Map.of("signers", new JsonArray(List.of(signer))));
        add("signer", "The statement names a signer.", honest());
        study.reseal("practice", Map.of("successors", new JsonArray(List.of(signer))));
        add("successor", "The statement names a successor.", honest());
        JsonObject odd =
                JsonObject.builder().put("algorithm", "EC").put("spki", "00").build();
        study.reseal("practice", Map.of("signers", new JsonArray(List.of(odd))));
        add("signer-odd", "A signer's digest has another length.", honest());
        study.reseal("practice", Map.of());
        vectors.add(Vector.of(
                "parts-signer-demanded",
                "The verifier demands a signature.",
                honest().bytes(),
                Conditions.PRACTICE.withSigner(Sha256.of())));
    }

    private void entries() {
        String[][] edits = {
            {"records", "\"records\":9", "\"records\":8"},
            {"groups", "\"groups\":5", "\"groups\":4"},
            {"columns", "\"columns\":4", "\"columns\":5"},
            {"grouping", "\"grouping\":\"subject\",\"groups\":5", "\"grouping\":\"none\",\"groups\":1"},
            {"grouping-5", "\"grouping\":\"subject\"", "\"grouping\":\"none\""},
            {"grouping-odd", "\"grouping\":\"subject\"", "\"grouping\":\"site\""},
            {"name", "\"name\":\"LB\"", "\"name\":\"AE\""},
            {"name-slash", "\"name\":\"LB\"", "\"name\":\"L/B\""},
            {"name-backslash", "\"name\":\"LB\"", "\"name\":\"L\\\\B\""},
            {"name-empty", "\"name\":\"LB\"", "\"name\":\"\""},
            {"name-control", "\"name\":\"LB\"", "\"name\":\"L\\u0007B\""},
            {"name-255", "\"name\":\"LB\"", "\"name\":\"" + "n".repeat(255) + "\""},
            {"name-256", "\"name\":\"LB\"", "\"name\":\"" + "n".repeat(256) + "\""},
            {"name-astral", "\"name\":\"LB\"", "\"name\":\"" + "\ud83d\ude00".repeat(128) + "\""},
            {"index", "\"index\":1", "\"index\":0"},
            {"index-order", "\"index\":1", "\"index\":3"},
            {"index-same", "\"index\":1", "\"index\":2"},
            {"index-65534", "\"index\":2", "\"index\":65534"},
            {"index-65535", "\"index\":2", "\"index\":65535"},
            {"source", "\"source\":0", "\"source\":4"},
            {"source-65535", "\"source\":0", "\"source\":65535"},
            {"path-longer", "\"path\":[\"", "\"path\":[\"" + "0".repeat(64) + "\",\""},
            {"path-short-hash", "\"path\":[\"", "\"path\":[\"00\",\""},
            {"kind", "\"kind\":\"dataset\"", "\"kind\":\"database\""},
            {"salt", "\"salt\":\"", "\"salt\":\"0"},
            {"records-0", "\"records\":9", "\"records\":0"},
            {"groups-0", "\"groups\":5", "\"groups\":0"},
            {"columns-0", "\"columns\":4", "\"columns\":0"},
            {"columns-32768", "\"columns\":4", "\"columns\":32768"},
            {"unknown", "\"columns\":4", "\"columns\":4,\"comment\":\"\""},
        };
        for (String[] edit : edits) {
            addEdit("entry-" + edit[0], "An opened entry is edited.", SpecPackage.ENTRIES, edit[1], edit[2]);
        }
        String text = new String(honest().get(SpecPackage.ENTRIES), StandardCharsets.UTF_8);
        add(
                "entry-no-path",
                "An entry's path is empty.",
                honest().put(
                                SpecPackage.ENTRIES,
                                text.replaceFirst("\"path\":\\[[^\\]]*\\]", "\"path\":[]")
                                        .getBytes(StandardCharsets.UTF_8)));
        add(
                "entry-path-64",
                "An entry's path has 64 hashes.",
                honest().put(
                                SpecPackage.ENTRIES,
                                text.replaceFirst(
                                                "\"path\":\\[[^\\]]*\\]",
                                                "\"path\":[" + ("\"" + "0".repeat(64) + "\",").repeat(63) + "\""
                                                        + "0".repeat(64) + "\"]")
                                        .getBytes(StandardCharsets.UTF_8)));
        add(
                "entry-not-opened",
                "The entry of what is shown is not opened.",
                honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(2)))
                        .put(SpecPackage.OPENINGS, study.openingsJson(List.of(2))));
        add(
                "entries-none",
                "No entry is opened.",
                honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of()))
                        .put(SpecPackage.OPENINGS, study.openingsJson(List.of())));
        add(
                "entries-descend",
                "Opened entries descend.",
                honest().put(SpecPackage.ENTRIES, study.entriesJson(List.of(2, 1))));
        SpecStudy twice = SpecStudy.withSameNames();
        add(
                "name-twice",
                "Two datasets of one name.",
                twice.show(new TreeMap<>(Map.of(
                        1, twice.dataset(1).everything(2), 2, twice.dataset(2).everything(2)))));
        for (long source : new long[] {SpecStudy.LB, SpecStudy.PROTOCOL, 6, 60_000}) {
            SpecStudy lying = SpecStudy.sample();
            lying.dataset(SpecStudy.LB).lies.put("source", new JsonInteger(source));
            lying.reseal("practice", Map.of());
            add(
                    "sealed-source-" + source,
                    "The sealed source is none.",
                    lying.show(new TreeMap<>(Map.of(
                            SpecStudy.LB,
                            lying.dataset(SpecStudy.LB).everything(2),
                            SpecStudy.PROTOCOL,
                            lying.document(SpecStudy.PROTOCOL).content()))));
        }
    }

    private void openings() {
        String[][] edits = {
            {"schema", "USUBJID", "SUBJECT"},
            {"settings", "\"version\":1", "\"version\":2"},
            {"kind-file", "\"kind\":\"settings\"", "\"kind\":\"file\""},
            {"kind-odd", "\"kind\":\"settings\"", "\"kind\":\"setting\""},
            {"kind-twice", "\"kind\":\"settings\"", "\"kind\":\"schema\""},
            {"artifact", "\"artifact\":1", "\"artifact\":0"},
            {"salt", "\"salt\":\"", "\"salt\":\"0"},
            {"importer", "\"importer\":\"csv\"", "\"importer\":1"},
            {"version-big", "\"version\":1", "\"version\":2147483648"},
        };
        for (String[] edit : edits) {
            addEdit("opening-" + edit[0], "An opening is edited.", SpecPackage.OPENINGS, edit[1], edit[2]);
        }
        add(
                "opening-of-unopened",
                "An opening of an entry that is not opened.",
                honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(1, 2, 5))));
        add(
                "schema-not-opened",
                "The schema is not opened.",
                honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(2))));
        add(
                "openings-descend",
                "Openings descend.",
                honest().put(SpecPackage.OPENINGS, study.openingsJson(List.of(2, 1))));
        List<List<Cell>> rows = List.of(List.of(Cell.text("1"), Cell.text("2")));
        for (List<String> names : List.of(List.of("X", "B"), List.of("A", "B", "C"), List.of("B", "A"))) {
            SpecStudy lying = SpecStudy.ofRows(List.of("A", "B"), true, rows).lyingAboutColumns(1, names);
            add(
                    "sealed-schema-" + String.join("", names),
                    "The sealed schema says otherwise.",
                    lying.show(1, lying.dataset(1).everything(2)));
        }
    }

    private void documents() {
        for (long length : new long[] {1000, 999}) {
            SpecStudy lying = SpecStudy.sample();
            lying.document(SpecStudy.PROTOCOL).fileLength = length;
            lying.document(SpecStudy.PROTOCOL).fileBytes =
                    length == 1000 ? new byte[1000] : lying.document(SpecStudy.PROTOCOL).bytes;
            lying.reseal("practice", Map.of());
            add(
                    "document-file-" + length,
                    "The sealed digest or length is another.",
                    lying.show(
                            SpecStudy.PROTOCOL,
                            lying.document(SpecStudy.PROTOCOL).content()));
        }
        byte[] content = study.document(SpecStudy.PROTOCOL).content();
        for (int at : new int[] {0, 24, 25, 40, 57, 60, content.length - 1}) {
            byte[] changed = content.clone();
            changed[at] ^= 1;
            add(
                    "document-byte-" + at,
                    "A bit of a document's content is flipped.",
                    study.show(SpecStudy.PROTOCOL, changed));
        }
        add(
                "document-cut",
                "A document is cut.",
                study.show(SpecStudy.PROTOCOL, java.util.Arrays.copyOf(content, content.length - 1)));
        add(
                "document-longer",
                "A document is longer.",
                study.show(SpecStudy.PROTOCOL, java.util.Arrays.copyOf(content, content.length + 1)));
        add(
                "document-no-bytes",
                "A document without its bytes.",
                study.show(SpecStudy.PROTOCOL, java.util.Arrays.copyOf(content, 57)));
        add(
                "document-no-key",
                "A document without its key.",
                study.show(SpecStudy.PROTOCOL, java.util.Arrays.copyOf(content, 50)));
        SpecStudy large = SpecStudy.ofDocument((1 << 20) + 1);
        byte[] whole = large.document(0).content();
        add(
                "document-chunk-missing",
                "A chunk of a document is missing.",
                large.show(0, java.util.Arrays.copyOf(whole, whole.length - 1)));
    }

    private void kinds() {
        byte[] content = study.document(SpecStudy.PROTOCOL).content();
        byte[] disclosure = study.dataset(SpecStudy.LB).everything(2);
        for (String kind : List.of("disclosure", "log")) {
            add(
                    "document-as-" + kind,
                    "A document in a " + kind + ".",
                    kind(SpecStudy.PROTOCOL, content, "content", kind));
        }
        for (String kind : List.of("content", "log")) {
            add(
                    "dataset-as-" + kind,
                    "A dataset in a " + kind + ".",
                    kind(SpecStudy.LB, disclosure, "disclosure", kind));
        }
        SpecPackage source = study.show(SpecStudy.PROTOCOL, content);
        source.put(SpecPackage.ENTRIES, study.entriesJson(List.of(0)))
                .put(SpecPackage.OPENINGS, study.openingsJson(List.of(0)));
        SpecPackage made = new SpecPackage();
        source.parts.forEach((name, bytes) ->
                made.put(name.endsWith(".content") ? SpecPackage.artifact(0, "content") : name, bytes));
        add("source-as-document", "A source entry shown as a document.", made);
    }

    private SpecPackage kind(int artifact, byte[] content, String from, String to) {
        SpecPackage honest = study.show(artifact, content);
        SpecPackage made = new SpecPackage();
        honest.parts.forEach(
                (name, bytes) -> made.put(name.endsWith(from) ? SpecPackage.artifact(artifact, to) : name, bytes));
        return made;
    }
}
