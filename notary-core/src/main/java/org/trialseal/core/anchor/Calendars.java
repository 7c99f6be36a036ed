package org.trialseal.core.anchor;

/** Reaches calendars by the addresses in their pending attestations. */
public interface Calendars {
    /**
     * The calendar at an address.
     *
     * @param uri an address that is on the allow-list
     */
    Calendar at(String uri);
}
