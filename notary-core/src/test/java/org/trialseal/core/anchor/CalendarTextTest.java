package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CalendarTextTest {
    @Test
    void sanitised_knownTexts_areKept() {
        String text = "Timestamped by transaction 00ff; waiting for 6 confirmations";
        assertThat(CalendarText.sanitised(text)).isEqualTo(text);
    }

    @Test
    void sanitised_controlsMarkupAndForeignLetters_becomeUnderscores() {
        assertThat(CalendarText.sanitised("a\nb\u001b[31m<i>\u202e\u00e9")).isEqualTo("a_b__31m_i___");
        assertThat(CalendarText.sanitised("\u00e9".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("__");
    }

    @Test
    void sanitised_longText_isCut() {
        assertThat(CalendarText.sanitised("x".repeat(1_000_000))).hasSize(CalendarText.MAX_LENGTH);
    }

    @Test
    void outcomes_neverHoldUnsafeText() {
        assertThat(new StillPending("<b>").reason()).isEqualTo("_b_");
        assertThat(new Failed(Failed.Cause.REFUSED, "\r\n").reason()).isEqualTo("__");
    }

    @Test
    void causes_ownReasons_areShownAsTheyAre() {
        for (Failed.Cause cause : Failed.Cause.values()) {
            assertThat(Failed.because(cause).reason()).isEqualTo(cause.reason()).isNotEmpty();
        }
    }
}
