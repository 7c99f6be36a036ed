package org.trialseal.core.remote;

import java.io.IOException;

/** An answer is longer than what is read of it. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException() {
        super("the answer is too large");
    }
}
