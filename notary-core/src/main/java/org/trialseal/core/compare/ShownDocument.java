package org.trialseal.core.compare;

import java.io.IOException;
import java.io.InputStream;
import org.trialseal.core.compare.HiddenFolder.HiddenFile;
import org.trialseal.core.record.DataFile;
import org.trialseal.core.record.PathFile;

/**
 * A document that a later package shows.
 *
 * @param file the package
 * @param name the document's name
 * @param hidden its bytes
 * @param part whether the package may be about more than it tells
 */
record ShownDocument(PathFile file, String name, HiddenFile hidden, boolean part) implements LaterFile {
    @Override
    public DataFile content() {
        return new DataFile() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() throws IOException {
                return hidden.size();
            }

            @Override
            public InputStream open() throws IOException {
                return hidden.read();
            }
        };
    }
}
