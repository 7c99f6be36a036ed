package org.trialseal.core.anchor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The calendars that may be asked for upgrades. A proof comes from anywhere and names any address; only those on this
 * list are ever contacted. An entry is an address, such as {@code https://finney.calendar.eternitywall.com}, or one whose
 * host begins with {@code *.} and then stands for every name below that domain, but not for the domain itself. Scheme,
 * port and path must be equal; upper and lower case of the host, a written default port and a final slash do not matter.
 */
public final class AllowList {
    private static final String WILDCARD = "://*.";

    private final List<Entry> entries;

    private AllowList(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * A list of these entries.
     *
     * @throws IllegalArgumentException when one is not an address in this form
     */
    public static AllowList of(Collection<String> entries) {
        List<Entry> parsed = new ArrayList<>();
        for (String entry : entries) {
            parsed.add(entry(entry));
        }
        return new AllowList(parsed);
    }

    private static Entry entry(String text) {
        boolean wildcard = text.contains(WILDCARD);
        String plain = wildcard ? text.replace(WILDCARD, "://") : text;
        CalendarAddress address = CalendarAddress.parse(plain)
                .orElseThrow(() -> new IllegalArgumentException("not a calendar's address: " + text));
        return new Entry(address, wildcard);
    }

    /** Whether the calendar at this address may be contacted. */
    public boolean allows(String uri) {
        return CalendarAddress.parse(uri)
                .filter(address -> entries.stream().anyMatch(entry -> entry.covers(address)))
                .isPresent();
    }

    private record Entry(CalendarAddress address, boolean wildcard) {
        boolean covers(CalendarAddress other) {
            return address.scheme().equals(other.scheme())
                    && address.port() == other.port()
                    && address.path().equals(other.path())
                    && coversHost(other.host());
        }

        private boolean coversHost(String host) {
            return wildcard ? host.endsWith("." + address.host()) : host.equals(address.host());
        }
    }
}
