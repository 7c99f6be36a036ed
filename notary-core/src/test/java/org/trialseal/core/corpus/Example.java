package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.h;
import static org.trialseal.core.testing.SpecHash.u64;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecDocument;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecPackage;

/** The example of docs/proof-format.md: one seal of three records of two subjects, and a package that shows one of them. */
final class Example {
    static final String CSV = "USUBJID,ALT\r\nS-1,81\r\nS-2,55\r\nS-1,79\r\n";
    private static final int SHOWN_FLAGS = 3;
    private static final String SEAL = "data/seals/0001/";

    /** In place of random bytes: all 01 where bytes are drawn for the first time, then all 02, and so on. */
    private static final class Counting extends Random {
        private static final long serialVersionUID = 1;
        private byte next = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, next++);
        }
    }

    private final Random random = new Counting();
    final byte[] nonce = bytes(32);
    final byte[] ledger = bytes(16);
    final SpecDocument source =
            new SpecDocument(0, "lb.csv", CSV.getBytes(StandardCharsets.US_ASCII), true, nonce, random);
    final SpecDataset dataset = new SpecDataset(1, "LB", List.of("USUBJID", "ALT"), true, rows(), nonce, random);
    final List<byte[]> entryLeaves = List.of(
            cat(0x1a, source.entry().canonicalBytes()),
            cat(0x1a, dataset.entry().canonicalBytes()));
    final byte[] statement = statement().canonicalBytes();
    final SpecAnchor anchor = SpecAnchor.practice(h((Object) statement));
    final int shown = dataset.indexOf(Cell.text("S-1"));

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<List<Cell>> rows() {
        return List.of(
                List.of(Cell.text("S-1"), Cell.text("81")),
                List.of(Cell.text("S-2"), Cell.text("55")),
                List.of(Cell.text("S-1"), Cell.text("79")));
    }

    private JsonObject statement() {
        return JsonObject.builder()
                .put("claimedTime", "2026-03-14T09:26:53Z")
                .put(
                        "entries",
                        JsonObject.builder()
                                .put("count", 2)
                                .put("root", SpecDataset.hex(SpecHash.root(entryLeaves)))
                                .build())
                .put("format", "trialseal/1")
                .put("ledger", SpecDataset.hex(ledger))
                .put("milestone", "database lock")
                .put("network", "practice")
                .put("nonce", SpecDataset.hex(nonce))
                .put("seal", 1)
                .put("signers", new JsonArray(List.of()))
                .put("study", JsonObject.builder().put("id", "TS-101").build())
                .put("title", "")
                .build();
    }

    byte[] entriesJson() {
        JsonValue path = new JsonString(SpecDataset.hex(h(0x00, entryLeaves.get(0))));
        return list(
                "opened",
                List.of(JsonObject.builder()
                        .put("entry", dataset.entry())
                        .put("index", 1)
                        .put("path", new JsonArray(List.of(path)))
                        .build()));
    }

    byte[] openingsJson() {
        return list("openings", new ArrayList<>(dataset.openings()));
    }

    private static byte[] list(String name, List<JsonValue> items) {
        return JsonObject.builder().put(name, new JsonArray(items)).build().canonicalBytes();
    }

    byte[] disclosure() {
        return cat(dataset.head(SHOWN_FLAGS), u64(1), dataset.whole(SHOWN_FLAGS, shown));
    }

    SpecPackage shownPackage() {
        return new SpecPackage()
                .put("data/package.json", ascii("{\"format\":\"trialseal-package/1\",\"seal\":1}"))
                .put(SEAL + "seal.json", statement)
                .put(SEAL + "seal.json.ots", anchor.timestamp())
                .put(SEAL + "headers.bin", anchor.headers())
                .put(SEAL + "entries.json", entriesJson())
                .put(SEAL + "openings.json", openingsJson())
                .put(SEAL + "0001.disclosure", disclosure())
                .put("data/readme.txt", ascii("Verify with: trialseal verify example.trialseal\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
