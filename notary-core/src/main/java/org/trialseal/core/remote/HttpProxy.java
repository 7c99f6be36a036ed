package org.trialseal.core.remote;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP proxy: the way to other computers where it is not direct. It asks for no login. This computer itself is always
 * reached directly.
 *
 * @param host a name or an address, IPv6 in brackets
 * @param port 1 to 65535
 */
public record HttpProxy(String host, int port) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final int MAX_PORT = 65535;

    /** @throws IllegalArgumentException when the port is none */
    public HttpProxy {
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("not the port of a proxy: " + port);
        }
    }

    /**
     * A proxy written as {@code host:port}.
     *
     * @throws IllegalArgumentException when it is written in another way
     */
    public static HttpProxy of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a proxy has the form host:port: " + text);
        }
        return new HttpProxy(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /** Where it is; its name is looked up when it is used. */
    InetSocketAddress address() {
        return InetSocketAddress.createUnresolved(host, port);
    }

    /** Leads everything through the proxy but what is on this computer. */
    ProxySelector selector() {
        return new Selector(List.of(new Proxy(Proxy.Type.HTTP, address())));
    }

    private static final class Selector extends ProxySelector {
        private final List<Proxy> proxies;

        Selector(List<Proxy> proxies) {
            this.proxies = proxies;
        }

        @Override
        public List<Proxy> select(URI uri) {
            boolean here = uri.getHost() != null && Loopback.isHost(uri.getHost());
            return here ? List.of(Proxy.NO_PROXY) : proxies;
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Whoever asked is told.
        }
    }
}
