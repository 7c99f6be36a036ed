package org.trialseal.core.seal;

import java.util.Optional;

/** The chain whose blocks bear witness. Keys and ledgers never mix networks. */
public enum Network {
    BITCOIN("bitcoin"),
    /** A chain inside the program, for demonstrations, training and tests; never evidence. */
    PRACTICE("practice");

    private final String word;

    Network(String word) {
        this.word = word;
    }

    /** The name in statements and on the command line. */
    public String word() {
        return word;
    }

    /** The network with this name. */
    public static Optional<Network> ofWord(String word) {
        for (Network network : values()) {
            if (network.word.equals(word)) {
                return Optional.of(network);
            }
        }
        return Optional.empty();
    }
}
