package org.trialseal.app.story;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.app.words.Texts;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.core.verify.Check;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.TimeResult;

/** Says what a check asked and what it answered. */
final class Answers {
    /** What stands for the name of an artifact whose entry cannot be read: a file of the package. */
    private static final Pattern UNNAMED = Pattern.compile("([0-9]{4})\\.(?:disclosure|content|log)");

    private final Texts words;

    Answers(Texts words) {
        this.words = words;
    }

    CheckLine line(Check check, TimeResult time, List<Fact> evidence) {
        return new CheckLine(
                check.id(), question(check), check.result(), answer(check, time), check.required(), evidence);
    }

    private String question(Check check) {
        String family = family(check);
        Matcher unnamed = UNNAMED.matcher(Storyteller.subject(check));
        if (family.equals("data") && unnamed.matches()) {
            return words.of("story.question.data.unnamed", unnamed.group(1));
        }
        String key = "story.question." + family;
        return words.has(key) ? words.of(key, Safe.text(Storyteller.subject(check))) : Safe.text(check.id());
    }

    private static String family(Check check) {
        int colon = check.id().indexOf(':');
        return colon < 0 ? check.id() : check.id().substring(0, colon);
    }

    private String answer(Check check, TimeResult time) {
        if (check.result() != Result.PASSED) {
            return reason(check);
        }
        if (Storyteller.isOf("time", check) && time.notAfter().isPresent()) {
            return words.of(
                    "story.tier." + time.tier().jsonName(), time.notAfter().get());
        }
        if (check.reason().equals("not-required")) {
            return reason(check);
        }
        String key = "story.passed." + family(check);
        return words.has(key) ? words.of(key, Safe.text(Storyteller.subject(check))) : reason(check);
    }

    /** Why, in the language; for a code that this screen does not know, in the core's own words. */
    private String reason(Check check) {
        String key = "story.reason." + check.reason();
        return words.has(key) ? words.of(key) : Safe.text(check.detail());
    }

    /** The answer of the first required check that decided the verdict. */
    String worst(Examination examination) {
        return examination.checks().stream()
                .filter(check -> check.required() && check.result() == examination.verdict())
                .findFirst()
                .map(this::reason)
                .orElse(words.of("story.reason.check-missing"));
    }
}
