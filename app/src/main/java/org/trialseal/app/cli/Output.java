package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.trialseal.app.work.Safe;
import org.trialseal.core.evidence.SealProgress;

/** Where a command speaks: words, or with {@code --json} one document on standard output and words on standard error. */
final class Output {
    private final PrintWriter out;
    private final PrintWriter err;
    private final GlobalOptions options;

    Output(PrintWriter out, PrintWriter err, GlobalOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
    }

    /** Writes the members of the one JSON object. */
    @FunctionalInterface
    interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The result in words; with {@code --json} nothing. */
    void result(String line) {
        if (!options.json()) {
            out.println(Safe.text(line));
        }
    }

    /** What explains the result; with {@code --json} or {@code --quiet} nothing. */
    void explanation(String line) {
        if (!options.quiet()) {
            result(line);
        }
    }

    /** Something on the way to the result. */
    void say(String line) {
        if (!options.quiet()) {
            (options.json() ? err : out).println(Safe.text(line));
        }
    }

    /** Something that must not be missed. */
    void warn(String line) {
        err.println(Safe.text("trialseal: " + line));
    }

    /** Something for those who asked for more. */
    void detail(String line) {
        if (options.verbose()) {
            err.println(Safe.text(line));
        }
    }

    /** The result as JSON, with {@code --json}. */
    void json(Members members) throws IOException {
        if (!options.json()) {
            return;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        }
        out.println(text);
    }

    /** A meter of rows for a terminal; silent elsewhere. */
    SealProgress progress(long totalRows) {
        boolean terminal = Terminal.isThere() && !options.quiet() && !options.json();
        return terminal ? new RowMeter(err, totalRows) : SealProgress.silent();
    }

    /** A passing line on a terminal, over the one before; nothing elsewhere. */
    void meter(String line) {
        if (Terminal.isThere() && !options.quiet() && !options.json()) {
            err.print("\r\033[K" + Safe.text(line));
            err.flush();
        }
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
