package org.trialseal.core.anchor;

import java.util.List;

/**
 * Public servers of block headers, for those who run no node. None is asked unless the user chooses so: a server learns
 * who fetches headers, and when; it cannot forge any.
 */
public final class PublicHeaderServers {
    private PublicHeaderServers() {}

    /** Electrum servers with TLS, as {@code host:port}. */
    public static List<String> electrum() {
        return List.of("electrum.blockstream.info:50002", "electrum.emzy.de:50002", "electrum.bitaroo.net:50002");
    }

    /** Esplora servers, by address. */
    public static List<String> esplora() {
        return List.of("https://blockstream.info/api", "https://mempool.space/api");
    }
}
