package org.trialseal.app.story;

/**
 * One piece of evidence.
 *
 * @param label what it is
 * @param value in words or as a digest
 * @param digest whether the value is a digest, to be shown as one
 */
public record Fact(String label, String value, boolean digest) {
    /** Something in words. */
    public static Fact words(String label, String value) {
        return new Fact(label, value, false);
    }

    /** A digest, or another code. */
    public static Fact digest(String label, String value) {
        return new Fact(label, value, true);
    }
}
