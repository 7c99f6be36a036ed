package org.trialseal.core.evidence;

/** Seal numbers and artifact indices as they stand in file names. */
public final class SealNumber {
    private SealNumber() {}

    /** At least four digits. */
    public static String name(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
