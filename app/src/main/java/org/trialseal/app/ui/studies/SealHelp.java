package org.trialseal.app.ui.studies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.anchor.AnchorFault;
import org.trialseal.app.work.anchor.AnchorProgress.Step;
import org.trialseal.app.work.study.KeptStudy.KeptSeal;
import org.trialseal.core.anchor.Failed;

/**
 * What is said loudly of a seal's anchor.
 *
 * @param sentences what is wrong, and what to do; empty when nothing is
 * @param serious whether it does not mend by itself
 * @param again whether handing the seal to all calendars once more helps
 */
record SealHelp(List<String> sentences, boolean serious, boolean again) {
    SealHelp {
        sentences = List.copyOf(sentences);
    }

    static SealHelp of(Words words, KeptSeal seal, List<AnchorFault> faults) {
        List<String> sentences = new ArrayList<>();
        Step step = seal.anchor().map(anchor -> anchor.step()).orElse(Step.NAMED);
        boolean again = true;
        switch (step) {
            case NONE -> sentences.add(words.of("studies.help.none"));
            case OVERDUE -> sentences.add(words.of("studies.help.overdue"));
            case REFUTED -> sentences.add(words.of("studies.help.refuted"));
            default -> again = false;
        }
        for (AnchorFault fault : faults) {
            again |= fault.kind() == AnchorFault.Kind.CALENDAR || fault.kind() == AnchorFault.Kind.NOT_ALLOWED;
            sentences.add(sentence(words, fault));
        }
        return new SealHelp(sentences, step == Step.OVERDUE || step == Step.REFUTED, again);
    }

    /** What happened, in words. */
    static String sentence(Words words, AnchorFault fault) {
        String calendar = Safe.text(fault.calendar());
        switch (fault.kind()) {
            case CALENDAR:
                String why = words.of(key(fault.cause().orElse(Failed.Cause.FAULT)));
                return words.of("studies.help.calendar", calendar, why);
            case NOT_ALLOWED:
                return words.of("studies.help.not-allowed", calendar);
            case REFUTED:
                return words.of("studies.help.wrong-block");
            case IN_USE:
                return words.of("studies.help.in-use");
            case UNEXPECTED:
                return words.of("studies.help.unexpected");
            default:
                return words.of("studies.help.damaged", damage(words, fault));
        }
    }

    private static String damage(Words words, AnchorFault fault) {
        Trouble trouble = Trouble.of(words, fault.failure().orElseThrow());
        if (!trouble.detail().isEmpty()) {
            return trouble.detail();
        }
        String original =
                trouble.original().map(english -> " (" + english.text() + ")").orElse("");
        return trouble.title() + " " + trouble.advice() + original;
    }

    /** The key of the words that say why a calendar's answer does not count. */
    static String key(Failed.Cause cause) {
        return "studies.cause." + cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
