package org.trialseal.importers.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.importers.testing.MemoryFile;

/**
 * Behaviour version 1, pinned: the cells of these files under these settings never change. When a test here fails, the
 * mend is a new version beside this one, never a new digest.
 */
final class CsvVersionTest {
    @Test
    void version_isOne() {
        assertThat(new CsvImporter().version()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
                    comma-utf8-bom-crlf.csv! {delimiter=,, encoding=UTF-8, quote="}! USUBJID! [VISIT, LBTESTCD]! [, USUBJID, VISIT, LBTESTCD, LBORRES, NOTE]! 3d474ae4f842e176a376bccaa9a5ea6c53a2817cf90a7ef5730cacd6b856f15a
                    comma-utf8.csv! {delimiter=,, encoding=UTF-8, quote="}! USUBJID! [VISIT, LBTESTCD]! [, USUBJID, VISIT, LBTESTCD, LBORRES, NOTE]! 34acdc50806f7fc4e47654885d614906397d482de78f7c8fafff7393a4dd641d
                    one-column.csv! {delimiter=,, encoding=UTF-8, quote="}! none! []! [note]! efec4e306a800b1a082e8e38fe58d080e6fa9bed6f766099086b317d1f1f3907
                    pipe-cr-utf16be.psv! {delimiter=|, encoding=UTF-16BE, quote="}! none! []! [a, b]! 315d3b0260e6519489847cee2e0f26a493c63c9430d5667fb173c91ba5971114
                    semicolon-windows1252.csv! {delimiter=;, encoding=windows-1252, quote="}! id! [id]! [id, name, weight]! 8a051d0aec586184b1de815ce3e4aec472a66e28acee5ea9ad1ae53df8550dc9
                    single-quote.csv! {delimiter=,, encoding=UTF-8, quote='}! none! []! [a, b]! ea28213cd89cea4c096031cfa7898e3d7354225b2147704fa112d795a3b75000
                    tab-noquote.tsv! {delimiter=tab, encoding=UTF-8, quote=none}! none! []! [a, b]! 7a53df889728a19d7447738decc623d042839b870e55dc2763dc48495d00a82b
                    tab-utf16le.txt! {delimiter=tab, encoding=UTF-16LE, quote="}! id! []! [id, event, value]! 17e1b404258f73723a7cedc53ec2cb1b7e6d89514e77e1afb3b03cd51df8dcff
                    """)
    void open_pinnedFile_givesPinnedCells(
            String name, String options, String subject, String keys, String schema, String cells) throws Exception {
        MemoryFile file = MemoryFile.of(name, bytes(name));
        DatasetPlan dataset = Tables.plan(file).datasets().get(0);
        ImportSettings settings = dataset.settings();

        assertThat(settings.options()).hasToString(options);
        assertThat(settings.subject().orElse("none")).isEqualTo(subject);
        assertThat(settings.keys()).hasToString(keys);
        assertThat(dataset.schema().names()).hasToString(schema);
        assertThat(digest(Tables.cells(file, settings, CsvTableReader.PIECE)).hex())
                .isEqualTo(cells);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream input = CsvVersionTest.class.getResourceAsStream("v1/" + name)) {
            assertThat(input).as(name).isNotNull();
            return input.readAllBytes();
        }
    }

    /** SHA-256 over type code, length (4 bytes, big-endian) and value of every cell, row by row. */
    private static Sha256 digest(List<List<Cell>> rows) {
        MessageDigest digest = Sha256.newDigest();
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                digest.update((byte) cell.type().code());
                digest.update(
                        ByteBuffer.allocate(4).putInt(cell.value().length()).array());
                digest.update(cell.value().toArray());
            }
        }
        return Sha256.wrap(digest.digest());
    }
}
