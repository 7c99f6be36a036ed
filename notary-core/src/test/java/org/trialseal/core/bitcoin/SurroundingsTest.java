package org.trialseal.core.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verdicts depend on the headers alone: not on the time zone or the locale. That no clock is asked, ArchitectureTest says. */
final class SurroundingsTest {
    private static final List<String> LOCALES = List.of("tr-TR", "de-DE", "ar-SA-u-nu-arab", "th-TH-u-ca-buddhist");
    private static final List<String> ZONES = List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu");

    private static String told() {
        MiniChain chain = MiniChain.start().mine(30, 0);
        HeaderEvidence evidence =
                HeaderEvidence.examine(AttestationPolicy.standard(chain.checkpoints(1)), chain.runFrom(4), null);
        BlockCheck check = evidence.attestation(9, chain.at(9).merkleRoot().bytes());
        BlockCheck deep = evidence.attestation(20, chain.at(20).merkleRoot().bytes());
        return check
                + check.sentence()
                + deep.block().orElseThrow().cost()
                + chain.tip().target()
                + Checkpoints.shipped().newestHash();
    }

    @Test
    void everyResult_otherLocalesAndTimeZones_isTheSame() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String expected = told();
        try {
            for (String tag : LOCALES) {
                for (String id : ZONES) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(told()).as("%s in %s", tag, id).isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void words_ofAllEnumerations_areDistinctAndPlain() {
        List<String> codes = Stream.of(
                        Arrays.stream(Finding.values()).map(Finding::code),
                        Arrays.stream(HeaderRule.values()).map(rule -> "rule " + rule.code()),
                        Arrays.stream(Network.values()).map(network -> "network " + network.jsonName()))
                .flatMap(each -> each)
                .collect(Collectors.toList());
        Set<String> distinct = new HashSet<>(codes);
        assertThat(distinct).hasSameSizeAs(codes).allMatch(code -> code.matches("[a-z -]+"));
        assertThat(Arrays.stream(Tier.values()).map(Tier::jsonName))
                .containsExactly("checkpointed", "proof-of-work", "supplied-header", "practice", "pending", "none");
        assertThat(Arrays.stream(Finding.values()).map(Finding::sentence)).allMatch(text -> text.endsWith("."));
    }
}
