package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.PlanFact;

/**
 * What the root element of an ODM file says; empty where it says nothing.
 *
 * @param version of ODM
 * @param type {@code Snapshot} or {@code Transactional}
 * @param source the program that wrote it
 */
record Origin(String version, String type, String source) {
    private static final int MAX_LENGTH = 100;

    /** Of the root's attributes; one vendor is known by its namespace only. */
    static Origin of(Map<String, String> attributes, boolean rave) {
        String stated = attributes.getOrDefault("SourceSystem", rave ? "Medidata Rave" : "");
        String version = attributes.getOrDefault("SourceSystemVersion", "");
        String source = stated.isEmpty() || version.isEmpty() ? stated : stated + " " + version;
        return new Origin(
                cut(attributes.getOrDefault("ODMVersion", "")), attributes.getOrDefault("FileType", ""), cut(source));
    }

    /** Whether the file holds transactions in the order of time, and not only what came of them. */
    boolean isTransactional() {
        return type.equals("Transactional");
    }

    private static String cut(String text) {
        return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "\u2026" : text;
    }

    /**
     * For people.
     *
     * @param audits number of audit records
     */
    List<Phrase> facts(boolean hasData, long audits) {
        List<Phrase> facts = new ArrayList<>();
        if (!version.isEmpty()) {
            facts.add(Phrase.of(PlanFact.ODM_VERSION, version));
        }
        if (!hasData) {
            facts.add(Phrase.of(PlanFact.ODM_NO_DATA));
        } else if (type.equals("Snapshot")) {
            facts.add(Phrase.of(PlanFact.ODM_SNAPSHOT));
        } else if (type.equals("Transactional")) {
            facts.add(Phrase.of(PlanFact.ODM_TRANSACTIONAL));
        }
        if (!source.isEmpty()) {
            facts.add(Phrase.of(PlanFact.ODM_SOURCE, source));
        }
        if (audits > 0) {
            facts.add(Phrase.of(PlanFact.ODM_AUDIT, audits));
        }
        return facts;
    }
}
