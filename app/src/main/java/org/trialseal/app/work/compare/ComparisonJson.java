package org.trialseal.app.work.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.trialseal.core.compare.AllegedValue;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FieldChange;
import org.trialseal.core.compare.ValuesComparison;
import org.trialseal.core.verify.VerificationReport;

/** Writes a comparison as JSON: the members of one object. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** @param differences of the comparison */
    public static void write(JsonGenerator json, Compared compared, Differences differences) throws IOException {
        json.writeStringField("check", compared.order().values() ? ValuesComparison.NAME : "records");
        json.writeStringField("verdict", compared.verdict().word());
        json.writeArrayFieldStart("artifacts");
        for (ArtifactComparison artifact : compared.report().artifacts()) {
            write(json, artifact, differences);
        }
        json.writeEndArray();
        if (compared.verification().isPresent()) {
            json.writeStringField(
                    "package", compared.verification().get().verdict().word());
        }
        if (!compared.laterPackages().isEmpty()) {
            json.writeArrayFieldStart("laterPackages");
            for (VerificationReport later : compared.laterPackages()) {
                json.writeString(later.verdict().word());
            }
            json.writeEndArray();
        }
        alleged(json, compared);
    }

    private static void alleged(JsonGenerator json, Compared compared) throws IOException {
        json.writeArrayFieldStart("alleged");
        for (int i = 0; i < compared.alleged().size(); i++) {
            AllegedValue value = compared.order().alleged().get(i);
            AllegedValue.Answer answer = compared.alleged().get(i);
            json.writeStartObject();
            json.writeStringField("dataset", value.dataset());
            key(json, value.record());
            json.writeStringField("column", value.column());
            json.writeStringField("value", value.text());
            json.writeStringField("verdict", answer.verdict().word());
            json.writeStringField("detail", answer.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ArtifactComparison artifact, Differences differences)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", artifact.name());
        json.writeStringField("state", artifact.state().word());
        json.writeNumberField("records", artifact.records());
        json.writeNumberField("added", artifact.counts().added());
        json.writeNumberField("removed", artifact.counts().removed());
        json.writeNumberField("changed", artifact.counts().changed());
        json.writeNumberField("reordered", artifact.counts().reordered());
        json.writeArrayFieldStart("differences");
        differences.visit(artifact, difference -> {
            write(json, difference);
            return true;
        });
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : artifact.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Difference difference) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", difference.kind().word());
        key(json, difference.key());
        number(json, "record", difference.record());
        number(json, "sealedRecord", difference.sealedRecord());
        json.writeArrayFieldStart("fields");
        for (FieldChange field : difference.fields()) {
            json.writeStartObject();
            json.writeStringField("name", field.name());
            if (field.before().isPresent()) {
                json.writeStringField("old", field.before().get().display());
            }
            if (field.now().isPresent()) {
                json.writeStringField("new", field.now().get().display());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void key(JsonGenerator json, Map<String, String> key) throws IOException {
        json.writeObjectFieldStart("key");
        for (Map.Entry<String, String> part : key.entrySet()) {
            json.writeStringField(part.getKey(), part.getValue());
        }
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.getAsLong());
        }
    }
}
