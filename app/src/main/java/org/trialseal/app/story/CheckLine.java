package org.trialseal.app.story;

import java.util.List;
import org.trialseal.core.verify.Result;

/**
 * One check as it is shown.
 *
 * @param id of the check
 * @param question what was checked
 * @param answer what came out, in one sentence
 * @param required whether the verdict depends on it
 * @param evidence what the answer rests on
 */
public record CheckLine(
        String id, String question, Result result, String answer, boolean required, List<Fact> evidence) {
    public CheckLine {
        evidence = List.copyOf(evidence);
    }
}
