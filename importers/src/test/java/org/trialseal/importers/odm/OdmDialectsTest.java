package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.record.PlanFact;
import org.trialseal.importers.testing.MemoryFile;

/** Exports with an audit trail as different programs write them. */
final class OdmDialectsTest {
    private static final String ODM = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%1$sODM"
            + " xmlns%2$s=\"http://www.cdisc.org/ns/odm/v1.3\" %3$s ODMVersion=\"1.3.2\" FileOID=\"f\""
            + " CreationDateTime=\"2026-03-01T10:00:00+01:00\">%4$s</%1$sODM>\n";

    private static MemoryFile file(String prefix, String attributes, String inside) {
        String colon = prefix.isEmpty() ? "" : ":";
        return MemoryFile.of(
                "export.xml",
                String.format(java.util.Locale.ROOT, ODM, prefix + colon, colon + prefix, attributes, inside));
    }

    private static String audit(String user, String reason) {
        return "<AuditRecord><UserRef UserOID=\"" + user + "\"/><LocationRef LocationOID=\"SITE\"/>"
                + "<DateTimeStamp>2026-02-01T09:00:00Z</DateTimeStamp><ReasonForChange>" + reason
                + "</ReasonForChange></AuditRecord>";
    }

    private static String at(String inside) {
        return "<ClinicalData StudyOID=\"S\" MetaDataVersionOID=\"1\"><SubjectData SubjectKey=\"001\">"
                + "<StudyEventData StudyEventOID=\"V1\" StudyEventRepeatKey=\"1\"><FormData FormOID=\"VS\">" + inside
                + "</FormData></StudyEventData></SubjectData></ClinicalData>";
    }

    private static String line(String transaction, String inside) {
        return at("<ItemGroupData ItemGroupOID=\"VS_LOG_LINE\" ItemGroupRepeatKey=\"2\"" + transaction
                + " mdsol:RecordId=\"9\">" + inside + "</ItemGroupData>");
    }

    private static String item(String attributes) {
        return "<ItemData ItemOID=\"VS.SYSBP\" " + attributes + ">" + audit("nurse", "") + "</ItemData>";
    }

    @Test
    void read_raveLineInactivatedAndReactivated_saysWhatTheFileSaysAndNoMore() throws Exception {
        MemoryFile file = file(
                "",
                "xmlns:mdsol=\"http://www.mdsol.com/ns/odm/metadata\" FileType=\"Transactional\"",
                line("", item("TransactionType=\"Upsert\" Value=\"120\""))
                        + line("", item("TransactionType=\"Upsert\" Value=\"121\" mdsol:Verify=\"Yes\""))
                        + line(
                                "",
                                "<ItemData ItemOID=\"VS.SYSBP\" TransactionType=\"Upsert\">" + audit("monitor", "")
                                        + "<mdsol:Query QueryRepeatKey=\"5\" Value=\"Sure?\" Status=\"Open\"/></ItemData>")
                        + line(" TransactionType=\"Remove\"", audit("nurse", "Entered in error"))
                        + line("", item("TransactionType=\"Remove\""))
                        + line(" TransactionType=\"Upsert\"", audit("nurse", "Not an error"))
                        + line("", item("TransactionType=\"Upsert\" Value=\"122\"")));
        assertThat(Odm.column(file, "AuditRecords", "OldValue"))
                .containsExactly("()", "=120", "=121", "()", "=121", "()", "()");
        assertThat(Odm.column(file, "AuditRecords", "Value"))
                .containsExactly("=120", "=121", "()", "()", "()", "()", "=122");
        assertThat(Odm.column(file, "AuditRecords", "ItemData/mdsol:Query@Status"))
                .contains("=Open");
        assertThat(Odm.plan(file).facts()).contains(Phrase.of(PlanFact.ODM_SOURCE, "Medidata Rave"));
    }

    @Test
    void read_snapshotWithOneAuditRecordForEachItem_hasALogWithoutOldValues() throws Exception {
        MemoryFile file = file(
                "",
                "FileType=\"Snapshot\" SourceSystem=\"Castor EDC\"",
                at("<ItemGroupData ItemGroupOID=\"VS\"><ItemData ItemOID=\"SYSBP\" Value=\"120\">"
                        + audit("a@example.org", "typing error")
                        + "</ItemData><ItemData ItemOID=\"DIABP\" IsNull=\"Yes\">" + audit("b@example.org", "")
                        + "</ItemData></ItemGroupData>"));
        assertThat(Odm.rows(file, "AuditRecords")).hasSize(2);
        assertThat(Odm.rows(file, "AuditRecords").get(0))
                .containsAllEntriesOf(
                        Map.of("UserOID", "a@example.org", "ReasonForChange", "typing error", "Value", "120"))
                .doesNotContainKey("OldValue");
        assertThat(Odm.column(file, "AuditRecords", "ItemData@IsNull")).containsExactly("()", "=Yes");
    }

    @Test
    void read_openClinicaAuditLogs_areFieldsOfTheirElements() throws Exception {
        String logs = "<OpenClinica:AuditLogs EntityID=\"7\"><OpenClinica:AuditLog ID=\"AL_1\" UserID=\"USR_1\""
                + " DateTimeStamp=\"2026-02-01T09:00:00\" AuditType=\"Item data value updated\" OldValue=\"\""
                + " NewValue=\"120\"/><OpenClinica:AuditLog ID=\"AL_2\" UserID=\"USR_2\" OldValue=\"120\""
                + " NewValue=\"121\" ReasonForChange=\"misread\"/></OpenClinica:AuditLogs>";
        MemoryFile file = file(
                "",
                "xmlns:OpenClinica=\"http://www.openclinica.org/ns/odm_ext_v130/v3.1\" FileType=\"Snapshot\"",
                at("<ItemGroupData ItemGroupOID=\"IG_VS\" ItemGroupRepeatKey=\"1\" TransactionType=\"Insert\">"
                        + "<ItemData ItemOID=\"I_SYS\" Value=\"121\">" + logs + "</ItemData></ItemGroupData>"));
        String log = "I_SYS/OpenClinica:AuditLogs/OpenClinica:AuditLog";
        assertThat(Odm.rows(file, "IG_VS").get(0))
                .containsEntry("I_SYS", "121")
                .containsEntry(log + "@OldValue", "")
                .containsEntry(log + "@OldValue[2]", "120")
                .containsEntry(log + "@ReasonForChange", "misread");
        assertThat(Odm.plan(file).datasets()).noneMatch(DatasetPlan::log);
    }

    @Test
    void read_elementsWithAPrefix_areUnderstoodAlike() throws Exception {
        String inside = line("", item("TransactionType=\"Insert\" Value=\"1\""))
                + line("", item("TransactionType=\"Update\" Value=\"2\"").replace("AuditRecord>", "AuditRecord>"));
        String prefixed = inside.replaceAll("<(/?)(?=[A-Z])", "<$1odm:");
        MemoryFile file = file(
                "odm", "xmlns:mdsol=\"http://www.mdsol.com/ns/odm/metadata\" FileType=\"Transactional\"", prefixed);
        assertThat(Odm.column(file, "AuditRecords", "OldValue")).containsExactly("()", "=1");
        assertThat(Odm.column(file, "AuditRecords", "UserOID")).containsExactly("=nurse", "=nurse");
    }

    @Test
    void read_itemGroupsNamedLikeOtherTablesOrWithSlashes_haveNamesThatCanBeSealed() throws Exception {
        MemoryFile file = file(
                "",
                "FileType=\"Transactional\"",
                at("<ItemGroupData ItemGroupOID=\"AuditRecords\"><ItemData ItemOID=\"A\" Value=\"1\">" + audit("u", "")
                        + "</ItemData></ItemGroupData><ItemGroupData ItemGroupOID=\"IG/VS\">"
                        + "<ItemData ItemOID=\"A\" Value=\"2\"/></ItemGroupData>"));
        List<String> names =
                Odm.plan(file).datasets().stream().map(DatasetPlan::name).toList();
        assertThat(names).contains("ItemGroupData.AuditRecords", "IG%2FVS", "AuditRecords");
        assertThat(Odm.rows(file, "AuditRecords")).hasSize(1);
    }

    @Test
    void read_emptyAndBlankTypedItems_areWhatTheyAre() throws Exception {
        MemoryFile file = Odm.items("<ItemDataString ItemOID=\"A\"></ItemDataString><ItemDataString ItemOID=\"B\"> "
                + "</ItemDataString><ItemDataAny ItemOID=\"C\" IsNull=\"Yes\"></ItemDataAny>");
        assertThat(Odm.rows(file, "G").get(0))
                .containsEntry("A", "")
                .containsEntry("B", " ")
                .doesNotContainKey("C");
    }
}
