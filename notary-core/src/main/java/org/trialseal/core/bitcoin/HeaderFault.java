package org.trialseal.core.bitcoin;

/**
 * A header that breaks a rule.
 *
 * @param height its height
 * @param rule the first rule it breaks
 */
public record HeaderFault(long height, HeaderRule rule) {
    /** One sentence in plain words. */
    public String sentence() {
        return "The block header at height " + height + " " + rule.words() + ".";
    }
}
