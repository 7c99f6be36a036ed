package org.trialseal.core.remote.practice;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.trialseal.core.anchor.AllowList;
import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.Calendars;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.bitcoin.BlockHeader;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.remote.HttpCalendar;
import org.trialseal.core.remote.HttpLink;

/**
 * The practice network, while it is open: two calendars of two operators on the loopback interface, and a chain on which
 * blocks are mined when asked. Its state is in the folder {@code practice} of a data folder, which several processes may
 * have open at the same time; whatever a calendar has answered is kept there.
 */
public final class PracticeNetwork implements Calendars, HeaderSource, AutoCloseable {
    /** Blocks on top of the newest promise's block after {@link #confirm}. */
    public static final int BLOCKS_ON_TOP = 6;

    /** Most blocks of one {@link #mine}. */
    public static final int MAX_BLOCKS = 10_000;

    private static final String FOLDER = "practice";
    private static final Duration AGGREGATION = Duration.ofMillis(50);
    private static final List<String> NAMES = List.of("one", "two");

    private final PracticeLedger ledger;
    private final HttpLink link = HttpLink.direct();
    private final ScheduledThreadPoolExecutor aggregation =
            new ScheduledThreadPoolExecutor(1, LoopbackServer.daemons("trialseal-practice-aggregation"));
    private final List<LoopbackServer> servers = new ArrayList<>();
    private final List<Calendar> calendars = new ArrayList<>();

    private PracticeNetwork(PracticeLedger ledger) {
        this.ledger = ledger;
    }

    /**
     * Opens the network of a data folder, and makes it when there is none.
     *
     * @param dataFolder need not exist
     * @param clock gives blocks their times
     * @throws IOException when the folder cannot be used, is damaged, or no port is free
     */
    public static PracticeNetwork open(Path dataFolder, Clock clock) throws IOException {
        return open(PracticeLedger.open(dataFolder.resolve(FOLDER), clock), clock);
    }

    /** Opens the network whose promises this ledger keeps; it will be closed with it. */
    static PracticeNetwork open(PracticeLedger ledger, Clock clock) throws IOException {
        PracticeNetwork network = new PracticeNetwork(ledger);
        try {
            for (String name : NAMES) {
                network.start(name, clock);
            }
            return network;
        } catch (IOException e) {
            network.close();
            throw e;
        }
    }

    private void start(String name, Clock clock) throws IOException {
        byte number = (byte) servers.size();
        String uri = uri(name);
        Aggregator aggregator =
                new Aggregator(number, new PendingAttestation(uri), ledger, clock, aggregation, AGGREGATION);
        LoopbackServer server = LoopbackServer.start(
                "trialseal-practice-" + name,
                LoopbackServer.LONGEST_EXCHANGE,
                new PracticeCalendar(number, ledger, aggregator));
        servers.add(server);
        calendars.add(HttpCalendar.reachedAt("practice " + name, uri, server.endpoint(), link));
    }

    private static String uri(String name) {
        return "http://" + name + ".practice.invalid";
    }

    /** Its calendars; valid while the network is open. */
    public List<Calendar> calendars() {
        return List.copyOf(calendars);
    }

    /** Where its calendars listen on the loopback interface, in their order, e.g. {@code http://127.0.0.1:40123}. */
    List<String> endpoints() {
        return servers.stream().map(LoopbackServer::endpoint).toList();
    }

    /** The addresses that its calendars' promises name. They lead nowhere on any real network. */
    public static AllowList allowList() {
        return AllowList.of(NAMES.stream().map(PracticeNetwork::uri).toList());
    }

    /** @throws IllegalArgumentException when the address is none of this network */
    @Override
    public Calendar at(String uri) {
        return calendars.stream()
                .filter(calendar -> calendar.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no calendar of the practice network"));
    }

    @Override
    public String name() {
        return "the practice network";
    }

    @Override
    public long tipHeight(Deadline deadline) throws IOException {
        return ledger.tipHeight(deadline);
    }

    @Override
    public List<BlockHeader> headers(long fromHeight, int count, Deadline deadline) throws IOException {
        if (fromHeight < 0 || count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("a height of at least 0, and 1 to 2016 headers");
        }
        return ledger.headers(fromHeight, count, deadline);
    }

    /**
     * Mines blocks. The first keeps all promises that wait.
     *
     * @param blocks 0 to {@link #MAX_BLOCKS}
     * @return the height of the tip
     * @throws IllegalArgumentException when the number is out of range
     */
    public long mine(int blocks) throws IOException {
        if (blocks < 0 || blocks > MAX_BLOCKS) {
            throw new IllegalArgumentException("0 to 10000 blocks at a time");
        }
        return ledger.mine(blocks);
    }

    /**
     * Mines what it takes to have every promise in a block with {@link #BLOCKS_ON_TOP} blocks on top, and nothing when
     * that is so already.
     *
     * @return the height of the tip
     */
    public long confirm() throws IOException {
        return ledger.confirm(BLOCKS_ON_TOP);
    }

    /** Stops the calendars; what they have not answered is not promised. */
    @Override
    public void close() throws IOException {
        link.close();
        try (ledger) {
            servers.forEach(LoopbackServer::close);
            LoopbackServer.end(aggregation);
        }
    }
}
