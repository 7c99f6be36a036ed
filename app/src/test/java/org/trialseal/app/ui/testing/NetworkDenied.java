package org.trialseal.app.ui.testing;

import java.net.InetAddress;
import java.security.Permission;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Denies this process the network from {@link #begin} to {@link #close}: resolving a name, connecting, listening and
 * accepting fail, and each attempt is kept. Needs a Java that still has security managers, as 17 does; on a later one
 * nothing is denied, and a line on standard output says so.
 */
@SuppressWarnings("removal")
public final class NetworkDenied implements AutoCloseable {
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final boolean inForce;

    private NetworkDenied() {
        inForce = install(new Denial(attempts));
    }

    /** Denies the network from now on. */
    public static NetworkDenied begin() {
        return new NetworkDenied();
    }

    private static boolean install(SecurityManager manager) {
        try {
            System.setSecurityManager(manager);
            return true;
        } catch (UnsupportedOperationException e) {
            System.out.println(
                    "the network is not denied: Java " + Runtime.version().feature() + " has no security managers");
            return false;
        }
    }

    /** Whether this Java denies it. */
    public boolean isInForce() {
        return inForce;
    }

    /** What was attempted so far. */
    public List<String> attempts() {
        return List.copyOf(attempts);
    }

    @Override
    public void close() {
        if (inForce) {
            System.setSecurityManager(null);
        }
    }

    private static final class Denial extends SecurityManager {
        private final List<String> attempts;

        Denial(List<String> attempts) {
            this.attempts = attempts;
        }

        private void deny(String attempt) {
            attempts.add(attempt);
            throw new SecurityException("the network is denied: " + attempt);
        }

        @Override
        public void checkConnect(String host, int port) {
            deny("connect to " + host + ":" + port);
        }

        @Override
        public void checkConnect(String host, int port, Object context) {
            deny("connect to " + host + ":" + port);
        }

        @Override
        public void checkListen(int port) {
            deny("listen on " + port);
        }

        @Override
        public void checkAccept(String host, int port) {
            deny("accept " + host + ":" + port);
        }

        @Override
        public void checkMulticast(InetAddress group) {
            deny("multicast to " + group);
        }

        @Override
        public void checkPermission(Permission permission) {
            // All else is allowed.
        }

        @Override
        public void checkPermission(Permission permission, Object context) {
            // All else is allowed.
        }
    }
}
