package org.trialseal.core.anchor;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.ots.PendingAttestation;

/**
 * A calendar's address in its parts, so that two spellings of one address compare equal.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower-case name or IPv4 address
 * @param port 1 to 65535, the scheme's own when none was written
 * @param path empty, or beginning with a slash and not ending with one
 */
record CalendarAddress(String scheme, String host, int port, String path) {
    private static final Pattern FORM = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9-]|\\.(?=[a-z0-9]))*)(?::([1-9][0-9]{0,4}))?((?:/[a-z0-9._-]+)*)/?",
            Pattern.CASE_INSENSITIVE);
    private static final int MAX_PORT = 65535;

    /** Reads an address; empty when it is none, or has a user, query, fragment, escape or IPv6 literal. */
    static Optional<CalendarAddress> parse(String uri) {
        if (!PendingAttestation.isUri(uri)) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(uri);
        return matcher.matches() ? of(matcher) : Optional.empty();
    }

    private static Optional<CalendarAddress> of(Matcher matcher) {
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String digits = matcher.group(3);
        int port = digits != null ? Integer.parseInt(digits) : scheme.equals("https") ? 443 : 80;
        String host = matcher.group(2).toLowerCase(Locale.ROOT);
        return port <= MAX_PORT
                ? Optional.of(new CalendarAddress(scheme, host, port, matcher.group(4)))
                : Optional.empty();
    }
}
