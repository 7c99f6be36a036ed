package org.trialseal.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.merkle.MerkleHash;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.testing.RandomRows;

/** Values that a second implementation, in another language and over another cipher library, gave for fixed inputs. */
class GoldenVectorsTest {
    private static final Secret SECRET = new Secret(count(0, 32));
    private static final Bytes NONCE = count(32, 64);
    private static final Bytes TAG_KEY = count(64, 96);
    private static final Bytes LEDGER = count(0, 16);
    private static final Bytes SALT = count(96, 112);
    private static final Sha256 ABC = Sha256.of("abc".getBytes(StandardCharsets.US_ASCII));
    private static final List<Cell> ROW = List.of(
            Cell.text("014"),
            new Cell(CellType.TOKEN, Bytes.ofHex("3831")),
            new Cell(CellType.FLOAT64, Bytes.ofHex("40424ccccccccccd")),
            new Cell(CellType.IBM_FLOAT, Bytes.ofHex("421999999999999a")),
            new Cell(CellType.BYTES, Bytes.ofHex("ff00")),
            Cell.missing(""),
            Cell.missing(".A"));

    private static Bytes count(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int i = from; i < to; i++) {
            bytes[i - from] = (byte) i;
        }
        return Bytes.copyOf(bytes);
    }

    private static GroupKey key() {
        return GroupKey.derive(SECRET, NONCE, 3);
    }

    private static RecordHasher hasher(int columns) {
        RecordHasher hasher = new RecordHasher(columns);
        hasher.useGroup(key());
        return hasher;
    }

    private static Sha256 leaf(RecordHasher hasher) {
        byte[] leaf = new byte[Sha256.LENGTH];
        hasher.leafHash(leaf, 0);
        return Sha256.wrap(leaf);
    }

    @Test
    void groupKey_fixedSecret_isPinned() {
        assertThat(key().value().hex()).isEqualTo("555b3e1b0e52ab0d7f15ec3a27fb87df242db79cc7103418da5dd84628a4b38c");
        assertThat(GroupKey.deriveForLog(SECRET, LEDGER, "\u00e9").value().hex())
                .isEqualTo("e6731b8dbecef46c58c7b519825e14d48ab8af4f8b4e384116d65c3a0b15aaa4");
    }

    @Test
    void record_allCellTypes_isPinned() {
        RecordHasher hasher = hasher(ROW.size());
        hasher.commit(RandomRows.batch(List.of(ROW)), 0, 5, 11);
        assertThat(hasher.salt(2).hex()).isEqualTo("3dc449e1ea71cf6015146b186dc9b96c");
        assertThat(hasher.commitment(0).hex())
                .isEqualTo("07f616be4611c825b4cbaaa0bd28d6e651b6e00846a4e5bf59bf22c711b7a33d");
        assertThat(hasher.commitment(1).hex())
                .isEqualTo("50639fc3037be2426ce414b7bc0bdebdf9738bc43e1b4bfda0eb44f0b1a31d5a");
        assertThat(hasher.commitment(7).hex())
                .isEqualTo("7a2bf4ea411ac89d1a42a863e667f2cc0e21e1a8f1b73a717357f7d3d68555ca");
        assertThat(leaf(hasher).hex()).isEqualTo("b54b3d3d053cc9351112a278fcab6507e84838596b122879e816994a7efe255a");
        assertThat(Bytes.copyOf(hasher.fingerprintKey()).hex())
                .isEqualTo("63be15fed2c36fd2f229580e189e69d2c70b70a4f4f048e2b9bdea85750ea642");
    }

    @ParameterizedTest
    @CsvSource({
        "64, 030c83a5e7d5451b90caaff2329082c1f58ce1447910c2031c5c67ff14b08fef",
        "65, 6308c82314e448bb7d84ee7823c82b9aa351911b8d5220d5db620a4c569df505",
        "127, a3525c8381e3862f5973624ad0730ea956643ea4da55e1652c2898aaabffa9aa",
        "128, e283f7b4883b060fcc69ee0cf9042e16c11ddb6646a251e3acc2a6e4c0a6778e",
    })
    void record_manyColumnsAndGreatNumbers_isPinned(int columns, String leaf) {
        List<Cell> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
            row.add(Cell.text(Integer.toString(column)));
        }
        RecordHasher hasher = hasher(columns);
        hasher.commit(RandomRows.batch(List.of(row)), 0, 1L << 32, 1L << 40);
        assertThat(leaf(hasher).hex()).isEqualTo(leaf);
    }

    @Test
    void group_twoEqualLeaves_isPinned() {
        RecordHasher hasher = hasher(ROW.size());
        hasher.commit(RandomRows.batch(List.of(ROW)), 0, 5, 11);
        Sha256 body = Groups.body(hasher.bodySalt(), 2, MerkleHash.node(leaf(hasher), leaf(hasher)));
        Sha256 tag = Groups.tag(TAG_KEY, Optional.of(ROW.get(0)));
        assertThat(body.hex()).isEqualTo("62298225ac3b60ceba13c215de8fb7131308a2741e6ec6154801f00332897547");
        assertThat(tag.hex()).isEqualTo("2afc0642c297d8f364c4a485b6eda734ff24636e460c90aa6f95b58ccf9d9e0c");
        assertThat(Groups.tag(TAG_KEY, Optional.empty()).hex())
                .isEqualTo("b78bd36ea53ebd89c39eeb33383dd6c1a466a9281a2d80aafb813b7b433cde8a");
        assertThat(Groups.leafHash(tag, body).hex())
                .isEqualTo("362eafb0b15a31776028b84a269d7000c88944e7293ac1c6e7997c86230f73b6");
        assertThat(Groups.tagKeyCommitment(TAG_KEY).hex())
                .isEqualTo("5abd381c2524929e7c931a07aa3487d1f1c8b72e04e9e941be495baac9f385fa");
    }

    @Test
    void chunk_threeBytes_isPinned() {
        byte[] buffer = "abcdef".getBytes(StandardCharsets.US_ASCII);
        assertThat(new Document(key()).leafHash(1, buffer, 3).hex())
                .isEqualTo("15675cef3f602ae976a316c379b4009df0f5d7264464044c896029d57741fffb");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHEMA | {\"columns\":[{\"attributes\":{},\"name\":\"USUBJID\"}]}"
                        + " | 33a6ce193482f8f3c08938e26216e424be2846fd03128a08fea477d1c07f5cbe",
                "SETTINGS | {\"importer\":\"csv\",\"keys\":[],\"options\":{},\"version\":1}"
                        + " | 68ea24f1b4fa4599b0f6500fd4d760a69412ba3b3b0f77d32863e7d117cffc48",
            })
    void opening_json_isPinned(Opening.Kind kind, String content, String commitment) {
        Bytes json = Bytes.copyOf(content.getBytes(StandardCharsets.UTF_8));
        assertThat(new Opening(kind, SALT, json).commitment().hex()).isEqualTo(commitment);
    }

    @Test
    void opening_file_isPinned() {
        Opening opening = Opening.ofFile(SALT, 3, ABC);
        assertThat(opening.commitment().hex())
                .isEqualTo("81333491a5b1fb802acf74debd33e38dc8e6a38cc925b8335fa70bdbeece235f");
        assertThat(opening.fileLength()).isEqualTo(3);
        assertThat(opening.fileDigest()).isEqualTo(ABC);
    }

    @Test
    void entry_source_isPinned() throws MalformedException {
        SealEntry entry = new SourceEntry("lb.csv", SALT, ABC);
        assertThat(entry.leafHash().hex())
                .isEqualTo("3ef2b47ce0ac96d8006a57bd544b459dedad12b7684d5b5eb317c118837a0dca");
        assertThat(SealEntry.parse("e", entry.toJson().canonicalBytes())).isEqualTo(entry);
    }
}
