package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.PathFile;
import org.trialseal.importers.Formats;
import org.trialseal.importers.testing.SampleData;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Real exports, read again by a slow and obvious reader that holds the whole document. */
final class OdmFilesTest {
    private static Stream<Path> files() {
        return Stream.concat(
                SampleData.files("odm", ".xml").stream(), SampleData.files("redcap", "project-odm.xml").stream());
    }

    @ParameterizedTest
    @MethodSource("files")
    void read_realExport_hasTheItemsThatASlowReaderFinds(Path path) throws Exception {
        if (path.getFileName().toString().startsWith("define")) {
            assertThat(Formats.installed().recognise(PathFile.of(path))).isEmpty();
            return;
        }
        assertThat(Formats.installed()
                        .recognise(PathFile.of(path))
                        .orElseThrow()
                        .id())
                .isEqualTo("odm");
        Map<String, List<Map<String, String>>> slow = slow(path);
        Map<String, List<Map<String, String>>> tables = Odm.tables(PathFile.of(path));
        slow.forEach((group, records) -> {
            List<Map<String, String>> found = tables.getOrDefault(group, List.of());
            assertThat(found).as(group).hasSameSizeAs(records);
            for (int i = 0; i < records.size(); i++) {
                assertThat(found.get(i)).as("%s %s", group, i).containsAllEntriesOf(records.get(i));
            }
        });
        long groups = slow.values().stream().mapToLong(List::size).sum();
        long rows = tables.entrySet().stream()
                .filter(table -> slow.containsKey(table.getKey()))
                .mapToLong(table -> table.getValue().size())
                .sum();
        assertThat(rows).isEqualTo(groups);
    }

    /** Items by group, in the order in which their groups end. */
    private static Map<String, List<Map<String, String>>> slow(Path path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Map<String, List<Map<String, String>>> groups = new TreeMap<>();
        NodeList all = factory.newDocumentBuilder().parse(path.toFile()).getElementsByTagNameNS("*", "ItemGroupData");
        for (int i = 0; i < all.getLength(); i++) {
            Element group = (Element) all.item(i);
            groups.computeIfAbsent(group.getAttribute("ItemGroupOID"), unused -> new ArrayList<>())
                    .add(items(group));
        }
        return groups;
    }

    private static Map<String, String> items(Element group) {
        Map<String, String> items = new LinkedHashMap<>();
        for (var node = group.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element item && item.getLocalName().startsWith("ItemData")) {
                NodeList values = item.getElementsByTagNameNS("*", "Value");
                String value = item.hasAttribute("Value")
                        ? item.getAttribute("Value")
                        : values.getLength() > 0 ? values.item(0).getTextContent() : directText(item);
                if (item.hasAttribute("Value") || !value.isBlank()) {
                    items.putIfAbsent(item.getAttribute("ItemOID"), value);
                }
            }
        }
        return items;
    }

    private static String directText(Element item) {
        StringBuilder text = new StringBuilder();
        for (var node = item.getFirstChild(); node != null; node = node.getNextSibling()) {
            text.append(node instanceof org.w3c.dom.Text characters ? characters.getData() : "");
        }
        return text.toString();
    }

    @Test
    void read_raveAuditTrail_hasEveryAuditRecordOfEverySubject() throws Exception {
        PathFile file = PathFile.of(SampleData.path("odm/rave-clinical-audit-records.xml"));
        List<Map<String, String>> log = Odm.rows(file, "AuditRecords");
        assertThat(log).hasSize(1113);
        assertThat(log.stream().map(row -> row.get("SubjectKey")).distinct()).hasSize(92);
        assertThat(log.stream().map(row -> row.get("SourceID")).distinct()).hasSize(1113);
        assertThat(log).allSatisfy(row -> assertThat(row).containsKeys("UserOID", "DateTimeStamp", "ReasonForChange"));
    }

    @ParameterizedTest
    @CsvSource({
        "odm/rave-clinical-audit-records.xml, 17, 4520",
        "odm/odm-1.3.2-snapshot.xml, 12, 86",
        "odm/odm-2.0-fhir-integration.xml, 3, 8",
        "odm/odm-2.0-chronic-low-back-pain.xml, 4, 7",
        "odm/odm-2.0-demographics-race.xml, 5, 30",
        "odm/odm-1.3.2-cdash-metadata.xml, 0, 0",
        "redcap/longitudinal/project-odm.xml, 32, 174"
    })
    void plan_realExport_countsItsTablesAndRecords(String name, int tables, long records) throws Exception {
        FilePlan plan = Odm.plan(PathFile.of(SampleData.path(name)));
        assertThat(plan.datasets().size()).isEqualTo(tables);
        assertThat(plan.datasets().stream()
                        .mapToLong(FilePlan.DatasetPlan::records)
                        .sum())
                .isEqualTo(records);
    }
}
