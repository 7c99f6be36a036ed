package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonInteger;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.RewriteOp;
import org.trialseal.core.ots.TimestampBuilder;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Schema;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Just within a limit, and just beyond it. */
final class LimitVectors {
    private static final String PENDING =
            "0083dfe30d2ef90c8e1817" + HexFormat.of().formatHex(SpecHash.ascii("https://calendar.exampl"));
    private static final String UNKNOWN = "00010203040506070800";

    private final List<Vector> vectors = new ArrayList<>();
    private final SpecStudy study = SpecStudy.small().reseal("bitcoin", Map.of());
    private final SmallChain chain = SmallChain.of(study.digest());

    List<Vector> all() throws OtsException {
        operations();
        timestamps();
        heights();
        clamps();
        columns();
        settings();
        logs();
        return vectors;
    }

    private SpecPackage shown() {
        return study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(2))
                .remove(SpecPackage.HEADERS);
    }

    private void add(String name, String description, SpecPackage made, Conditions conditions) {
        vectors.add(Vector.of("limit-" + name, description, made.bytes(), conditions));
    }

    /** Every operation on the way to an attestation, which counts unless the operation is another hash than SHA-256. */
    private void operations() throws OtsException {
        for (Op op : List.of(HashOp.SHA1, HashOp.RIPEMD160, HashOp.KECCAK256, RewriteOp.REVERSE, RewriteOp.HEXLIFY)) {
            TimestampBuilder builder = TimestampBuilder.from(Bytes.copyOf(study.digest()));
            Bytes root = builder.prepend(Bytes.ofHex("ab"))
                    .then(op)
                    .append(Bytes.ofHex("cd"))
                    .sha256()
                    .message();
            byte[] proof = DetachedTimestamp.ofSha256(
                            builder.attest(new BitcoinAttestation(9)).build())
                    .toBytes();
            SmallChain own = SmallChain.of(study.digest()).committing(9, root).upTo(20, 10);
            SpecPackage made = insert(SpecPackage.HEADERS, own.bytes(1, 20)).put(SpecPackage.OTS, proof);
            add("op-" + op.word(), "The way to the block leads through " + op.word() + ".", made, own.conditions());
            add(
                    "op-" + op.word() + "-other",
                    "It should, and the block holds something else.",
                    copy(made).put(SpecPackage.HEADERS, chain().bytes(1, 20)),
                    own.conditions());
        }
    }

    private SmallChain chain() {
        return SmallChain.of(study.digest()).upTo(20, 10);
    }

    private static SpecPackage copy(SpecPackage made) {
        SpecPackage copy = new SpecPackage();
        made.parts.forEach(copy::put);
        return copy;
    }

    /** The package without headers, with a part at its place after the timestamp. */
    private SpecPackage insert(String name, byte[] content) {
        SpecPackage made = new SpecPackage();
        shown().parts.forEach((part, bytes) -> {
            made.put(part, bytes);
            if (part.equals(SpecPackage.OTS)) {
                made.put(name, content);
            }
        });
        return made;
    }

    private void addProof(String name, String description, String timestamp) {
        byte[] head = Arrays.copyOf(chain.timestamp(1), 31 + 1 + 1);
        byte[] proof = cat(head, study.digest(), HexFormat.of().parseHex(timestamp));
        add(name, description, shown().put(SpecPackage.OTS, proof), chain.conditions());
    }

    private void timestamps() {
        addProof("pending", "A promise.", PENDING);
        addProof("pending-and-unknown", "A promise, then something unknown.", "ff" + PENDING + UNKNOWN);
        for (int depth : new int[] {255, 256}) {
            addProof("depth-" + depth, depth + " operations deep.", "08".repeat(depth) + PENDING);
        }
        for (int elements : new int[] {10_000, 10_001}) {
            addProof("elements-" + elements, elements + " elements.", ("ff" + UNKNOWN).repeat(elements - 1) + PENDING);
        }
        addProof("message-4096", "A message of 4,096 bytes.", "f0e01f" + "00".repeat(4064) + "08" + PENDING);
        addProof("message-4097", "A message of 4,097 bytes.", "f0e11f" + "00".repeat(4065) + "08" + PENDING);
        addProof("hexlify-7", "A message of 4,096 digits.", "f3".repeat(7) + "08" + PENDING);
        addProof("hexlify-8", "A message of 8,192 digits.", "f3".repeat(8) + "08" + PENDING);
        addProof("argument-0", "An empty argument.", "f000" + PENDING);
        addProof("payload-8192", "A payload of 8,192 bytes.", "000102030405060708" + "8040" + "00".repeat(8192));
        addProof("payload-8193", "A payload of 8,193 bytes.", "000102030405060708" + "8140" + "00".repeat(8193));
        addProof(
                "uri-1000",
                "An address of 1,000 characters.",
                "0083dfe30d2ef90c8e" + "ea07" + "e807" + "61".repeat(1000));
        addProof(
                "uri-1001",
                "An address of 1,001 characters.",
                "0083dfe30d2ef90c8e" + "eb07" + "e907" + "61".repeat(1001));
        addProof(
                "uri-odd",
                "An address with a character that it may not have.",
                "0083dfe30d2ef90c8e" + "04" + "03" + "613f61");
        addProof(
                "payload-longer",
                "Something follows in a payload.",
                "0083dfe30d2ef90c8e" + "05" + "03" + "616161" + "00");
        addProof("height-largest", "The largest height.", "000588960d73d71901" + "05" + "ffffffff0f");
        addProof("height-larger", "A height of 33 bits.", "000588960d73d71901" + "05" + "8080808010");
        addProof("height-padded", "A height with leading zeros.", "000588960d73d71901" + "05" + "8180808000");
        addProof("number-9-bytes", "A length in nine bytes.", "0001020304050607" + "08" + "808080808080808000");
        addProof(
                "number-9-bytes-open",
                "A length in nine bytes that goes on.",
                "0001020304050607" + "08" + "80".repeat(9));
        addProof("argument-127", "An argument of 127 bytes.", "f07f" + "00".repeat(127) + PENDING);
        String large = "ff" + "000102030405060708" + "8040" + "00".repeat(8192);
        addProof("timestamp-bytes", "A timestamp of nearly 2^20 bytes.", large.repeat(127) + PENDING);
        addProof("timestamp-bytes-more", "A timestamp of more than 2^20 bytes.", large.repeat(128) + PENDING);
        addProof("number-10-bytes", "A length in ten bytes.", "0001020304050607" + "08" + "80808080808080808000");
        addProof("litecoin", "A Litecoin height of any size.", "0006869a0d73d71b45" + "0c" + "ff".repeat(11) + "01");
        addProof("litecoin-longer", "Something follows a Litecoin height.", "0006869a0d73d71b45" + "02" + "0100");
        addProof("op-unknown", "An unknown operation.", "f4" + PENDING);
        otherHashes();
        addProof("fork-twice", "Two markers of a fork.", "ffff" + PENDING + PENDING);
    }

    private void otherHashes() {
        for (String hash : List.of("02", "03", "67")) {
            int rest = 4096 - (hash.equals("67") ? 32 : 20);
            String longest = hash + "f0"
                    + Bytes.copyOf(new byte[] {(byte) (rest % 128 | 128), (byte) (rest / 128)})
                            .hex() + "00".repeat(rest);
            addProof("hash-" + hash, "A promise beyond another hash.", hash + PENDING);
            addProof("hash-" + hash + "-longest", "Beyond another hash, a message of 4,096 bytes.", longest + PENDING);
            addProof("hash-" + hash + "-longer", "Beyond another hash, one of 4,097.", longest + "f001ab" + PENDING);
            addProof(
                    "hash-" + hash + "-height",
                    "Beyond another hash, a height of 33 bits.",
                    hash + "000588960d73d71901" + "05" + "8080808010");
        }
    }

    private void heights() {
        byte[] one = chain().bytes(1, 1);
        for (long start : new long[] {0x7fffffffL, 0x80000000L}) {
            byte[] headers = cat(Arrays.copyOf(one, 20), u32(start), Arrays.copyOfRange(one, 24, one.length));
            add(
                    "headers-at-" + start,
                    "A header at the largest height, or above.",
                    insert(SpecPackage.HEADERS, headers),
                    chain.conditions());
        }
        study.reseal(
                "bitcoin",
                Map.of(
                        "block",
                        JsonObject.builder()
                                .put("hash", SpecDataset.hex(new byte[32]))
                                .put("height", 9)
                                .build()));
        for (long height : new long[] {8, 9, 10}) {
            SmallChain own = SmallChain.of(study.digest());
            add(
                    "named-9-attested-" + height,
                    "A named block and an attesting one without headers.",
                    shown().put(SpecPackage.OTS, own.timestamp(height)),
                    own.conditions());
        }
        study.reseal("bitcoin", Map.of());
    }

    private void clamps() {
        for (int seconds : new int[] {19, 20, 21, 319, 320, 321}) {
            SmallChain own = SmallChain.of(study.digest()).add(seconds - 6 * (seconds / 8));
            own.upTo(7, seconds / 8);
            own.upTo(16, 10);
            add(
                    "clamp-" + seconds,
                    "An interval of "
                            + (own.run(7, 7).last().time()
                                    - own.run(0, 0).last().time()) + " seconds.",
                    insert(SpecPackage.HEADERS, own.bytes(1, 16)).put(SpecPackage.OTS, own.timestamp(8)),
                    own.conditions());
        }
    }

    private void columns() {
        for (int columns : new int[] {1, 63, 64, 65, 127, 128, 129}) {
            List<String> names = new ArrayList<>();
            List<Cell> row = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                names.add("C" + column);
                row.add(new Cell(CellType.ofCode(1 + column % 6).orElseThrow(), Bytes.ofHex("3" + column % 10)));
            }
            SpecStudy wide = SpecStudy.ofRows(names, true, List.of(row, row));
            SpecDataset dataset = wide.dataset(1);
            practice("columns-" + columns + "-whole", columns + " columns.", wide.show(1, dataset.everything(3)));
            for (int column : columns == 1 ? new int[] {0, 1} : new int[] {0, 1, columns}) {
                byte[] part = cat(dataset.head(0), u64(1), dataset.partial(0, 0, List.of(1), List.of(column)));
                practice(
                        "columns-" + columns + "-column-" + column,
                        "One field of " + columns + ".",
                        wide.show(1, part));
            }
        }
        SpecStudy sample = SpecStudy.sample();
        SpecDataset lb = sample.dataset(SpecStudy.LB);
        int twos = lb.indexOf(Cell.text("S-02"));
        byte[] first = SpecHash.positionCell(lb.groups.get(twos).positions.get(0));
        byte[] second = SpecHash.positionCell(lb.groups.get(twos).positions.get(1));
        byte[] equal = ForgedDisclosures.replace(lb.partial(2, twos, List.of(0, 1), List.of(0)), second, first);
        practice(
                "positions-equal",
                "Two records show the same position.",
                sample.show(SpecStudy.LB, cat(lb.head(2), u64(1), equal)));
    }

    private void practice(String name, String description, SpecPackage made) {
        add(name, description, made, Conditions.PRACTICE);
    }

    private void settings() {
        for (long version : new long[] {0, Integer.MAX_VALUE, 1L << 31}) {
            SpecStudy odd = SpecStudy.ofRows(List.of("A", "B"), true, List.of(List.of(Cell.text("1"), Cell.text("2"))));
            TreeMap<String, JsonValue> members =
                    new TreeMap<>(odd.dataset(1).settings().members());
            members.put("version", new JsonInteger(version));
            odd.dataset(1).withSettings(new JsonObject(members));
            odd.reseal("practice", Map.of());
            practice(
                    "settings-version-" + version,
                    "A behaviour version.",
                    odd.show(1, odd.dataset(1).everything(2)));
        }
        for (int length : new int[] {64, 65}) {
            SpecStudy sample = SpecStudy.small();
            SpecPackage made =
                    sample.show(SpecStudy.LB, sample.dataset(SpecStudy.LB).everything(2));
            practice(
                    "study-id-" + length,
                    "A study id of " + length + " characters.",
                    ForgedParts.edit(made, SpecPackage.STATEMENT, "TS-101", "S".repeat(length)));
        }
        for (int artifact : new int[] {65_534, 65_535}) {
            SpecStudy sample = SpecStudy.small();
            SpecPackage made =
                    sample.show(SpecStudy.LB, sample.dataset(SpecStudy.LB).everything(2));
            String text = new String(made.get(SpecPackage.OPENINGS), java.nio.charset.StandardCharsets.UTF_8);
            made.put(
                    SpecPackage.OPENINGS,
                    text.replace("\"artifact\":1", "\"artifact\":" + artifact)
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            practice("opening-of-" + artifact, "Openings of the last artifact, and beyond.", made);
        }
    }

    private void logs() {
        for (int count : new int[] {1_000, 1_001}) {
            SpecLogs logs = new SpecLogs(0, 0, 2000, 2000);
            List<JsonValue> schemas = new ArrayList<>();
            for (int from = 0; from < count; from++) {
                schemas.add(JsonObject.builder()
                        .put("from", from)
                        .put("schema", Schema.ofNames(logs.before).toJson())
                        .build());
            }
            logs.after = logs.before;
            logs.schemas =
                    JsonObject.builder().put("schemas", new JsonArray(schemas)).build();
            logs.seal();
            practice(
                    "schemas-" + count,
                    count + " schemas of a log.",
                    logs.show(cat(logs.head(), logs.records(3, 1500))));
        }
        SpecLogs own = new SpecLogs(5, 8, 13, 7);
        own.previous[1] = 2;
        own.seal();
        practice(
                "previous-is-itself",
                "An entry in the history names its own seal.",
                own.show(cat(own.head(), own.allRecords())));
    }
}
