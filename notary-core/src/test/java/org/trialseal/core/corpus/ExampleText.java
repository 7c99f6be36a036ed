package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.h;
import static org.trialseal.core.testing.SpecHash.u64;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;

/** Writes the example down as it stands in docs/proof-format.md: every value that a verifier meets on its way. */
final class ExampleText {
    private static final int HEX_OF_A_LINE = 128;

    private final Example example;
    private final StringBuilder out = new StringBuilder();

    ExampleText(Example example) {
        this.example = example;
    }

    String write() {
        sealing();
        groups();
        entries();
        showing();
        return out.toString();
    }

    private void line(String text) {
        out.append("    ").append(text).append('\n');
    }

    private void value(String name, byte[] bytes) {
        String hex = SpecDataset.hex(bytes);
        String head = String.format(java.util.Locale.ROOT, "%-22s ", name);
        for (int from = 0; from == 0 || from < hex.length(); from += HEX_OF_A_LINE) {
            line((from == 0 ? head : " ".repeat(head.length()))
                    + hex.substring(from, Math.min(hex.length(), from + HEX_OF_A_LINE)));
        }
    }

    private void json(String name, byte[] bytes) {
        line(name);
        line("  " + new String(bytes, StandardCharsets.UTF_8));
    }

    private void paragraph(String text) {
        out.append(out.length() == 0 ? "" : "\n").append(text).append("\n\n");
    }

    private void sealing() {
        paragraph("Sealed is the file `lb.csv` of " + Example.CSV.length()
                + " bytes (`USUBJID,ALT`, `S-1,81`, `S-2,55`, `S-1,79`, each line ended by `\\r\\n`): three records of two"
                + " subjects. What should be random is here, for each draw, one byte again and again.");
        value("nonce", example.nonce);
        value("ledger", example.ledger);
        value("H(lb.csv)", h((Object) example.source.bytes));
        value("salt of the file", example.source.fileSalt);
        value("secret of S-1", repeated(0x0a));
        value("secret of S-2", repeated(0x0b));
        value("tag key", example.dataset.tagKey);
        paragraph(
                "*Records.* `K` is the key of a group, from the subject's secret and the nonce, for artifact 1; `i` counts"
                        + " within the group. Fields, then the leaf hash `H(00 | 11 | c_0 | c_1 | c_2)`:");
        for (SpecDataset.Group group : example.dataset.groups) {
            String subject = group.subject.display();
            value("K of " + subject, group.key);
            for (int i = 0; i < group.leaves.size(); i++) {
                record(group, i);
            }
        }
    }

    private static byte[] repeated(int octet) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) octet);
        return bytes;
    }

    private void record(SpecDataset.Group group, int i) {
        int position = group.positions.get(i);
        String name = group.subject.display() + " i=" + i;
        List<byte[]> commitments = example.dataset.commitments(group.key, i, position);
        for (int j = 0; j < commitments.size(); j++) {
            byte[] cell = j == 0
                    ? SpecHash.positionCell(position)
                    : SpecHash.cell(example.dataset.rows.get(position).get(j - 1));
            value(name + " s(" + i + "," + j + ")", SpecHash.salt(group.key, i, j));
            value(name + " cell " + j, cell);
            value(name + " c_" + j, commitments.get(j));
        }
        value(name + " leaf hash", h(0x00, group.leaves.get(i)));
    }

    private void groups() {
        paragraph("*Groups*, in the order of their tags; the entry hash is `H(00 | 15 | tag | body)`:");
        for (SpecDataset.Group group : example.dataset.groups) {
            String subject = group.subject.display();
            value(subject + " tag", group.tag);
            value(subject + " root", SpecHash.root(group.leaves));
            value(subject + " s(2^64-1,0)", SpecHash.salt(group.key, -1, 0));
            value(subject + " body", group.body());
            value(subject + " entry hash", h(0x00, cat(0x15, group.tag, group.body())));
        }
        value("root of the dataset", example.dataset.root());
    }

    private void entries() {
        paragraph("*Entries*, their leaf hashes `H(00 | 1a | JSON)`, and the statement:");
        json("entry 0", example.source.entry().canonicalBytes());
        value("leaf hash", h(0x00, example.entryLeaves.get(0)));
        json("entry 1", example.dataset.entry().canonicalBytes());
        value("leaf hash", h(0x00, example.entryLeaves.get(1)));
        json("data/seals/0001/seal.json", example.statement);
        value("H(seal.json)", h((Object) example.statement));
    }

    private void showing() {
        paragraph(
                "*The package* shows all records of S-1, and that they are all: `0001.disclosure` with tag key and list"
                        + " (flags 3). A block of the practice network holds `H(seal.json)`.");
        json("data/seals/0001/entries.json", example.entriesJson());
        json("data/seals/0001/openings.json", example.openingsJson());
        disclosure();
        value("seal.json.ots", example.anchor.timestamp());
        value("headers.bin", example.anchor.headers());
        BlockHeader block = example.anchor.block(1);
        value("  header of block 1", block.bytes().toArray());
        value("  its Merkle root", block.merkleRoot().toArray());
        byte[] archive = example.shownPackage().bytes();
        paragraph(
                "The archive has " + archive.length + " bytes and the SHA-256 `" + SpecDataset.hex(h((Object) archive))
                        + "`; it is the vector `example`. A verifier that accepts practice says:");
        out.append("| check | result | reason |\n|---|---|---|\n");
        example().forEach(out::append);
    }

    private List<String> example() {
        try {
            return Vector.practice("example", "", example.shownPackage()).verdict().objects("v", "checks").stream()
                    .map(ExampleText::row)
                    .toList();
        } catch (org.trialseal.core.digest.MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private static String row(org.trialseal.core.json.JsonObject check) {
        try {
            return "| `" + check.string("v", "id") + "` | " + check.string("v", "result") + " | `"
                    + check.string("v", "reason") + "` |\n";
        } catch (org.trialseal.core.digest.MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void disclosure() {
        SpecDataset.Group group = example.dataset.groups.get(example.shown);
        byte[] head = example.dataset.head(3);
        line("data/seals/0001/0001.disclosure");
        value("  magic", java.util.Arrays.copyOf(head, 20));
        value("  artifact, flags", java.util.Arrays.copyOfRange(head, 20, 25));
        value("  tag key", example.dataset.tagKey);
        value("  entries", java.util.Arrays.copyOfRange(head, 57, head.length));
        value("  shown groups", u64(1));
        value("  tag", group.tag);
        value("  id cell", SpecHash.cell(group.subject));
        value("  count, mode", cat(u64(group.leaves.size()), 1));
        value("  K", group.key);
        for (int position : group.positions) {
            value("  record", example.dataset.row(position));
        }
    }
}
