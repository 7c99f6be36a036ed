package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ComparisonReport;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FieldChange;

/** Tells a comparison, in words and as JSON. */
final class ComparisonOutput {
    private static final int MOST_LINES = 100;

    private final Output output;

    ComparisonOutput(Output output) {
        this.output = output;
    }

    void tell(ComparisonReport report, String seal) {
        switch (report.verdict()) {
            case PASSED:
                output.result(
                        isRewritten(report)
                                ? "PASSED. All records are those of " + seal
                                        + "; some files were only written differently."
                                : "PASSED. Everything is identical to " + seal + ".");
                break;
            case FAILED:
                output.result("FAILED. What was given differs from " + seal + ":");
                break;
            default:
                output.result("INDETERMINATE. Not everything could be compared with " + seal + ":");
                break;
        }
        report.artifacts().forEach(this::tell);
    }

    private static boolean isRewritten(ComparisonReport report) {
        return report.artifacts().stream()
                .anyMatch(artifact -> artifact.state() == ArtifactComparison.State.RE_ENCODED);
    }

    private void tell(ArtifactComparison artifact) {
        ArtifactComparison.Counts counts = artifact.counts();
        boolean differs = artifact.state() == ArtifactComparison.State.ALTERED;
        output.result("  " + artifact.name() + ": " + artifact.state().word()
                + (differs
                        ? " (" + counts.changed() + " changed, " + counts.added() + " added, " + counts.removed()
                                + " removed, " + counts.reordered() + " in another order)"
                        : ""));
        artifact.notes().forEach(note -> output.result("    " + note));
        artifact.differences().stream().limit(MOST_LINES).forEach(this::tell);
        if (artifact.differences().size() > MOST_LINES) {
            output.result("    ... and " + (artifact.differences().size() - MOST_LINES) + " more; --json lists them");
        }
    }

    private void tell(Difference difference) {
        String key = difference.key().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String place = difference.kind() == Difference.Kind.REMOVED
                ? place("sealed record ", difference.sealedRecord())
                : place("record ", difference.record()) + place(", sealed as record ", difference.sealedRecord());
        output.result("    " + difference.kind().word() + ": " + key + (key.isEmpty() ? "" : " ") + "(" + place + ")");
        for (FieldChange field : difference.fields()) {
            output.result("      " + field.name() + ": " + words(field));
        }
    }

    private static String place(String before, OptionalLong number) {
        return number.isPresent() ? before + number.getAsLong() : "";
    }

    private static String words(FieldChange field) {
        String before =
                field.before().map(cell -> "\"" + cell.display() + "\"").orElse("(the sealed value was not kept)");
        String now = field.now().map(cell -> "\"" + cell.display() + "\"").orElse("(gone)");
        return before + " -> " + now;
    }

    static void write(JsonGenerator json, ComparisonReport report) throws IOException {
        json.writeStringField("verdict", report.verdict().word());
        json.writeArrayFieldStart("artifacts");
        for (ArtifactComparison artifact : report.artifacts()) {
            write(json, artifact);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ArtifactComparison artifact) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", artifact.name());
        json.writeStringField("state", artifact.state().word());
        json.writeNumberField("records", artifact.records());
        json.writeNumberField("added", artifact.counts().added());
        json.writeNumberField("removed", artifact.counts().removed());
        json.writeNumberField("changed", artifact.counts().changed());
        json.writeNumberField("reordered", artifact.counts().reordered());
        json.writeArrayFieldStart("differences");
        for (Difference difference : artifact.differences()) {
            write(json, difference);
        }
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
        json.writeObjectFieldStart("key");
        for (Map.Entry<String, String> part : difference.key().entrySet()) {
            json.writeStringField(part.getKey(), part.getValue());
        }
        json.writeEndObject();
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

    private static void number(JsonGenerator json, String name, OptionalLong number) throws IOException {
        if (number.isPresent()) {
            json.writeNumberField(name, number.getAsLong());
        }
    }
}
