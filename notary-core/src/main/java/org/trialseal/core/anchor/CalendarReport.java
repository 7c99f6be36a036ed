package org.trialseal.core.anchor;

/**
 * What one calendar made of a stamping.
 *
 * @param operator who runs it
 * @param uri its address
 * @param answer what counts of its answer
 */
public record CalendarReport(String operator, String uri, SubmitAnswer answer) {
    /** Whether its answer is in the proofs. */
    public boolean stamped() {
        return answer instanceof Stamped;
    }
}
