package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.work.verify.Examination.OfTimestamp;
import org.trialseal.core.verify.NotShown;
import org.trialseal.core.verify.Result;

/** Tells the verification of an OpenTimestamps proof by itself, in words and as JSON. */
final class TimestampVerdict {
    private static final String NO_TIME = "This does not prove since when the file exists.";

    private final OfTimestamp examined;

    TimestampVerdict(OfTimestamp examined) {
        this.examined = examined;
    }

    void tell(Output output) {
        output.result(sentence());
        output.explanation("");
        VerificationWords.checks(output, examined.checks());
        output.explanation("");
        output.explanation("What this does not prove:");
        notProven().forEach(sentence -> output.explanation("  " + sentence));
    }

    private String sentence() {
        String about =
                examined.about().map(path -> String.valueOf(path.getFileName())).orElse("the file");
        switch (examined.verdict()) {
            case PASSED:
                return "PASSED. The timestamp is about " + about + time() + ".";
            case FAILED:
                return "FAILED. The timestamp does not prove when " + about + " existed: " + first();
            default:
                return "INDETERMINATE. Nothing contradicts the timestamp, but it does not prove a time yet: " + first();
        }
    }

    private String time() {
        return examined.time()
                .notAfter()
                .map(day -> ", which existed no later than " + day
                        + examined.time()
                                .block()
                                .map(block -> " ("
                                        + VerificationWords.block(
                                                examined.time().tier(), block.height()) + ")")
                                .orElse(""))
                .orElse("");
    }

    private String first() {
        return VerificationWords.first(examined.checks(), examined.verdict());
    }

    private List<String> notProven() {
        List<String> sentences = new ArrayList<>(List.of(NotShown.TRUTH.sentence(), NotShown.AUTHORSHIP.sentence()));
        if (examined.verdict() != Result.PASSED) {
            sentences.add(NO_TIME);
        }
        return sentences;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("verdict", examined.verdict().word());
        VerificationJson.checks(json, examined.checks());
        VerificationJson.time(json, examined.time());
        json.writeArrayFieldStart("notProven");
        for (String sentence : notProven()) {
            json.writeString(sentence);
        }
        json.writeEndArray();
    }
}
