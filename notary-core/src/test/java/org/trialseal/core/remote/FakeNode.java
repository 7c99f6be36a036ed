package org.trialseal.core.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.bitcoin.HeaderRun;

/**
 * Answers over HTTP as a Bitcoin Core node (JSON-RPC and REST) and as an Esplora server do, about the headers of a run;
 * and as other makes of nodes and liars do when told to.
 */
final class FakeNode implements RawServer.Behaviour {
    private static final Pattern CALL =
            Pattern.compile("\\{\"id\":(\\d+),\"method\":\"(\\w+)\",\"params\":\\[([^]]*)]}");

    private final List<BlockHeader> headers = new ArrayList<>();
    private final Map<String, Integer> heights = new HashMap<>();
    private String login = "";
    private boolean likeBcoin;
    private long claimedTip;
    private int leftOut = -1;

    /** Knows a run that starts at 0. */
    FakeNode(HeaderRun run) {
        run.forEachWhile(headers::add);
        claimedTip = headers.size() - 1;
        headers.forEach(header -> heights.put(header.hash().display(), heights.size()));
    }

    FakeNode demanding(String userAndPassword) {
        login = userAndPassword;
        return this;
    }

    /** Errors come with status 200 and the code -1. */
    FakeNode likeBcoin() {
        likeBcoin = true;
        return this;
    }

    FakeNode claiming(long tip) {
        claimedTip = tip;
        return this;
    }

    /** Leaves a block out of lists. */
    FakeNode leavingOut(int height) {
        leftOut = height;
        return this;
    }

    /** Gives another header for the hash of a height. */
    FakeNode with(int height, BlockHeader header) {
        headers.set(height, header);
        return this;
    }

    @Override
    public void serve(RawServer.Request request, Socket socket) throws IOException {
        String path = request.path();
        if (request.head().startsWith("POST")) {
            rpc(request, socket);
        } else if (path.startsWith("/rest/")) {
            rest(path, socket);
        } else {
            esplora(path, socket);
        }
    }

    private static void ok(Socket socket, String text) throws IOException {
        Misbehaviour.answer(socket, "200 OK", text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void notFound(Socket socket) throws IOException {
        Misbehaviour.answer(socket, "404 Not Found", "Block not found".getBytes(StandardCharsets.US_ASCII));
    }

    private void rpc(RawServer.Request request, Socket socket) throws IOException {
        String expected =
                "Basic " + java.util.Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        if (!login.isEmpty() && !request.head().contains(expected)) {
            Misbehaviour.answer(socket, "401 Unauthorized", new byte[0]);
            return;
        }
        List<String> replies = new ArrayList<>();
        String body = new String(request.body().toArray(), StandardCharsets.US_ASCII);
        Matcher calls = CALL.matcher(body);
        while (calls.find()) {
            replies.add(0, reply(calls.toMatchResult()));
        }
        ok(socket, "[" + String.join(",", replies) + "]\n");
    }

    private String reply(MatchResult call) {
        String result = result(call.group(2), call.group(3));
        String error = result.equals("null")
                ? "{\"code\":" + (likeBcoin ? -1 : -8) + ",\"message\":\"Block height out of range\"}"
                : "null";
        return "{\"result\":" + result + ",\"error\":" + error + ",\"id\":" + call.group(1) + "}";
    }

    private String result(String method, String parameters) {
        switch (method) {
            case "getblockcount":
                return Long.toString(claimedTip);
            case "getblockhash":
                long height = Long.parseLong(parameters);
                return height < headers.size() ? "\"" + hash((int) height) + "\"" : "null";
            default:
                Integer known = heights.get(parameters.substring(1, 65));
                return known == null
                        ? "null"
                        : "\"" + headers.get(known).bytes().hex() + "\"";
        }
    }

    /** As it was when the run was given. */
    private String hash(int height) {
        return heights.entrySet().stream()
                .filter(entry -> entry.getValue() == height)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private void rest(String path, Socket socket) throws IOException {
        String[] parts = path.split("[/.]");
        if (path.equals("/rest/chaininfo.json")) {
            ok(socket, "{\"chain\":\"main\",\"blocks\":" + claimedTip + ",\"verificationprogress\":0.9999}\n");
        } else if (path.matches("/rest/blockhashbyheight/\\d+\\.hex")) {
            long height = Long.parseLong(parts[3]);
            if (height < headers.size()) {
                ok(socket, hash((int) height) + "\n");
            } else {
                notFound(socket);
            }
        } else {
            int from = heights.getOrDefault(parts[4], headers.size());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int height = from; height < Math.min(headers.size(), from + Integer.parseInt(parts[3])); height++) {
                if (height != leftOut) {
                    out.writeBytes(headers.get(height).bytes().toArray());
                }
            }
            Misbehaviour.answer(socket, "200 OK", out.toByteArray());
        }
    }

    private void esplora(String path, Socket socket) throws IOException {
        String[] parts = path.split("/");
        if (path.equals("/api/blocks/tip/height")) {
            ok(socket, Long.toString(claimedTip));
        } else if (path.startsWith("/api/blocks/")) {
            int last = Integer.parseInt(parts[3]);
            if (last < headers.size()) {
                ok(socket, blocks(last));
            } else {
                notFound(socket);
            }
        } else if (path.startsWith("/api/block-height/")) {
            Optional<Integer> height = Optional.of(Integer.valueOf(parts[3])).filter(h -> h < headers.size());
            if (height.isPresent()) {
                ok(socket, hash(height.get()));
            } else {
                notFound(socket);
            }
        } else {
            ok(socket, headers.get(heights.get(parts[3])).bytes().hex());
        }
    }

    private String blocks(int last) {
        List<String> blocks = new ArrayList<>();
        for (int height = last; height >= Math.max(0, last - 9); height--) {
            BlockHeader header = headers.get(height);
            if (height != leftOut) {
                blocks.add("{\"id\":\"" + hash(height) + "\",\"height\":" + height + ",\"version\":" + header.version()
                        + ",\"timestamp\":" + header.time() + ",\"tx_count\":1,\"difficulty\":1.5e12,\"merkle_root\":\""
                        + org.trialseal.core.bitcoin.BlockHash.of(header.merkleRoot())
                                .display()
                        + "\",\"previousblockhash\":\"" + header.previous().display() + "\",\"nonce\":"
                        + Integer.toUnsignedLong(header.nonce()) + ",\"bits\":"
                        + Integer.toUnsignedLong(header.bits()) + "}");
            }
        }
        return "[" + String.join(",", blocks) + "]";
    }
}
