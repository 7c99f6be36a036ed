package org.trialseal.app.certificate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Section;
import org.trialseal.app.story.CheckLine;
import org.trialseal.app.words.Texts;
import org.trialseal.core.verify.Result;

/** The checks of a verification as a section, what decides a bad verdict first. */
final class CheckTable {
    /** Most checks that are listed; those that did not pass come first. */
    static final int MOST_CHECKS = 400;

    private final Wording wording;
    private final Texts words;
    private final List<CheckLine> checks;

    CheckTable(Wording wording, List<CheckLine> checks) {
        this.wording = wording;
        this.words = wording.words();
        this.checks = checks;
    }

    Section section() {
        return new Section(words.of("certificate.checks"), tally(), lines());
    }

    private String tally() {
        List<CheckLine> required = checks.stream().filter(CheckLine::required).toList();
        return words.of(
                "certificate.tally",
                required.size(),
                Wording.count(required, Result.PASSED),
                Wording.count(required, Result.FAILED),
                Wording.count(required, Result.INDETERMINATE));
    }

    private List<Line> lines() {
        List<CheckLine> ordered = new ArrayList<>(checks);
        ordered.sort(Comparator.comparingInt(CheckTable::rank));
        List<Line> lines = new ArrayList<>();
        ordered.stream().limit(MOST_CHECKS).map(wording::check).forEach(lines::add);
        if (ordered.size() > MOST_CHECKS) {
            lines.add(rest(ordered.subList(MOST_CHECKS, ordered.size())));
        }
        return lines;
    }

    private Line rest(List<CheckLine> left) {
        return Line.row(
                words.of("certificate.checks.more"),
                words.of(
                        "certificate.rest",
                        left.size(),
                        Wording.count(left, Result.PASSED),
                        Wording.count(left, Result.FAILED),
                        Wording.count(left, Result.INDETERMINATE)));
    }

    private static int rank(CheckLine check) {
        if (!check.required()) {
            return Result.values().length;
        }
        switch (check.result()) {
            case FAILED:
                return 0;
            case INDETERMINATE:
                return 1;
            default:
                return 2;
        }
    }
}
