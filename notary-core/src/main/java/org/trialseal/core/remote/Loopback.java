package org.trialseal.core.remote;

import java.net.URI;

/** Tells this computer's own addresses from others without asking anybody for names. */
final class Loopback {
    private Loopback() {}

    /** Whether a host is this computer, written as a number or as {@code localhost}. */
    static boolean isHost(String host) {
        return host.matches("127(\\.[0-9]{1,3}){3}") || host.equals("localhost") || host.matches("\\[?::1]?");
    }

    /** Whether an address leads to this computer. */
    static boolean isAddress(String address) {
        String host = URI.create(address).getHost();
        return host != null && isHost(host);
    }
}
