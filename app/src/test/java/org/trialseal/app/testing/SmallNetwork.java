package org.trialseal.app.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.Timestamp;
import org.trialseal.core.ots.TimestampBuilder;

/** A calendar and the REST interface of a node on the loopback interface, about a small chain. */
public final class SmallNetwork implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile SmallChain chain;
    private final Map<String, Long> attested = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile long attestedHeight = -1;
    private volatile boolean calendarFails;
    private volatile boolean calendarHangs;
    private volatile boolean nodeHangs;
    private volatile String name = "";
    private volatile Sha256 waiting = Sha256.of();

    public SmallNetwork(SmallChain chain) throws IOException {
        this.chain = chain;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public SmallChain chain() {
        return chain;
    }

    public void follow(SmallChain other) {
        chain = other;
    }

    public void hang() {
        nodeHangs = true;
    }

    /** The calendar refuses from now on, or no longer. */
    public void refuse(boolean refuses) {
        calendarFails = refuses;
    }

    /** The calendar does not answer from now on. */
    public void hangCalendar() {
        calendarHangs = true;
    }

    /** How often the calendar was asked for something. */
    public int asked() {
        return asked.get();
    }

    /** What the calendar calls itself in its promises, as when it is reached through a proxy. */
    public void callItself(String address) {
        name = address;
    }

    /** Says from now on that this block holds what is waiting, true or not. */
    public void attest(long height) {
        attestedHeight = height;
    }

    /** Mines a block that holds what is waiting, and so many on top of it. */
    public void confirm(int onTop) {
        confirm(onTop, Instant.ofEpochSecond(chain.at(chain.tip()).time() + SmallChain.BLOCK_SECONDS));
    }

    /** The same, where the block has this time. */
    public void confirm(int onTop, Instant time) {
        SmallChain longer = chain.forkAt(chain.tip()).mine(waiting, time);
        attested.put(waiting.hex(), (long) longer.tip());
        for (int i = 0; i < onTop; i++) {
            longer.mine("on top");
        }
        chain = longer;
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        try (exchange) {
            byte[] answer = path.startsWith("/rest/") ? node(path) : calendar(path, body);
            if (calendarFails && !path.startsWith("/rest/")) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (OtsException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] calendar(String path, byte[] body) throws OtsException, InterruptedException {
        asked.incrementAndGet();
        if (calendarHangs) {
            end.await();
        }
        if (path.equals("/digest")) {
            Timestamp promise = TimestampBuilder.from(Bytes.copyOf(body))
                    .append(Bytes.ofHex("0011223344556677"))
                    .sha256()
                    .attest(new PendingAttestation(name.isEmpty() ? endpoint() : name))
                    .build();
            waiting = Sha256.read(promise.attestations().get(0).message().toArray(), 0);
            return promise.toBytes();
        }
        Bytes commitment = Bytes.ofHex(path.substring(path.lastIndexOf('/') + 1));
        long height = attested.getOrDefault(commitment.hex(), attestedHeight);
        return height < 0
                ? NOTHING
                : Timestamp.of(commitment)
                        .attest(new BitcoinAttestation(height))
                        .toBytes();
    }

    private byte[] node(String path) throws InterruptedException {
        if (nodeHangs) {
            end.await();
        }
        String[] parts = path.split("[/.]");
        if (path.startsWith("/rest/chaininfo")) {
            return ascii("{\"blocks\":" + chain.tip() + "}");
        }
        if (path.startsWith("/rest/blockhashbyheight/")) {
            int height = Integer.parseInt(parts[3]);
            return height > chain.tip()
                    ? NOTHING
                    : ascii(chain.at(height).hash().display() + "\n");
        }
        int from = 0;
        while (!chain.at(from).hash().display().equals(parts[4])) {
            from++;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i <= Math.min(chain.tip(), from + Integer.parseInt(parts[3]) - 1); i++) {
            out.writeBytes(chain.at(i).bytes().toArray());
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
