package org.trialseal.core.evidence;

import java.io.IOException;

/** Another program holds the lock of a folder. */
public final class FolderInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    FolderInUseException(String message) {
        super(message);
    }
}
