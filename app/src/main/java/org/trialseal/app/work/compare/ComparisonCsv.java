package org.trialseal.app.work.compare;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.trialseal.core.compare.ArtifactComparison;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.compare.Difference;
import org.trialseal.core.compare.FieldChange;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationReport;

/**
 * Writes a comparison as a table for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, one line for each field of a
 * changed record and for each record that was added or is missing, and one for each artifact of which there is more to
 * say. No cell is a formula: text that a spreadsheet would compute begins with an apostrophe.
 */
public final class ComparisonCsv {
    /** What to write for a sealed value that was not kept. */
    public static final String NOT_KEPT = "(the sealed value was not kept)";

    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final String HEADER =
            "dataset,difference,key,sealed record,later record,field,sealed value,later value,note";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?");

    private static final String PACKAGE = "A package was given that did not pass all its own checks.";

    private final Writer out;

    private ComparisonCsv(Writer out) {
        this.out = out;
    }

    /** @param differences of the comparison */
    public static void write(Writer out, Compared compared, Differences differences) throws IOException {
        ComparisonCsv csv = new ComparisonCsv(out);
        out.write(BYTE_ORDER_MARK + HEADER + "\r\n");
        for (VerificationReport found : compared.packages().toList()) {
            if (found.verdict() != Result.PASSED) {
                csv.line("", found.verdict().word(), "", "", "", "", "", "", PACKAGE);
            }
        }
        for (ArtifactComparison artifact : compared.report().artifacts()) {
            csv.artifact(artifact, differences);
        }
    }

    private void artifact(ArtifactComparison artifact, Differences differences) throws IOException {
        boolean altered = artifact.state() == State.ALTERED;
        ArtifactComparison.Counts counts = artifact.counts();
        List<String> notes = new ArrayList<>(artifact.notes());
        if (counts.reordered() > 0) {
            notes.add(0, counts.reordered() + " records stand in another order.");
        }
        if (!altered || !notes.isEmpty()) {
            line(artifact.name(), artifact.state().word(), "", "", "", "", "", "", String.join(" ", notes));
        }
        differences.visit(artifact, difference -> {
            difference(artifact.name(), difference);
            return true;
        });
    }

    private void difference(String artifact, Difference difference) throws IOException {
        String key = difference.key().entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("; "));
        boolean removed = difference.kind() == Difference.Kind.REMOVED;
        String sealed = number(difference.sealedRecord());
        String later = removed ? "" : number(difference.record());
        String kind = difference.kind().word();
        if (difference.fields().isEmpty()) {
            String note = difference.kind() == Difference.Kind.CHANGED ? "Which field changed is not known." : "";
            line(artifact, kind, key, sealed, later, "", "", "", note);
        }
        for (FieldChange field : difference.fields()) {
            String before = field.before().map(cell -> cell.display()).orElse("");
            String now = field.now().map(cell -> cell.display()).orElse("");
            line(
                    artifact,
                    kind,
                    key,
                    sealed,
                    later,
                    field.name(),
                    before,
                    now,
                    field.before().isEmpty() ? NOT_KEPT : "");
        }
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private void line(String... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells[i]));
        }
        out.write("\r\n");
    }

    /** Text that no spreadsheet takes for a formula. */
    public static String noFormula(String text) {
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }

    /** A cell as it is written: quoted where it must be, and never a formula. */
    static String cell(String text) {
        String safe = noFormula(text);
        boolean quoted =
                safe.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\r' || c == '\n' || c == '\t');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
