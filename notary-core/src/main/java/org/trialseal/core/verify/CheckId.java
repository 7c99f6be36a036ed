package org.trialseal.core.verify;

import java.util.List;

/** Ids of checks, and which of them no verdict can do without. */
public final class CheckId {
    /** Shape of the package and digests of its manifest. */
    public static final String PACKAGE = "package";
    /** The statement of the seal. */
    public static final String STATEMENT = "statement";
    /** The chain of statements. */
    public static final String LEDGER = "ledger";
    /** Opened entries and commitments. */
    public static final String ENTRIES = "entries";
    /** What is shown; followed by a colon and a name for each artifact. */
    public static final String DATA = "data";
    /** That nothing was left out; followed by a colon and a name. */
    public static final String COMPLETENESS = "completeness";
    /** That an event log was only appended to; followed by a colon and a name. */
    public static final String APPEND = "append";
    /** Signatures. */
    public static final String SIGNATURES = "signatures";
    /** Evidence of time. */
    public static final String TIME = "time";

    /** The checks that every verdict needs; of {@link #DATA} at least one. */
    public static final List<String> ALWAYS = List.of(PACKAGE, STATEMENT, LEDGER, ENTRIES, DATA, TIME);

    private CheckId() {}

    static String data(String name) {
        return DATA + ":" + name;
    }

    static String completeness(String name) {
        return COMPLETENESS + ":" + name;
    }

    static String append(String name) {
        return APPEND + ":" + name;
    }

    static boolean isOf(String family, String id) {
        return id.equals(family) || id.startsWith(family + ":");
    }
}
