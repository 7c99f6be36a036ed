package org.trialseal.core.seal;

import org.trialseal.core.digest.MalformedException;

/** Limits of the texts in a statement. */
final class StatementText {
    private StatementText() {}

    static void require(String source, String what, String text, int least, int most) throws MalformedException {
        if (text.length() < least || text.length() > most) {
            throw new MalformedException(source, what + " has " + least + " to " + most + " characters");
        }
        if (text.chars().anyMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0)) {
            throw new MalformedException(source, what + " holds a control character");
        }
    }
}
