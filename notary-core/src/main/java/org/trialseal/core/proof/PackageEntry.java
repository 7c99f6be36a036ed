package org.trialseal.core.proof;

import java.io.InputStream;
import org.trialseal.core.digest.Sha256;

/** An entry of a package while it is read. */
public final class PackageEntry {
    private final EntryName name;
    private final ZipContent content;
    private final Sha256 stated;
    private boolean closed;
    private boolean intact;

    PackageEntry(EntryName name, ZipContent content, Sha256 stated) {
        this.name = name;
        this.content = content;
        this.stated = stated;
    }

    /** Its name. */
    public EntryName name() {
        return name;
    }

    /** Length of its content in bytes, within the limit of its kind. */
    public long length() {
        return content.length();
    }

    /** Its content, once; it may yet turn out to be damaged. Ends early, with -1, where the whole package does. */
    public InputStream stream() {
        return content;
    }

    ZipContent content() {
        return content;
    }

    Sha256 stated() {
        return stated;
    }

    void closeAs(boolean wasIntact) {
        closed = true;
        intact = wasIntact;
    }

    boolean isClosed() {
        return closed;
    }

    boolean wasIntact() {
        return intact;
    }
}
