package org.trialseal.app.ui.verify;

/**
 * One piece of evidence.
 *
 * @param label what it is
 * @param value in words or as a digest
 * @param digest whether the value is a digest, to be shown as one
 */
record Fact(String label, String value, boolean digest) {
    static Fact words(String label, String value) {
        return new Fact(label, value, false);
    }

    static Fact digest(String label, String value) {
        return new Fact(label, value, true);
    }
}
