package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.importers.testing.MemoryFile;

final class OdmCellsTest {
    private static Map<String, String> only(MemoryFile file) throws Exception {
        List<Map<String, String>> rows = Odm.rows(file, "G");
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void read_itemsOfOneGroup_areCellsUnderTheirOids() throws Exception {
        Map<String, String> row =
                only(Odm.items("<ItemData ItemOID=\"A\" Value=\" 1.50 \"/><ItemData ItemOID=\"B\" Value=\"\"/>"));
        assertThat(row)
                .containsEntry("StudyOID", "S")
                .containsEntry("SubjectKey", "1")
                .containsEntry("FormOID", "F")
                .containsEntry("A", " 1.50 ")
                .containsEntry("B", "")
                .doesNotContainKey("FormRepeatKey");
    }

    @Test
    void read_typedItems_giveTheTextOfTheElement() throws Exception {
        Map<String, String> row =
                only(Odm.items("<ItemDataString ItemOID=\"A\">x &amp; <![CDATA[<y>]]></ItemDataString>"
                        + "<ItemDataInteger ItemOID=\"B\">007</ItemDataInteger>"
                        + "<ItemDataAny ItemOID=\"C\" IsNull=\"Yes\"/>"));
        assertThat(row)
                .containsEntry("A", "x & <y>")
                .containsEntry("B", "007")
                .containsEntry("C@IsNull", "Yes")
                .doesNotContainKey("C");
    }

    @Test
    void read_attributesAndVendorElements_areKept() throws Exception {
        Map<String, String> row = only(Odm.items("<ItemData ItemOID=\"A\" Value=\"1\" TransactionType=\"Upsert\">"
                + "<MeasurementUnitRef MeasurementUnitOID=\"MU\"/><v:Query Text=\"why\">because</v:Query></ItemData>"));
        assertThat(row)
                .containsEntry("A@TransactionType", "Upsert")
                .containsEntry("A/MeasurementUnitRef@MeasurementUnitOID", "MU")
                .containsEntry("A/v:Query@Text", "why")
                .containsEntry("A/v:Query", "because");
    }

    @Test
    void read_itemTwiceInAGroup_keepsBoth() throws Exception {
        assertThat(only(Odm.items("<ItemData ItemOID=\"A\" Value=\"1\"/><ItemData ItemOID=\"A\" Value=\"2\"/>"
                        + "<ItemData ItemOID=\"A\" Value=\"3\"/>")))
                .containsEntry("A", "1")
                .containsEntry("A[2]", "2")
                .containsEntry("A[3]", "3");
    }

    @Test
    void read_itemCalledLikeAKey_losesNothing() throws Exception {
        assertThat(only(Odm.items("<ItemData ItemOID=\"SubjectKey\" Value=\"other\"/>")))
                .containsEntry("SubjectKey", "1")
                .containsEntry("SubjectKey[2]", "other");
    }

    @Test
    void read_nestedGroupsOfOdm2_nameTheirParents() throws Exception {
        MemoryFile file = MemoryFile.of(
                "two.xml",
                Odm.text(
                        "2.0",
                        "<ClinicalData StudyOID=\"S\"><SubjectData SubjectKey=\"1\"><StudyEventData StudyEventOID=\"E\">"
                                + "<ItemGroupData ItemGroupOID=\"F/1\" ItemGroupRepeatKey=\"7\">"
                                + "<ItemGroupData ItemGroupOID=\"G\" ItemGroupRepeatKey=\"2\">"
                                + "<ItemData ItemOID=\"A\"><Value>x</Value><Value>y</Value></ItemData>"
                                + "</ItemGroupData></ItemGroupData></StudyEventData></SubjectData></ClinicalData>"));
        assertThat(only(file))
                .containsEntry("ItemGroupParents", "F%2F1[7]")
                .containsEntry("ItemGroupRepeatKey", "2")
                .containsEntry("A", "x")
                .containsEntry("A/Value", "y");
        assertThat(Odm.rows(file, "F%2F1")).hasSize(1);
    }

    @Test
    void read_auditRecords_areRecordsOfALogInTheOrderOfTheFile() throws Exception {
        String audit =
                "<AuditRecord EditPoint=\"Monitoring\"><UserRef UserOID=\"U%1$s\"/><LocationRef LocationOID=\"L\"/>"
                        + "<DateTimeStamp>2026-01-0%1$s</DateTimeStamp><ReasonForChange></ReasonForChange>"
                        + "<SourceID>%1$s</SourceID></AuditRecord>";
        MemoryFile file = Odm.file("<SubjectData SubjectKey=\"1\" TransactionType=\"Insert\">"
                + String.format(java.util.Locale.ROOT, audit, 1)
                + "<StudyEventData StudyEventOID=\"E\"><FormData FormOID=\"F\"><ItemGroupData ItemGroupOID=\"G\">"
                + "<ItemData ItemOID=\"A\" Value=\"5\">" + String.format(java.util.Locale.ROOT, audit, 2)
                + "</ItemData></ItemGroupData></FormData></StudyEventData></SubjectData>");
        List<Map<String, String>> log = Odm.rows(file, "AuditRecords");
        assertThat(log).hasSize(2);
        assertThat(log.get(0))
                .containsEntry("Element", "SubjectData")
                .containsEntry("TransactionType", "Insert")
                .containsEntry("UserOID", "U1")
                .containsEntry("ReasonForChange", "")
                .containsEntry("@EditPoint", "Monitoring");
        assertThat(log.get(1))
                .containsEntry("Element", "ItemData")
                .containsEntry("ItemGroupOID", "G")
                .containsEntry("ItemOID", "A")
                .containsEntry("Value", "5")
                .containsEntry("DateTimeStamp", "2026-01-02")
                .containsEntry("SourceID", "2");
        assertThat(Odm.plan(file).datasets().stream().filter(DatasetPlan::log).map(DatasetPlan::name))
                .containsExactly("AuditRecords");
    }

    @Test
    void read_referenceData_isATableWithoutSubjects() throws Exception {
        MemoryFile file = MemoryFile.of(
                "ranges.xml",
                Odm.text(
                        "1.3",
                        "<ReferenceData StudyOID=\"S\"><ItemGroupData ItemGroupOID=\"LAB\" ItemGroupRepeatKey=\"1\">"
                                + "<ItemData ItemOID=\"LOW\" Value=\"3\"/></ItemGroupData></ReferenceData>"));
        assertThat(Odm.rows(file, "ReferenceData.LAB")).hasSize(1);
        assertThat(Odm.plan(file).datasets().get(0).subject()).isEmpty();
    }

    @Test
    void read_elementsAroundTheItems_areRecordsOfTheirOwn() throws Exception {
        MemoryFile file = Odm.file("<SubjectData SubjectKey=\"9\" v:Name=\"n\"><SiteRef LocationOID=\"L1\"/>"
                + "<StudyEventData StudyEventOID=\"E\" StudyEventRepeatKey=\"2\" v:Id=\"5\"/></SubjectData>");
        assertThat(Odm.rows(file, "SubjectData").get(0))
                .containsEntry("SubjectKey", "9")
                .containsEntry("@v:Name", "n")
                .containsEntry("SiteRef@LocationOID", "L1");
        assertThat(Odm.rows(file, "StudyEventData").get(0))
                .containsEntry("SubjectKey", "9")
                .containsEntry("StudyEventRepeatKey", "2")
                .containsEntry("@v:Id", "5");
    }

    @Test
    void plan_itemsOfTheStudyDesign_areColumnsInItsOrderWithWhatItSays() throws Exception {
        String design = "<Study OID=\"S\"><MetaDataVersion OID=\"1\" Name=\"m\"><ItemGroupDef OID=\"G\" Name=\"g\">"
                + "<ItemRef ItemOID=\"B\"/><ItemRef ItemOID=\"A\"/></ItemGroupDef>"
                + "<ItemDef OID=\"A\" Name=\"Alanine\" DataType=\"float\" Length=\"8\"/></MetaDataVersion></Study>";
        MemoryFile file = MemoryFile.of(
                "design.xml",
                Odm.text(
                        "1.3",
                        design
                                + new String(
                                                Odm.items("<ItemData ItemOID=\"C\" Value=\"1\"/>")
                                                        .bytes(),
                                                StandardCharsets.UTF_8)
                                        .replaceAll("(?s).*(<ClinicalData.*</ClinicalData>).*", "$1")));
        DatasetPlan group = Odm.plan(file).datasets().stream()
                .filter(dataset -> dataset.name().equals("G"))
                .findFirst()
                .orElseThrow();
        assertThat(group.schema().names()).endsWith("ItemGroupRepeatKey", "B", "A", "C");
        assertThat(group.schema().columns().get(8).attributes())
                .containsEntry("name", "Alanine")
                .containsEntry("type", "float")
                .containsEntry("length", "8");
        assertThat(group.settings().subject()).contains("SubjectKey");
        assertThat(group.settings().keys())
                .containsExactly(
                        "StudyEventOID", "StudyEventRepeatKey", "FormOID", "FormRepeatKey", "ItemGroupRepeatKey");
    }

    @Test
    void plan_studyDesignAlone_hasNoDatasets() throws Exception {
        assertThat(Odm.plan(MemoryFile.of("d.xml", Odm.text("1.3", "<Study OID=\"S\"/>")))
                        .datasets())
                .isEmpty();
    }

    @Test
    void read_otherEncodings_giveTheSameCells() throws Exception {
        String text = new String(
                Odm.items("<ItemData ItemOID=\"A\" Value=\"Müller €\"/>").bytes(), StandardCharsets.UTF_8);
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            String declared = "\ufeff" + text.replace("UTF-8", "UTF-16");
            assertThat(only(MemoryFile.of("wide.xml", declared, charset))).containsEntry("A", "Müller €");
        }
        assertThat(only(MemoryFile.of("bom.xml", "\ufeff" + text))).containsEntry("A", "Müller €");
        assertThat(only(MemoryFile.of(
                        "west.xml",
                        text.replace("UTF-8", "windows-1252"),
                        java.nio.charset.Charset.forName("windows-1252"))))
                .containsEntry("A", "Müller €");
    }
}
