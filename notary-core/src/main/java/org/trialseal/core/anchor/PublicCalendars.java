package org.trialseal.core.anchor;

import java.util.List;

/** The public calendars that the reference client uses by itself, with who runs them. A configuration may name others. */
public final class PublicCalendars {
    private static final String OPENTIMESTAMPS = "OpenTimestamps";
    private static final String ETERNITY_WALL = "Eternity Wall";
    private static final String CATALLAXY = "Catallaxy";

    private PublicCalendars() {}

    /** Servers that take digests. */
    public static List<Server> servers() {
        return List.of(
                new Server(OPENTIMESTAMPS, "https://a.pool.opentimestamps.org"),
                new Server(OPENTIMESTAMPS, "https://b.pool.opentimestamps.org"),
                new Server(ETERNITY_WALL, "https://a.pool.eternitywall.com"),
                new Server(CATALLAXY, "https://ots.btc.catallaxy.com"));
    }

    /** Calendars that those servers' promises name. */
    public static AllowList allowList() {
        return AllowList.of(allowed());
    }

    /** The same as addresses, each with at most one wildcard. */
    public static List<String> allowed() {
        return List.of(
                "https://*.calendar.opentimestamps.org",
                "https://*.calendar.eternitywall.com",
                "https://*.calendar.catallaxy.com");
    }

    /**
     * A server that takes digests.
     *
     * @param operator who runs it
     * @param uri its address
     */
    public record Server(String operator, String uri) {}
}
