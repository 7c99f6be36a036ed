package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {
    private final AllowList list = AllowList.of(List.of(
            "https://*.calendar.example.org",
            "https://plain.example.org",
            "http://127.0.0.1:14788",
            "https://h.example/a"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alice.calendar.example.org",
                "https://alice.btc.calendar.example.org",
                "https://ALICE.Calendar.example.org",
                "https://alice.calendar.example.org:443",
                "https://alice.calendar.example.org/",
                "https://plain.example.org",
                "http://127.0.0.1:14788",
                "https://h.example/a",
                "https://h.example/a/",
            })
    void allows_addressOnTheList_isTrue(String uri) {
        assertThat(list.allows(uri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https://calendar.example.org",
                "https://evilcalendar.example.org",
                "https://.calendar.example.org",
                "https://alice.calendar.example.org.evil.org",
                "https://evil.org/alice.calendar.example.org",
                "https://alice.calendar.example.org/x",
                "https://alice.calendar.example.org:8443",
                "https://alice.calendar.example.org:0443",
                "https://alice.calendar.example.org:99999",
                "http://alice.calendar.example.org",
                "ftp://plain.example.org",
                "https://sub.plain.example.org",
                "https://user@plain.example.org",
                "https://plain.example.org?x",
                "https://plain.example.org#x",
                "https://plain.example.org//",
                "https://plain..example.org",
                "https://plain.example.org.",
                "https://*.calendar.example.org",
                "http://127.0.0.1",
                "http://localhost:14788",
                "http://[::1]:14788",
                "https://h.example",
                "https://h.example/A",
                "https://h.example/a/b",
                "https://plain.example.org\n",
                " https://plain.example.org",
            })
    void allows_anythingElse_isFalse(String uri) {
        assertThat(list.allows(uri)).as(uri).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "*.example.org", "https://*", "https://*.", "https://a.*.example.org"})
    void of_notAnAddress_isRefused(String entry) {
        assertThatThrownBy(() -> AllowList.of(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a calendar's address: " + entry);
    }

    @Test
    void publicList_coversTheCalendarsOfThePools() {
        AllowList all = PublicCalendars.allowList();
        assertThat(all.allows("https://alice.btc.calendar.opentimestamps.org")).isTrue();
        assertThat(all.allows("https://bob.btc.calendar.opentimestamps.org")).isTrue();
        assertThat(all.allows("https://finney.calendar.eternitywall.com")).isTrue();
        assertThat(all.allows("https://btc.calendar.catallaxy.com")).isTrue();
        assertThat(PublicCalendars.servers().stream()
                        .map(PublicCalendars.Server::operator)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
