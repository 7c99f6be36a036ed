package org.trialseal.importers.odm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Keeps long values out of what is sorted: there they are represented by the place where they lie. */
final class LongValues {
    private static final int LONGEST = 1 << 14;
    private static final byte HERE = 0;
    private static final byte THERE = 1;

    private final Spool spool;

    LongValues(Spool spool) {
        this.spool = spool;
    }

    /** A form of a value, at most a little longer than 16 KiB. */
    byte[] shorten(byte[] value) throws IOException {
        if (value.length <= LONGEST) {
            return here(value);
        }
        byte[] place = spool.addToFile(value).place();
        return ByteBuffer.allocate(1 + place.length).put(THERE).put(place).array();
    }

    /** The form of a value that is short. */
    static byte[] here(byte[] value) {
        return ByteBuffer.allocate(1 + value.length).put(HERE).put(value).array();
    }

    /** The length of a value by its form. */
    static int length(byte[] form) {
        return form[0] == HERE ? form.length - 1 : Spool.Block.at(form, 1).length();
    }

    /** The value of a form. May be called by several threads at once. */
    byte[] restore(byte[] form) throws IOException {
        return form[0] == HERE ? Arrays.copyOfRange(form, 1, form.length) : spool.read(Spool.Block.at(form, 1));
    }
}
