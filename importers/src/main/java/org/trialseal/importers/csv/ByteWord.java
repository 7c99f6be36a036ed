package org.trialseal.importers.csv;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of text at a time, the first one lowest, and where among them a byte stands. */
final class ByteWord {
    /** Bytes of a word. */
    static final int LENGTH = Long.BYTES;

    /** The highest bit of each byte. */
    static final long HIGH = 0x8080_8080_8080_8080L;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW = 0x7F7F_7F7F_7F7F_7F7FL;

    private ByteWord() {}

    /** The word of {@code text[at, at + 8)}. */
    static long at(byte[] text, int at) {
        return (long) WORD.get(text, at);
    }

    /** Eight times an ASCII character. */
    static long repeated(char character) {
        return ONES * character;
    }

    /** The highest bit of each byte that is the repeated one. */
    static long all(long word, long repeated) {
        long difference = word ^ repeated;
        return ~((difference & LOW) + LOW | difference | LOW);
    }

    /**
     * Zero if no byte is the repeated one; else its lowest bit is the highest bit of the first byte that is, and what is
     * above means nothing.
     */
    static long first(long word, long repeated) {
        long difference = word ^ repeated;
        return difference - ONES & ~difference & HIGH;
    }

    /** Which byte the lowest bit belongs to, from 0. */
    static int index(long bits) {
        return Long.numberOfTrailingZeros(bits) >>> 3;
    }
}
