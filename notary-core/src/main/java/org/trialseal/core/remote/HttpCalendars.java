package org.trialseal.core.remote;

import org.trialseal.core.anchor.Calendar;
import org.trialseal.core.anchor.Calendars;

/** Reaches every calendar at the address its promises name. */
public final class HttpCalendars implements Calendars {
    private final HttpLink link;

    /** Calendars behind one link. */
    public HttpCalendars(HttpLink link) {
        this.link = link;
    }

    @Override
    public Calendar at(String uri) {
        return HttpCalendar.at(uri, uri, link);
    }
}
