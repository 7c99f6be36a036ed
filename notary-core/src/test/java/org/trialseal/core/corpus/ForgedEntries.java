package org.trialseal.core.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What may be done to entries, openings, documents and kinds, with every digest of the package right. */
final class ForgedEntries extends ForgedParts {
    @Override
    List<Vector> all() {
        entries();
        openings();
        documents();
        kinds();
        return vectors;
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
            {"unknown-beside", "{\"entry\":", "{\"also\":1,\"entry\":"},
            {"previous-of-dataset", "\"records\":9", "\"previous\":1,\"records\":9"},
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
            {"unknown-beside", "{\"artifact\":1", "{\"also\":1,\"artifact\":1"},
            {"content-string", "\"content\":{", "\"content\":\"\",\"x\":{"},
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
        String b = "{\"attributes\":{},\"name\":\"B\"}";
        String[][] schemas = {
            {"unknown-member", "{\"also\":1,\"columns\":[{\"attributes\":{},\"name\":\"A\"}," + b + "]}"},
            {"unknown-in-column", "{\"columns\":[{\"attributes\":{},\"label\":\"\",\"name\":\"A\"}," + b + "]}"},
            {"attribute-number", "{\"columns\":[{\"attributes\":{\"x\":1},\"name\":\"A\"}," + b + "]}"},
            {
                "attribute",
                "{\"columns\":[{\"attributes\":{\"x\":\"1\"},\"name\":\"A\"},{\"attributes\":{},\"name\":\"\"}]}"
            },
            {"attributes-list", "{\"columns\":[{\"attributes\":[],\"name\":\"A\"}," + b + "]}"},
            {"name-twice", "{\"columns\":[" + b + "," + b + "]}"},
            {"no-columns", "{\"columns\":[]}"},
            {"of-a-log", "{\"schemas\":[]}"},
        };
        for (String[] schema : schemas) {
            SpecStudy odd = SpecStudy.ofRows(List.of("A", "B"), true, rows);
            odd.dataset(1).withSchema(json(schema[1]));
            odd.reseal("practice", Map.of());
            add(
                    "sealed-schema-" + schema[0],
                    "The sealed schema has another form.",
                    odd.show(1, odd.dataset(1).everything(2)));
        }
        String[][] settings = {
            {"importer", "{\"importer\":1,\"keys\":[],\"options\":{},\"subject\":\"A\",\"version\":1}"},
            {"key", "{\"importer\":\"csv\",\"keys\":[1],\"options\":{},\"subject\":\"A\",\"version\":1}"},
            {"options", "{\"importer\":\"csv\",\"keys\":[],\"options\":[],\"subject\":\"A\",\"version\":1}"},
            {"option", "{\"importer\":\"csv\",\"keys\":[],\"options\":{\"x\":1},\"subject\":\"A\",\"version\":1}"},
            {"subject", "{\"importer\":\"csv\",\"keys\":[],\"options\":{},\"subject\":1,\"version\":1}"},
            {"version", "{\"importer\":\"csv\",\"keys\":[],\"options\":{},\"subject\":\"A\",\"version\":2147483648}"},
            {"unknown", "{\"importer\":\"csv\",\"keys\":[],\"more\":1,\"options\":{},\"subject\":\"A\",\"version\":1}"},
            {
                "largest",
                "{\"importer\":\"\",\"keys\":[\"\"],\"options\":{\"\":\"\"},\"subject\":\"A\",\"version\":2147483647}"
            },
        };
        for (String[] setting : settings) {
            SpecStudy odd = SpecStudy.ofRows(List.of("A", "B"), true, rows);
            odd.dataset(1).withSettings(json(setting[1]));
            odd.reseal("practice", Map.of());
            add(
                    "sealed-settings-" + setting[0],
                    "The sealed settings have an odd or another form.",
                    odd.show(1, odd.dataset(1).everything(2)));
        }
        for (List<String> names : List.of(List.of("X", "B"), List.of("A", "B", "C"), List.of("B", "A"))) {
            SpecStudy lying = SpecStudy.ofRows(List.of("A", "B"), true, rows).lyingAboutColumns(1, names);
            add(
                    "sealed-schema-" + String.join("", names),
                    "The sealed schema says otherwise.",
                    lying.show(1, lying.dataset(1).everything(2)));
        }
    }

    private static JsonObject json(String text) {
        try {
            return CanonicalJson.parseObject("test", text.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedException e) {
            throw new AssertionError(e);
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
