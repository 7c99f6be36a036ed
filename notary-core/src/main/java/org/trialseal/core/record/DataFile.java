package org.trialseal.core.record;

import java.io.IOException;
import java.io.InputStream;

/** A file to import: its name without folders, its size when known, and its bytes as often as asked for. */
public interface DataFile {
    /** File name without folders. */
    String name();

    /** Size in bytes. */
    long size() throws IOException;

    /** The bytes from the first on. The caller closes the stream. */
    InputStream open() throws IOException;
}
