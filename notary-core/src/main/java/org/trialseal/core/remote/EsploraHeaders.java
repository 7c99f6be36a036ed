package org.trialseal.core.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.CompactTarget;

/**
 * A block explorer with the HTTP interface of Esplora. Single headers come from {@code /block-height/:height} and
 * {@code /block/:hash/header}, several from {@code /blocks/:height}, ten blocks a page, whose fields are put together
 * again; a header counts only under the hash that the explorer gives for it.
 */
public final class EsploraHeaders implements HeaderSource {
    private static final int PAGE = 10;
    private static final int PAGES_A_CALL = 10;
    private static final int MAX_PAGE_BYTES = 1 << 18;
    private static final int MAX_TEXT_BYTES = 1024;
    private static final long MAX_UNSIGNED = 0xffff_ffffL;

    private final HttpAsking asking;

    private EsploraHeaders(HttpAsking asking) {
        this.asking = asking;
    }

    /**
     * The explorer at an address.
     *
     * @param address such as {@code https://blockstream.info/api}
     * @throws IllegalArgumentException when it is not an HTTP address
     */
    public static EsploraHeaders at(String address, HttpLink link) {
        String base = HttpAsking.base(address)
                .orElseThrow(() -> new IllegalArgumentException("not the address of an explorer: " + address));
        return new EsploraHeaders(new HttpAsking("Esplora server " + base, base, link));
    }

    @Override
    public String name() {
        return asking.name();
    }

    @Override
    public long tipHeight(Deadline deadline) throws IOException {
        String text = text("/blocks/tip/height", deadline).orElse("");
        if (!text.matches("[0-9]{1,18}")) {
            throw asking.fault("does not answer with a height");
        }
        return Long.parseLong(text);
    }

    private Optional<String> text(String path, Deadline deadline) throws IOException {
        return asking.get(path, MAX_TEXT_BYTES, deadline).map(HttpAsking.Answer::text);
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        if (count == 1) {
            return single(fromHeight, deadline);
        }
        List<BlockHeader> headers = new ArrayList<>();
        int wanted = Math.min(count, PAGE * PAGES_A_CALL);
        while (headers.size() < wanted) {
            long from = fromHeight + headers.size();
            List<BlockHeader> page = page(from, Math.min(PAGE, wanted - headers.size()), deadline);
            headers.addAll(page);
            if (page.isEmpty()) {
                return headers;
            }
        }
        return headers;
    }

    private List<BlockHeader> single(long height, Deadline deadline) throws IOException {
        Optional<String> hash = text("/block-height/" + height, deadline);
        if (hash.isEmpty()) {
            return List.of();
        }
        BlockHash expected = hash(hash.get());
        String hex = text("/block/" + expected.display() + "/header", deadline).orElse("");
        return List.of(HeaderHex.read(hex, asking).under(expected));
    }

    /** The headers [from, from + count), at most a page; none when the explorer has no block at their end. */
    private List<BlockHeader> page(long from, int count, Deadline deadline) throws IOException {
        long last = from + count - 1;
        Optional<HttpAsking.Answer> answer = asking.get("/blocks/" + last, MAX_PAGE_BYTES, deadline);
        if (answer.isEmpty()) {
            return List.of();
        }
        JsonAnswer blocks = JsonAnswer.read(answer.get().body().toArray())
                .orElseThrow(() -> asking.fault("does not answer with blocks"));
        List<BlockHeader> headers = new ArrayList<>();
        for (JsonAnswer block : blocks.items()) {
            long height = last - headers.size();
            if (height < from) {
                break;
            }
            if (block.number("height", height, height).isEmpty()) {
                throw asking.fault("leaves out block " + height);
            }
            headers.add(header(block).orElseThrow(() -> asking.fault("describes block " + height + " wrongly")));
        }
        if (headers.size() != count && !headers.isEmpty()) {
            throw asking.fault("leaves out block " + (last - headers.size()));
        }
        Collections.reverse(headers);
        return headers;
    }

    /** The header whose fields a block states, when its hash is the stated one. */
    private Optional<BlockHeader> header(JsonAnswer block) throws IOException {
        Optional<Long> version = block.number("version", Integer.MIN_VALUE, MAX_UNSIGNED);
        Optional<Long> time = block.number("timestamp", 0, MAX_UNSIGNED);
        Optional<Long> bits = block.number("bits", 0, MAX_UNSIGNED);
        Optional<Long> nonce = block.number("nonce", 0, MAX_UNSIGNED);
        if (version.isEmpty() || time.isEmpty() || bits.isEmpty() || nonce.isEmpty()) {
            return Optional.empty();
        }
        BlockHeader header = BlockHeader.of(
                version.get().intValue(),
                hash(block.text("previousblockhash").orElse("")),
                hash(block.text("merkle_root").orElse("")).internal(),
                time.get(),
                CompactTarget.ofBits(bits.get().intValue()),
                nonce.get().intValue());
        return block.text("id").filter(header.hash().display()::equals).map(id -> header);
    }

    private BlockHash hash(String text) throws IOException {
        return HeaderHex.hash(text).orElseThrow(() -> asking.fault("gives something else than a hash"));
    }
}
