package org.trialseal.importers.csv;

import java.io.Closeable;
import java.io.IOException;
import org.trialseal.core.digest.MalformedException;

/** The characters of a file as UTF-8 without a byte order mark, whatever the file's own encoding is. */
interface Utf8Source extends Closeable {
    /**
     * Fills part of {@code target}.
     *
     * @param length at least {@value #MIN_READ}
     * @return how many bytes were written, at least 1; -1 at the end
     * @throws MalformedException when the bytes are not in the declared encoding
     */
    int read(byte[] target, int offset, int length) throws IOException, MalformedException;

    /** The longest character in UTF-8, so that a source never has to split one. */
    int MIN_READ = 4;

    /** How many bytes of the file stand before the first byte delivered, or -1 when positions do not match the file's. */
    long firstOffset();
}
