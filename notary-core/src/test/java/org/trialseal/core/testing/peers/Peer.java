package org.trialseal.core.testing.peers;

import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A peer that tests need. One that is missing fails them, unless it was left out on purpose. */
public enum Peer {
    /** Node with npm, and the packages that {@code src/peers/package.json} pins. */
    NPM("npm"),
    /** Debian's Python with python3-opentimestamps. */
    PYTHON("python");

    /** JUnit's tag of tests that need a peer; without the profile {@code peers} they do not run. */
    public static final String TAG = "peers";

    /** System property: words of peers that are left out, separated by commas. */
    public static final String WITHOUT = "trialseal.peers.without";

    private final String word;

    Peer(String word) {
        this.word = word;
    }

    /** Skips the test, saying so, when this peer was left out. */
    public void require() {
        boolean leftOut =
                List.of(System.getProperty(WITHOUT, "").split(",", -1)).contains(word);
        if (leftOut) {
            System.out.println("skipped: what needs the peer " + word + ", which -D" + WITHOUT + " leaves out");
        }
        Assumptions.assumeFalse(leftOut, "the peer " + word + " is left out");
    }

    /** Fails the test because this peer is not there. */
    AssertionError missing(String why) {
        return fail("the peer " + word + " is missing (" + why + "); see src/peers/README.md. To test without it: -D"
                + WITHOUT + "=" + word);
    }
}
