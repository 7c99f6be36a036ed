package org.trialseal.core.remote;

import java.io.IOException;

/** A proxy makes no connection; the message goes on behind the name of the server that was wanted. */
final class ProxyRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyRefusedException(String message) {
        super(message);
    }
}
