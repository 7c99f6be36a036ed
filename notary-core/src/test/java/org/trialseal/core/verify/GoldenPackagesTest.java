package org.trialseal.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.PathFile;

/** Packages made by every version of the format say today what they said when they were made. */
class GoldenPackagesTest {
    private static final String SOURCES = "src/test/resources/org/trialseal/core/verify/golden";
    private static final String SUFFIX = ".trialseal";

    static List<Path> packages() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(GoldenPackagesTest.class.getResource("golden"));
        try (Stream<Path> walk = Files.walk(Path.of(folder.toURI()))) {
            return walk.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    private static Path report(Path made) {
        return made.resolveSibling(made.getFileName().toString().replace(SUFFIX, ".report"));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void verify_goldenPackage_saysWhatItAlwaysSaid(Path made) throws Exception {
        String report = words(Packages.practice().verify(PathFile.of(made)));
        if ("write".equals(System.getProperty("trialseal.golden"))) {
            Path source = Path.of(SOURCES, made.getParent().getFileName().toString());
            Path missing = source.resolve(report(made).getFileName());
            if (!Files.exists(missing)) {
                Files.writeString(missing, report);
            }
            return;
        }
        assertThat(report).isEqualTo(Files.readString(report(made)));
    }

    /** What may never change of a report. */
    private static String words(VerificationReport report) {
        StringBuilder words = new StringBuilder("verdict " + report.verdict().word() + "\n");
        for (Check check : report.checks()) {
            words.append(String.format(
                    Locale.ROOT,
                    "check %s %s %s %s%n",
                    check.id(),
                    check.result().word(),
                    check.reason(),
                    check.required() ? "required" : "not required"));
        }
        TimeResult time = report.time();
        words.append(String.format(
                Locale.ROOT,
                "time %s not before %s not after %s%n",
                time.tier(),
                time.notBefore().map(LocalDate::toString).orElse("?"),
                time.notAfter().map(LocalDate::toString).orElse("?")));
        report.ledger()
                .seals()
                .forEach(seal -> words.append(String.format(
                        Locale.ROOT,
                        "seal %d %s %s \"%s\"%n",
                        seal.seal(),
                        seal.milestone(),
                        seal.claimedTime(),
                        seal.title())));
        report.disclosed().forEach(shown -> words.append(words(shown)));
        return words.toString().replace(System.lineSeparator(), "\n");
    }

    private static String words(Disclosed shown) {
        return String.format(
                Locale.ROOT,
                "shown %d %s %s %s groups %d of %d records %d of %d columns %s subjects %s absent %s%n",
                shown.artifact(),
                shown.kind(),
                shown.name(),
                shown.extent().word(),
                shown.groups().shown(),
                shown.groups().of(),
                shown.records().shown(),
                shown.records().of(),
                shown.columns(),
                texts(shown.subjects()),
                texts(shown.absent()));
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(cell -> cell.value().hex()).toList();
    }

    @Test
    void goldenPackages_ofEveryKind_arePresent() throws Exception {
        assertThat(packages())
                .extracting(path -> path.getParent().getFileName() + "/" + path.getFileName())
                .contains(
                        "1/absent.trialseal",
                        "1/document.trialseal",
                        "1/event.trialseal",
                        "1/fields.trialseal",
                        "1/first.trialseal",
                        "1/log.trialseal",
                        "1/pending.trialseal",
                        "1/record.trialseal",
                        "1/subject.trialseal",
                        "1/unanchored.trialseal",
                        "1/whole.trialseal",
                        "1/wide.trialseal");
    }
}
