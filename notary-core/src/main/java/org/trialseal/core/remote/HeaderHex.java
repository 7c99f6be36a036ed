package org.trialseal.core.remote;

import java.util.Optional;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;

/** A header that a server sent in hexadecimal digits. */
final class HeaderHex {
    private static final String HASH = "[0-9a-f]{64}";
    private static final String HEADER = "[0-9a-fA-F]{160}";

    private final BlockHeader header;
    private final HttpAsking server;

    private HeaderHex(BlockHeader header, HttpAsking server) {
        this.header = header;
        this.server = server;
    }

    /** A hash in display order; empty when the text is something else. */
    static Optional<BlockHash> hash(String text) {
        return text.matches(HASH) ? Optional.of(BlockHash.ofDisplay(text)) : Optional.empty();
    }

    static HeaderHex read(String text, HttpAsking server) throws HeaderSourceException {
        if (!text.matches(HEADER)) {
            throw server.fault("gives something else than a block header");
        }
        return new HeaderHex(BlockHeader.ofHex(text.toLowerCase(java.util.Locale.ROOT)), server);
    }

    /** The header, which must have the hash under which it was asked for. */
    BlockHeader under(BlockHash hash) throws HeaderSourceException {
        if (!header.hash().equals(hash)) {
            throw server.fault("gives another block header than it was asked for");
        }
        return header;
    }
}
