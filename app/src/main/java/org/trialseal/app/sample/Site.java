package org.trialseal.app.sample;

import java.util.List;

/**
 * A trial site.
 *
 * @param id three digits
 * @param country ISO 3166-1 alpha-3
 * @param language ISO 639-1, the language of the consent form
 * @param investigator family name, a comma, first name
 * @param coordinator who keeps the consent log
 * @param subjects how many subjects gave consent here
 */
record Site(String id, String country, String language, String investigator, String coordinator, int subjects) {
    static List<Site> all() {
        return List.of(
                new Site("011", "DEU", "de", "Weißhaupt, Jürgen", "B. Köhler", 36),
                new Site("012", "DEU", "de", "Brömmel, Käthe", "S. Vogt", 31),
                new Site("013", "DEU", "de", "Özgür-Lang, Aylin", "M. Thiele", 24),
                new Site("014", "FRA", "fr", "Lefèvre-Garçon, Zoé", "C. Aubry", 38),
                new Site("015", "FRA", "fr", "Châtelain, Benoît", "N. Prévost", 27),
                new Site("016", "FRA", "fr", "d'Hervé, Maëlle", "L. Caillaux", 29),
                new Site("017", "ESP", "es", "Muñoz Íñiguez, Inés", "P. Cebrián", 33),
                new Site("018", "ESP", "es", "Peña Güell, Óscar", "R. Solà", 22));
    }
}
