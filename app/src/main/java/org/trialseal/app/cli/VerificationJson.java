package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.LedgerSummary;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationReport;

/** The stable JSON members of a verification. */
final class VerificationJson {
    private VerificationJson() {}

    static void write(JsonGenerator json, VerificationReport report) throws IOException {
        json.writeStringField("verdict", report.verdict().word());
        checks(json, report.checks());
        time(json, report.time());
        ledger(json, report.ledger());
        json.writeArrayFieldStart("disclosed");
        for (Disclosed disclosed : report.disclosed()) {
            disclosed(json, disclosed);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notProven");
        for (NotShown left : report.notShown()) {
            json.writeString(left.sentence());
        }
        json.writeEndArray();
    }

    static void checks(JsonGenerator json, List<Check> checks) throws IOException {
        json.writeArrayFieldStart("checks");
        for (Check check : checks) {
            json.writeStartObject();
            json.writeStringField("id", check.id());
            json.writeStringField("result", check.result().word());
            json.writeStringField("reason", check.reason());
            json.writeStringField("detail", check.detail());
            json.writeBooleanField("required", check.required());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void time(JsonGenerator json, TimeResult time) throws IOException {
        json.writeObjectFieldStart("time");
        json.writeStringField("tier", time.tier().jsonName());
        if (time.notAfter().isPresent()) {
            json.writeStringField("notAfter", time.notAfter().get().toString());
        }
        if (time.notBefore().isPresent()) {
            json.writeStringField("notBefore", time.notBefore().get().toString());
        }
        if (time.block().isPresent()) {
            json.writeNumberField("height", time.block().get().height());
        }
        json.writeEndObject();
    }

    private static void ledger(JsonGenerator json, LedgerSummary ledger) throws IOException {
        json.writeObjectFieldStart("ledger");
        json.writeNumberField("seal", ledger.seal());
        if (ledger.statement().isPresent()) {
            json.writeStringField("id", ledger.statement().get().ledger().hex());
            json.writeStringField("study", ledger.statement().get().study().id());
            json.writeStringField("network", ledger.statement().get().network().word());
        }
        json.writeArrayFieldStart("seals");
        for (LedgerSummary.Line line : ledger.seals()) {
            json.writeStartObject();
            json.writeNumberField("seal", line.seal());
            json.writeStringField("milestone", line.milestone());
            json.writeStringField("title", line.title());
            json.writeStringField("claimedTime", line.claimedTime().toString());
            if (line.supersedes().isPresent()) {
                json.writeNumberField("supersedes", line.supersedes().getAsLong());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void disclosed(JsonGenerator json, Disclosed disclosed) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", disclosed.name());
        json.writeStringField("kind", disclosed.kind());
        json.writeStringField("extent", disclosed.extent().word());
        json.writeNumberField("records", disclosed.records().shown());
        json.writeNumberField("ofRecords", disclosed.records().of());
        strings(json, "columns", disclosed.columns());
        strings(json, "subjects", cells(disclosed.subjects()));
        strings(
                json,
                "absent",
                disclosed.absent().stream().map(VerificationJson::absent).toList());
        json.writeEndObject();
    }

    /** Whoever made the package chose the type: 1001 that is no text must not pass for the subject 1001. */
    private static String absent(Cell identifier) {
        return identifier.type() == CellType.TEXT ? identifier.display() : identifier.identifier();
    }

    private static List<String> cells(List<Cell> cells) {
        return cells.stream().map(Cell::display).toList();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
