package org.trialseal.core.bitcoin;

/** Which chain a statement is anchored to. Fixed by the program, never by a package. */
public enum Network {
    /** The Bitcoin main chain, or in tests a small chain under the same rules. */
    BITCOIN("bitcoin"),
    /** The chain inside the program for demos, training and tests; never evidence. */
    PRACTICE("practice");

    private final String jsonName;

    Network(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The word in statements and reports. */
    public String jsonName() {
        return jsonName;
    }
}
