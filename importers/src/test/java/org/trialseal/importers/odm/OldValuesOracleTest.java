package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.PathFile;
import org.trialseal.importers.testing.MemoryFile;
import org.trialseal.importers.testing.SampleData;
import org.w3c.dom.Element;

/** The old values of real and of generated files, found again by {@link SlowOldValues}. */
final class OldValuesOracleTest {
    private static final String AUDIT = "<AuditRecord><UserRef UserOID=\"u\"/></AuditRecord>";
    private static final List<String> TRANSACTIONS = List.of("", "Insert", "Update", "Upsert", "Context", "Remove");

    private static Stream<Path> files() {
        return Stream.concat(
                SampleData.files("odm", ".xml").stream()
                        .filter(path -> !path.getFileName().toString().startsWith("define")),
                SampleData.files("redcap", "project-odm.xml").stream());
    }

    private static Element root(InputStream xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(xml).getDocumentElement();
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_realExport_hasTheOldValuesOfASlowReader(Path path) throws Exception {
        try (InputStream xml = Files.newInputStream(path)) {
            List<String> slow = SlowOldValues.of(root(xml));
            if (slow.isEmpty()) {
                assertThat(Odm.plan(PathFile.of(path)).datasets())
                        .extracting(DatasetPlan::name)
                        .doesNotContain("AuditRecords");
                return;
            }
            assertThat(Odm.column(PathFile.of(path), "AuditRecords", "OldValue"))
                    .isEqualTo(slow);
        }
    }

    @Test
    void read_raveAuditTrail_hasOldValuesOfEveryKind() throws Exception {
        PathFile file = PathFile.of(SampleData.path("odm/rave-clinical-audit-records.xml"));
        List<String> old = Odm.column(file, "AuditRecords", "OldValue");
        Map<String, Long> kinds = old.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.equals("=") || cell.startsWith("(") ? cell : "=...", Collectors.counting()));
        assertThat(kinds).containsExactlyInAnyOrderEntriesOf(Map.of("=...", 75L, "=", 5L, "()", 1033L));
    }

    @Test
    void read_generatedTransactions_haveTheOldValuesOfASlowReader() throws Exception {
        long seed = 20_261_121;
        System.err.println("old values: seed " + seed);
        Random random = new Random(seed);
        long told = 0;
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            int subjects = 1 + random.nextInt(60);
            for (int s = 0; s < subjects; s++) {
                element(random, text, 0);
            }
            String collected =
                    "<AuditRecords><AuditRecord ID=\"R\"><UserRef UserOID=\"r\"/></AuditRecord></AuditRecords>";
            MemoryFile file = Odm.transactions(text + collected);
            List<String> slow = SlowOldValues.of(root(new ByteArrayInputStream(file.bytes())));
            assertThat(slow.isEmpty() ? List.of() : Odm.column(file, "AuditRecords", "OldValue"))
                    .as("file %d of seed %d: %s", i, seed, text)
                    .isEqualTo(slow);
            told += slow.stream().filter(cell -> !cell.equals("()")).count();
        }
        assertThat(told).isGreaterThan(1_000);
    }

    /** An element of a random kind and place with random transactions, and what is inside it. */
    private static void element(Random random, StringBuilder text, int depth) {
        List<String> kinds = List.of("Subject", "StudyEvent", "Form", "ItemGroup");
        if (depth == kinds.size()) {
            item(random, text);
            return;
        }
        String kind = kinds.get(depth);
        text.append('<').append(kind).append("Data ");
        text.append(depth == 0 ? "SubjectKey" : kind + "OID")
                .append("=\"")
                .append(random.nextInt(2))
                .append('"');
        if (depth > 0 && random.nextInt(3) == 0) {
            text.append(' ')
                    .append(kind)
                    .append("RepeatKey=\"")
                    .append(random.nextBoolean() ? "" : "1")
                    .append('"');
        }
        transaction(random, text, 6);
        text.append('>').append(random.nextInt(4) == 0 ? AUDIT : "");
        int inside = random.nextInt(4);
        for (int i = 0; i < inside; i++) {
            element(random, text, depth + 1);
        }
        text.append("</").append(kind).append("Data>");
    }

    private static void transaction(Random random, StringBuilder text, int rarity) {
        String transaction = random.nextInt(rarity) == 0 ? TRANSACTIONS.get(random.nextInt(TRANSACTIONS.size())) : "";
        if (!transaction.isEmpty()) {
            text.append(" TransactionType=\"").append(transaction).append('"');
        }
    }

    private static void item(Random random, StringBuilder text) {
        boolean typed = random.nextInt(4) == 0;
        String name = typed ? "ItemDataString" : "ItemData";
        text.append('<')
                .append(name)
                .append(" ItemOID=\"")
                .append(random.nextInt(2))
                .append('"');
        transaction(random, text, 2);
        int kind = random.nextInt(5);
        String value = random.nextInt(4) == 0 ? "" : "v" + random.nextInt(100);
        text.append(kind == 0 ? " IsNull=\"Yes\"" : kind < 4 && !typed ? " Value=\"" + value + "\"" : "");
        if (typed) {
            text.append(random.nextBoolean() ? " AuditRecordID=\"R\"" : "")
                    .append('>')
                    .append(kind == 0 ? "" : value);
        } else {
            text.append('>').append(AUDIT.repeat(random.nextInt(3)));
        }
        text.append("</").append(name).append('>');
    }
}
