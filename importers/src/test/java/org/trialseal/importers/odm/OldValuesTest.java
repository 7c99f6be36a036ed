package org.trialseal.importers.odm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trialseal.importers.testing.MemoryFile;

/** What stands in {@code OldValue} of the event log: the vector of docs/manual/formats.md, and one case for each rule. */
final class OldValuesTest {
    private static final String AUDIT = "<AuditRecord><UserRef UserOID=\"u\"/><LocationRef LocationOID=\"l\"/>"
            + "<DateTimeStamp>2026-01-01T00:00:00</DateTimeStamp></AuditRecord>";

    private static String item(String attributes) {
        return item("1", "G", attributes);
    }

    private static String item(String subject, String group, String attributes) {
        return inForm(
                subject,
                "",
                "<ItemGroupData ItemGroupOID=\"" + group + "\"><ItemData ItemOID=\"ALT\" " + attributes + ">" + AUDIT
                        + "</ItemData></ItemGroupData>");
    }

    private static String inForm(String subject, String form, String inside) {
        return "<SubjectData SubjectKey=\"" + subject + "\"><StudyEventData StudyEventOID=\"E\">"
                + "<FormData FormOID=\"F\" " + form + ">" + inside + "</FormData></StudyEventData></SubjectData>";
    }

    private static List<String> old(String... clinical) throws Exception {
        return Odm.column(Odm.transactions(String.join("", clinical)), "AuditRecords", "OldValue");
    }

    @Test
    void read_vectorOfTheManual_hasItsOldValues() throws Exception {
        assertThat(old(
                        item("TransactionType=\"Insert\" Value=\"81\""),
                        item("TransactionType=\"Update\" Value=\"41\""),
                        item("TransactionType=\"Update\" Value=\"\""),
                        item("TransactionType=\"Update\" IsNull=\"Yes\""),
                        item("TransactionType=\"Upsert\" Value=\"43\""),
                        item("TransactionType=\"Upsert\""),
                        item("TransactionType=\"Remove\""),
                        item("TransactionType=\"Insert\" Value=\"44\"")))
                .containsExactly("()", "=81", "=41", "=", "(null)", "=43", "=43", "(removed)");
    }

    @Test
    void read_otherSubjectsGroupsAndRepeats_areOtherItems() throws Exception {
        String repeated =
                item("TransactionType=\"Insert\" Value=\"4\"").replace("\"G\"", "\"G\" ItemGroupRepeatKey=\"\"");
        assertThat(old(
                        item("1", "G", "Value=\"1\""),
                        item("2", "G", "Value=\"2\""),
                        item("1", "G2", "Value=\"3\""),
                        repeated,
                        item("1", "G", "Value=\"5\""),
                        repeated))
                .containsExactly("()", "()", "()", "()", "=1", "=4");
    }

    @Test
    void read_itemsWithoutAuditRecords_countToo() throws Exception {
        assertThat(old(
                        item("Value=\"1\"").replace(AUDIT, ""),
                        item("TransactionType=\"Context\" Value=\"2\"").replace(AUDIT, ""),
                        item("Value=\"3\"")))
                .containsExactly("=2");
    }

    @Test
    void read_severalAuditRecordsOfOneTransaction_haveTheSameOldValue() throws Exception {
        assertThat(old(item("Value=\"1\""), item("Value=\"2\"").replace(AUDIT, AUDIT + AUDIT)))
                .containsExactly("()", "=1", "=1");
    }

    @Test
    void read_formRemoved_removesWhatIsInside() throws Exception {
        String removal = inForm("1", "TransactionType=\"Remove\"", AUDIT);
        String other = inForm("2", "TransactionType=\"Remove\"", AUDIT);
        assertThat(old(
                        item("Value=\"1\""),
                        other,
                        item("Value=\"2\""),
                        removal,
                        item("Value=\"3\""),
                        item("Value=\"4\"")))
                .containsExactly("()", "()", "=1", "()", "(removed)", "=3");
    }

    @Test
    void read_itemsRemovedOneByOneAfterTheirForm_sayWhatWasRemoved() throws Exception {
        String removal = inForm("1", "TransactionType=\"Remove\"", AUDIT);
        String gone = item("TransactionType=\"Remove\"");
        assertThat(old(item("Value=\"1\""), removal, gone, gone, item("Value=\"2\"")))
                .containsExactly("()", "()", "=1", "(removed)", "(removed)");
    }

    @Test
    void read_formRemovedBeforeItsFirstItem_isRemovedToo() throws Exception {
        assertThat(old(inForm("1", "TransactionType=\"Remove\"", ""), item("Value=\"1\"")))
                .containsExactly("(removed)");
    }

    @Test
    void read_itemsListedInARemovedForm_areRemovedWithIt() throws Exception {
        String removal = item("Value=\"1\"").replace("FormOID=\"F\"", "FormOID=\"F\" TransactionType=\"Remove\"");
        assertThat(old(removal, item("Value=\"2\""))).containsExactly("()", "(removed)");
    }

    @Test
    void read_mentionedAgainAfterARemoval_isNotKnown() throws Exception {
        String back = inForm("1", "TransactionType=\"Upsert\"", "");
        String removal = inForm("1", "TransactionType=\"Remove\"", "");
        String gone = item("TransactionType=\"Remove\"");
        assertThat(old(item("Value=\"1\""), removal, back, item("Value=\"2\""))).containsExactly("()", "()");
        assertThat(old(item("Value=\"1\""), gone, back, item("Value=\"2\""))).containsExactly("()", "=1", "()");
        assertThat(old(gone, item("TransactionType=\"Upsert\""), item("Value=\"2\"")))
                .containsExactly("()", "(removed)", "()");
        assertThat(old(gone, item("Value=\"1\""), back, item("Value=\"2\""))).containsExactly("()", "(removed)", "=1");
    }

    @Test
    void read_snapshot_hasNoOldValues() throws Exception {
        String text = item("Value=\"1\"") + item("Value=\"2\"");
        assertThat(Odm.column(Odm.file(text), "AuditRecords", "OldValue")).containsExactly("()", "()");
    }

    @Test
    void read_auditRecordsOfOtherElements_haveNone() throws Exception {
        String subject = "<SubjectData SubjectKey=\"1\" TransactionType=\"Upsert\">" + AUDIT + "</SubjectData>";
        assertThat(old(subject, subject)).containsExactly("()", "()");
    }

    @Test
    void read_longOldValue_isWhole() throws Exception {
        String one = "x".repeat(70_000);
        assertThat(old(item("Value=\"" + one + "\""), item("Value=\"y\""), item("Value=\"z\"")))
                .containsExactly("()", "=" + one, "=y");
    }

    @Test
    void read_nestedGroupsAndValuesOfOdm2_areToldApart() throws Exception {
        String one =
                "<SubjectData SubjectKey=\"1\"><StudyEventData StudyEventOID=\"E\"><ItemGroupData ItemGroupOID=\"A\""
                        + " ItemGroupRepeatKey=\"%s\"><ItemGroupData ItemGroupOID=\"B\"><ItemData ItemOID=\"I\"><Value>%s</Value>"
                        + AUDIT + "</ItemData></ItemGroupData></ItemGroupData></StudyEventData></SubjectData>";
        String text = Odm.text(
                        "2.0",
                        "<ClinicalData StudyOID=\"S\">"
                                + String.format(java.util.Locale.ROOT, one, 1, "a")
                                + String.format(java.util.Locale.ROOT, one, 2, "b")
                                + String.format(java.util.Locale.ROOT, one, 1, "c") + "</ClinicalData>")
                .replace("\"Snapshot\"", "\"Transactional\"");
        assertThat(Odm.column(MemoryFile.of("two.xml", text), "AuditRecords", "OldValue"))
                .containsExactly("()", "()", "=a");
    }

    @Test
    void read_collectedAuditRecords_areJoinedToTheirItems() throws Exception {
        String items = inForm(
                "1",
                "",
                "<ItemGroupData ItemGroupOID=\"G\"><ItemDataString ItemOID=\"A\" AuditRecordID=\"AR.1\">a</ItemDataString>"
                        + "<ItemDataString ItemOID=\"B\" AuditRecordID=\"AR.1\">b</ItemDataString>"
                        + "<ItemDataString ItemOID=\"C\" AuditRecordID=\"AR.9\">c</ItemDataString>"
                        + "<ItemDataString ItemOID=\"A\" AuditRecordID=\"AR.2\"></ItemDataString>"
                        + "<ItemDataString ItemOID=\"A\" AuditRecordID=\"AR.1\">d</ItemDataString></ItemGroupData>");
        String collected = "<AuditRecords>" + AUDIT.replace("<AuditRecord>", "<AuditRecord ID=\"AR.1\">")
                + AUDIT.replace("<AuditRecord>", "<AuditRecord ID=\"AR.2\" EditPoint=\"DBAudit\">")
                        .replace("\"u\"", "\"v\"")
                + "</AuditRecords><Signatures><Signature ID=\"S.1\"><UserRef UserOID=\"w\"/></Signature></Signatures>";
        MemoryFile file = Odm.transactions(items + collected);
        assertThat(Odm.column(file, "AuditRecords", "UserOID")).containsExactly("=u", "=u", "()", "=v", "=u");
        assertThat(Odm.column(file, "AuditRecords", "Value")).containsExactly("=a", "=b", "=c", "=", "=d");
        assertThat(Odm.column(file, "AuditRecords", "OldValue")).containsExactly("()", "()", "()", "=a", "=");
        assertThat(Odm.column(file, "AuditRecords", "@EditPoint")).containsExactly("()", "()", "()", "=DBAudit", "()");
        assertThat(Odm.rows(file, "ClinicalData.AuditRecords").get(1))
                .containsAllEntriesOf(Map.of("@ID", "AR.2", "UserOID", "v", "@EditPoint", "DBAudit"));
        assertThat(Odm.rows(file, "ClinicalData.Signatures").get(0))
                .containsAllEntriesOf(Map.of("@ID", "S.1", "UserRef@UserOID", "w"));
    }

    @Test
    void read_collectedAuditRecordTwiceUnderOneId_isNobodys() throws Exception {
        String item = inForm(
                "1",
                "",
                "<ItemGroupData ItemGroupOID=\"G\"><ItemDataString ItemOID=\"A\" AuditRecordID=\"X\">a</ItemDataString>"
                        + "</ItemGroupData>");
        String one = AUDIT.replace("<AuditRecord>", "<AuditRecord ID=\"X\">");
        MemoryFile file = Odm.transactions(item + "<AuditRecords>" + one + one + "</AuditRecords>");
        assertThat(Odm.column(file, "AuditRecords", "UserOID")).containsExactly("()");
        assertThat(Odm.rows(file, "ClinicalData.AuditRecords")).hasSize(2);
    }
}
