package org.trialseal.importers.xport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.IbmFloat;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;

/**
 * Rows and labels of real files agree with those that another reader, the R package haven 2.5.1, found in them. Its
 * figures are kept in {@code second-reader.tsv}: SHA-256, 16 bytes, of all rows (cells divided by the byte 1F, each row
 * ended by a line feed, numbers printed with {@code %.12e}, missing ones as {@code .}, {@code .A} ...) and of all labels,
 * divided by vertical bars.
 */
final class SecondReaderTest {
    private static final int FIGURES = 16;

    /** Files that the other reader is known to read differently, and why. */
    private static final Map<String, List<String>> DIFFERENT = Map.of(
            "takes the second dataset for records of the first",
            List.of("multiple_datasets", "blank_first_dataset"),
            "ignores the variables' positions in the record",
            List.of("reused-data"),
            "drops blank records before the last card",
            List.of(
                    "record_of_missing_values",
                    "record_of_numeric_spaces",
                    "two_records_with_blanks",
                    "missing_value_spans_last_record_boundary",
                    "single_blank_record",
                    "80_byte_observation"),
            "keeps a label's bytes that are no text as they are",
            List.of("variable_nonascii_label"),
            "ends text at a zero byte",
            List.of("binary_character_data"),
            "takes the largest numbers for infinite ones",
            List.of("numeric_truncations", "numeric_variations"),
            "converts dates and times and loses digits",
            List.of("datetime_variations", "SasTransportExporterTest_testDateTimeVariations"),
            "reads no numbers of two bytes",
            List.of("SasTransportExporterTest_testNumericTruncations"));

    private record Figures(String file, int rows, int columns, String digest, String labels) {
        static Figures of(String line) {
            String[] parts = line.split("\t", -1);
            return new Figures(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), parts[3], parts[4]);
        }
    }

    private static List<Figures> figures() {
        try (InputStream input =
                Objects.requireNonNull(SecondReaderTest.class.getResourceAsStream("second-reader.tsv"))) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Figures::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> read_realFile_agreesWithTheOtherReader() {
        return figures().stream()
                .filter(figures -> DIFFERENT.values().stream()
                        .flatMap(List::stream)
                        .noneMatch(name -> figures.file().endsWith("/" + name + ".xpt")))
                .map(figures -> DynamicTest.dynamicTest(figures.file(), () -> check(figures)));
    }

    private static void check(Figures figures) throws Exception {
        List<Transport.Dataset> datasets = Transport.read(MemoryFile.copyOf(SampleData.path(figures.file())));

        assertThat(datasets).hasSize(1);
        Transport.Dataset dataset = datasets.get(0);
        assertThat(dataset.rows()).hasSize(figures.rows());
        assertThat(dataset.schema().size()).isEqualTo(figures.columns());
        assertThat(labels(dataset)).isEqualTo(figures.labels());
        assertThat(rows(dataset)).isEqualTo(figures.digest());
    }

    @Test
    void figures_coverEveryWellFormedFile() {
        Set<String> known = figures().stream().map(Figures::file).collect(Collectors.toSet());
        Set<String> files = new HashSet<>();
        Path data = SampleData.path("");
        for (String folder : List.of("sdtm-xpt", "adam-xpt", "dataset-json")) {
            SampleData.files(folder, ".xpt")
                    .forEach(file -> files.add(data.relativize(file).toString().replace('\\', '/')));
        }

        assertThat(files).hasSize(45);
        assertThat(known).containsAll(files);
    }

    private static String labels(Transport.Dataset dataset) {
        String labels = dataset.schema().columns().stream()
                .map(Column::attributes)
                .map(attributes -> attributes.getOrDefault("label", ""))
                .collect(Collectors.joining("|"));
        MessageDigest digest = sha256();
        digest.update(labels.getBytes(StandardCharsets.UTF_8));
        return hex(digest);
    }

    private static String rows(Transport.Dataset dataset) {
        MessageDigest digest = sha256();
        for (List<Cell> row : dataset.rows()) {
            for (int i = 0; i < row.size(); i++) {
                digest.update(canonical(row.get(i)));
                digest.update((byte) (i + 1 < row.size() ? 0x1F : '\n'));
            }
        }
        return hex(digest);
    }

    private static byte[] canonical(Cell cell) {
        return cell.type() == CellType.IBM_FLOAT
                ? print(cell.value()).getBytes(StandardCharsets.US_ASCII)
                : cell.value().toArray();
    }

    /** The double next to the value towards zero, as C's {@code %.12e} prints it. */
    private static String print(Bytes bytes) {
        BigDecimal exact = IbmFloat.value(bytes.toArray());
        double nearest = exact.doubleValue();
        if (new BigDecimal(nearest).abs().compareTo(exact.abs()) > 0) {
            nearest = Math.nextAfter(nearest, 0);
        }
        BigDecimal rounded = new BigDecimal(nearest).round(new MathContext(13, RoundingMode.HALF_EVEN));
        String text = String.format(Locale.ROOT, "%.12e", rounded);
        int digits = text.length() - text.indexOf('e') - 2;
        return digits > 1
                ? text
                : new StringBuilder(text).insert(text.length() - 1, '0').toString();
    }

    private static String hex(MessageDigest digest) {
        return Bytes.copyOf(digest.digest(), 0, FIGURES).hex();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
