package org.trialseal.app.sample;

import java.util.List;

/** Words that sites write into the adverse event form. Plain words of our own, taken from no dictionary. */
final class AdverseEventTerms {
    /** Seen in anybody over three months. */
    static final List<String> COMMON = List.of(
            "Headache",
            "Common cold",
            "Cough",
            "Back pain",
            "Diarrhoea",
            "Toothache",
            "Sore throat",
            "Urinary tract infection",
            "Trouble sleeping",
            "Sprained ankle",
            "Knee pain, left",
            "Fall, bruised wrist",
            "Itching",
            "Heartburn");

    /** Expected of a medicine that lowers blood pressure. */
    static final List<String> TYPICAL = List.of(
            "Dizziness", "Dizziness on standing", "Swollen ankles", "Tiredness", "Flushing", "Palpitations", "Nausea");

    /** Lead to a hospital. */
    static final List<String> SERIOUS = List.of(
            "Appendicitis",
            "Fracture of the left hip",
            "Pneumonia",
            "Chest pain, cause not found",
            "Gallstones, operated");

    /** What is written beside an event; some of it is hard on careless readers of CSV. */
    static final List<String> COMMENTS = List.of(
            "Subject called the site on Monday,\nadvised to rest and to drink; \"much better\" the next day",
            "- see telephone note",
            "=> reported late, see query 17",
            "+1 day after a flight",
            "Source: diary ",
            "NA",
            "Half of the tablets returned; subject says \"forgot\", not because of the event",
            "Not assessable;unit of the diary missing");

    private AdverseEventTerms() {}

    /** A comment in the language of the site. */
    static String localComment(Site site) {
        return switch (site.language()) {
            case "de" -> "Nimmt bei Bedarf Paracetamol; seit gestern beschwerdefrei";
            case "fr" -> "Évolution favorable, à revoir à la prochaine visite";
            default -> "Ya le ocurría antes del estudio, según su médico";
        };
    }
}
