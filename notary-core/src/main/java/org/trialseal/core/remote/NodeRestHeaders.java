package org.trialseal.core.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;

/**
 * A Bitcoin Core node through its REST interface ({@code -rest=1}): {@code /rest/chaininfo.json},
 * {@code /rest/blockhashbyheight/:height.hex} and {@code /rest/headers/:count/:hash.bin}, at most 2,000 headers a call.
 */
public final class NodeRestHeaders implements HeaderSource {
    private static final int MOST = 2000;
    private static final int MAX_INFO_BYTES = 1 << 16;
    private static final int MAX_HASH_BYTES = 128;

    private final HttpAsking asking;

    private NodeRestHeaders(HttpAsking asking) {
        this.asking = asking;
    }

    /**
     * The node at an address.
     *
     * @param address such as {@code http://127.0.0.1:8332}
     * @throws IllegalArgumentException when it is not an HTTP address
     */
    public static NodeRestHeaders at(String address, HttpLink link) {
        String base = HttpAsking.base(address)
                .orElseThrow(() -> new IllegalArgumentException("not the address of a node: " + address));
        return new NodeRestHeaders(new HttpAsking("Bitcoin node " + base, base, link));
    }

    @Override
    public String name() {
        return asking.name();
    }

    @Override
    public long tipHeight(Deadline deadline) throws IOException {
        return asking.get("/rest/chaininfo.json", MAX_INFO_BYTES, deadline)
                .flatMap(answer -> JsonAnswer.read(answer.body().toArray()))
                .flatMap(info -> info.number("blocks", 0, Long.MAX_VALUE))
                .orElseThrow(() -> asking.fault("does not answer as a node with -rest=1 does"));
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        Optional<HttpAsking.Answer> named =
                asking.get("/rest/blockhashbyheight/" + fromHeight + ".hex", MAX_HASH_BYTES, deadline);
        if (named.isEmpty()) {
            return List.of();
        }
        BlockHash hash =
                HeaderHex.hash(named.get().text()).orElseThrow(() -> asking.fault("gives something else than a hash"));
        int most = Math.min(count, MOST);
        byte[] bytes = asking.get(
                        "/rest/headers/" + most + "/" + hash.display() + ".bin", most * BlockHeader.LENGTH, deadline)
                .map(answer -> answer.body().toArray())
                .orElse(new byte[0]);
        if (bytes.length % BlockHeader.LENGTH != 0) {
            throw asking.fault("gives something else than block headers");
        }
        List<BlockHeader> headers = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += BlockHeader.LENGTH) {
            headers.add(BlockHeader.read(bytes, at));
        }
        if (!headers.isEmpty() && !headers.get(0).hash().equals(hash)) {
            throw asking.fault("gives another block header than it was asked for");
        }
        return headers;
    }
}
