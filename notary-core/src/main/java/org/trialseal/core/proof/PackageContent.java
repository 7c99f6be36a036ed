package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.DataFile;

/** The content of an entry to be written, measured beforehand because the manifest precedes it. */
public final class PackageContent {
    private final Measured measured;
    private final Opener opener;

    private interface Opener {
        InputStream open() throws IOException;
    }

    private PackageContent(Measured measured, Opener opener) {
        this.measured = measured;
        this.opener = opener;
    }

    /** Bytes in memory. */
    public static PackageContent of(Bytes content) {
        byte[] bytes = content.toArray();
        return new PackageContent(Measured.of(bytes), () -> new java.io.ByteArrayInputStream(bytes));
    }

    /** Bytes that were written through a {@link MeasuringOutput} and can be read again. */
    public static PackageContent staged(DataFile file, Measured measured) {
        return new PackageContent(measured, file::open);
    }

    Measured measured() {
        return measured;
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}
