package org.trialseal.app.cli;

/** Exit codes; stable, and listed in the manual page. */
final class ExitCode {
    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int INDETERMINATE = 2;
    static final int USAGE = 64;
    static final int MALFORMED_INPUT = 65;
    static final int NO_INPUT = 66;
    static final int UNREACHABLE = 69;
    static final int BUG = 70;
    static final int CANNOT_CREATE = 73;
    static final int IO_ERROR = 74;

    private ExitCode() {}
}
