package org.trialseal.app.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * Who a subject is.
 *
 * @param sex {@code F} or {@code M}
 * @param birth the birth date as far as the site may record it
 * @param age in full years at consent
 * @param race empty where it may not be asked
 */
record Person(String sex, String birth, int age, String race) {
    private static final List<String> RACES = List.of(
            "WHITE", "WHITE", "WHITE", "WHITE", "WHITE", "WHITE", "ASIAN", "BLACK OR AFRICAN AMERICAN", "OTHER");

    static Person draw(Draw draw, Site site, LocalDate consent) {
        String sex = draw.chance(470) ? "F" : "M";
        LocalDate born = consent.minusYears(draw.between(32, 77)).minusDays(draw.between(0, 364));
        String race = draw.pick(RACES);
        int age = Period.between(born, consent).getYears();
        return new Person(sex, birthText(draw, site, born), age, site.country().equals("FRA") ? "" : race);
    }

    /** German sites record the year alone; elsewhere a day or month is unknown now and then. */
    private static String birthText(Draw draw, Site site, LocalDate born) {
        int precision = draw.between(1, 100);
        if (site.country().equals("DEU") || precision <= 2) {
            return PartialDate.year(born);
        }
        return precision <= 6 ? PartialDate.month(born) : born.toString();
    }

    boolean female() {
        return sex.equals("F");
    }
}
