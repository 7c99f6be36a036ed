package org.trialseal.core.remote;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.trialseal.core.anchor.CalendarText;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.bitcoin.BlockHash;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.evidence.DurableFiles;

/**
 * A Bitcoin Core node through JSON-RPC 1.0 in batches: {@code getblockcount}, {@code getblockhash}, and
 * {@code getblockheader} without details. Nodes of other makes that answer alike serve as well.
 */
public final class NodeRpcHeaders implements HeaderSource {
    private static final int BATCH = 500;
    private static final int MAX_ANSWER_BYTES = 1 << 20;
    private static final int MAX_LOGIN_BYTES = 1024;
    private static final int UNAUTHORIZED = 401;

    /** The codes by which nodes say that there is no block at a height. */
    private static final List<Long> NO_SUCH_BLOCK = List.of(-8L, -5L, -1L);

    private final HttpAsking asking;
    private final Optional<Path> login;

    private NodeRpcHeaders(HttpAsking asking, Optional<Path> login) {
        this.asking = asking;
        this.login = login;
    }

    /**
     * The node at an address.
     *
     * @param address such as {@code http://127.0.0.1:8332}; one that is not on this computer must begin with https, for a
     *     password is sent to it
     * @param login a file whose first line is {@code user:password}, as the node's own {@code .cookie} is; read anew for
     *     every call, since a node changes it whenever it starts
     * @throws IllegalArgumentException when it is not such an address
     */
    public static NodeRpcHeaders at(String address, Optional<Path> login, HttpLink link) {
        String base = HttpAsking.base(address)
                .filter(given -> given.startsWith("https:") || Loopback.isAddress(given))
                .orElseThrow(() -> new IllegalArgumentException(
                        "not the address of a node on this computer, and not one that begins with https: " + address));
        return new NodeRpcHeaders(new HttpAsking("Bitcoin node " + base, base, link), login);
    }

    @Override
    public String name() {
        return asking.name();
    }

    @Override
    public long tipHeight(Deadline deadline) throws IOException {
        Reply reply = call(List.of("\"method\":\"getblockcount\",\"params\":[]"), deadline)
                .get(0);
        return reply.result()
                .flatMap(JsonAnswer::number)
                .filter(height -> height >= 0)
                .orElseThrow(() -> refused(reply));
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        List<BlockHash> hashes = hashes(fromHeight, Math.min(count, BATCH), deadline);
        List<BlockHeader> headers = new ArrayList<>();
        if (hashes.isEmpty()) {
            return headers;
        }
        List<Reply> replies = call(
                calls(
                        hashes.size(),
                        i -> "\"method\":\"getblockheader\",\"params\":[\""
                                + hashes.get((int) i).display() + "\",false]"),
                deadline);
        for (Reply reply : replies) {
            String hex = reply.result().flatMap(JsonAnswer::text).orElseThrow(() -> refused(reply));
            headers.add(HeaderHex.read(hex, asking).under(hashes.get(headers.size())));
        }
        return headers;
    }

    /** The hashes from a height on, up to the first block that the node does not have. */
    private List<BlockHash> hashes(long from, int count, Deadline deadline) throws IOException {
        List<BlockHash> hashes = new ArrayList<>();
        List<Reply> replies =
                call(calls(count, i -> "\"method\":\"getblockhash\",\"params\":[" + (from + i) + "]"), deadline);
        for (Reply reply : replies) {
            if (reply.code().filter(NO_SUCH_BLOCK::contains).isPresent()) {
                return hashes;
            }
            hashes.add(reply.result()
                    .flatMap(JsonAnswer::text)
                    .flatMap(HeaderHex::hash)
                    .orElseThrow(() -> refused(reply)));
        }
        return hashes;
    }

    private static List<String> calls(int count, LongFunction<String> call) {
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            calls.add(call.apply(i));
        }
        return calls;
    }

    /** One reply of a batch. */
    private record Reply(Optional<JsonAnswer> answer) {
        Optional<JsonAnswer> result() {
            return answer.flatMap(reply -> reply.member("result"));
        }

        Optional<Long> code() {
            return answer.flatMap(reply -> reply.member("error"))
                    .flatMap(error -> error.member("code"))
                    .flatMap(JsonAnswer::number);
        }

        Optional<String> message() {
            return answer.flatMap(reply -> reply.member("error")).flatMap(error -> error.text("message"));
        }
    }

    private HeaderSourceException refused(Reply reply) {
        return asking.fault(reply.message()
                .map(message -> "refuses: " + CalendarText.sanitised(message))
                .orElse("does not answer what it was asked"));
    }

    /** The replies to calls, in their order. */
    private List<Reply> call(List<String> calls, Deadline deadline) throws IOException {
        StringBuilder batch = new StringBuilder();
        for (int id = 0; id < calls.size(); id++) {
            batch.append(id == 0 ? "[" : ",").append("{\"id\":").append(id).append(',');
            batch.append(calls.get(id)).append('}');
        }
        HttpAsking.Answer answer = asking.send(request(batch.append(']').toString()), MAX_ANSWER_BYTES, deadline);
        if (answer.status() == UNAUTHORIZED) {
            throw asking.fault("refuses the login; name its cookie file, or a file with a line user:password");
        }
        Optional<JsonAnswer> read = JsonAnswer.read(answer.body().toArray());
        if (read.isEmpty()) {
            throw asking.refused(answer);
        }
        Map<Long, JsonAnswer> byId = new HashMap<>();
        List<JsonAnswer> replies = read.get().items();
        (replies.isEmpty() ? List.of(read.get()) : replies)
                .forEach(reply -> byId.put(reply.number("id", 0, calls.size()).orElse(-1L), reply));
        List<Reply> ordered = new ArrayList<>();
        for (long id = 0; id < calls.size(); id++) {
            ordered.add(new Reply(Optional.ofNullable(byId.getOrDefault(id, byId.get(-1L)))));
        }
        return ordered;
    }

    private HttpRequest request(String body) throws IOException {
        HttpRequest.Builder request = asking.request("/")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.US_ASCII)));
        if (login.isPresent()) {
            byte[] line = firstLine(login.get()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(line));
        }
        return request.build();
    }

    private String firstLine(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw asking.fault("needs a login, and there is no file " + file + "; is the node running?");
        }
        String text = new String(DurableFiles.readSmall(file, MAX_LOGIN_BYTES), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("");
    }
}
