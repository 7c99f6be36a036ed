package org.trialseal.core.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecPackage;

/** What may be done to statements, their JSON and their signers, with every digest of the package right. */
final class ForgedStatements extends ForgedParts {
    private static final String STATEMENT_1 = "data/seals/0001/seal.json";
    private static final String STATEMENT_2 = "data/seals/0002/seal.json";
    private static final String HEADER = "data/package.json";

    @Override
    List<Vector> all() {
        statements();
        json();
        signers();
        return vectors;
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
            {"unknown-in-entries", "\"entries\":{", "\"entries\":{\"also\":1,"},
            {"unknown-with-question-mark", "\"previous\":", "\"previous?\":"},
            {"unknown-star", "{\"claimedTime\"", "{\"*\":1,\"claimedTime\""},
            {"year-0000", "2026-03-03T", "0000-02-29T"},
            {"year-10000", "2026-03-03T", "+10000-03-03T"},
            {"year-1900-no-leap", "2026-03-03T", "1900-02-29T"},
            {"hour-24", "T10:00:00Z", "T24:00:00Z"},
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
        JsonObject more = JsonObject.builder()
                .put("algorithm", "EC")
                .put("name", "x")
                .put("spki", Sha256.of())
                .build();
        study.reseal("practice", Map.of("signers", new JsonArray(List.of(more))));
        add("signer-unknown-member", "A signer has an unknown member.", honest());
        JsonObject.Builder block = JsonObject.builder().put("hash", Sha256.of());
        study.reseal("practice", Map.of("block", block.build()));
        add("block-without-height", "The named block has no height.", honest());
        study.reseal("practice", Map.of("block", block.put("height", 1L << 32).build()));
        add("block-too-high", "The named block is too high.", honest());
        study.reseal("practice", Map.of("block", block.put("time", 1).build()));
        add("block-unknown-member", "The named block has an unknown member.", honest());
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
}
