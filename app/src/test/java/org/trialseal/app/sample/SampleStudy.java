package org.trialseal.app.sample;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The sample's tables as an independent CSV reader sees them. */
record SampleStudy(Path folder) {
    static final CSVFormat COMMAS =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static SampleStudy writtenTo(Path folder) throws IOException {
        SampleTrial.writeTo(folder);
        return new SampleStudy(folder);
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    List<CSVRecord> rows(String name) throws IOException {
        return read(file(name), COMMAS);
    }

    static List<CSVRecord> read(Path file, CSVFormat format) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, format)) {
            return parser.getRecords();
        }
    }

    /** The rows of a table by subject, in file order. */
    Map<String, List<CSVRecord>> bySubject(String name) throws IOException {
        return rows(name).stream().collect(Collectors.groupingBy(row -> row.get("USUBJID")));
    }

    /** The one row of each subject in DM. */
    Map<String, CSVRecord> demographics() throws IOException {
        return rows("dm.csv").stream().collect(Collectors.toMap(row -> row.get("USUBJID"), Function.identity()));
    }

    /** What must be there. */
    static <T> T get(Map<String, T> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }
}
