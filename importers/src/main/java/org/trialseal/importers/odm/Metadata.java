package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the study design in the file says of item groups and items, as far as datasets need it. */
final class Metadata {
    private Origin origin = new Origin("", "", "");
    private final Map<String, Set<String>> items = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> facts = new HashMap<>();
    private final RedcapDesign redcap = new RedcapDesign();

    /** The root element says who wrote the file, when the data are as they are, and in which version of ODM. */
    void origin(Origin stated) {
        origin = stated;
    }

    /** What the root element says. */
    Origin origin() {
        return origin;
    }

    /** An item group lists an item. */
    void reference(String group, String item) {
        items.computeIfAbsent(group, unused -> new LinkedHashSet<>()).add(item);
    }

    /** An item has a name, a data type or a length; what several versions say differently, the first says. */
    void fact(String item, String name, String value) {
        facts.computeIfAbsent(item, unused -> new TreeMap<>()).putIfAbsent(name, value);
    }

    /** The items of a group in the order of the design. */
    List<String> items(String group) {
        return new ArrayList<>(items.getOrDefault(group, Set.of()));
    }

    /** All columns of a project's records in the order of the design; a descriptive text is none. */
    List<String> recordColumns() {
        Set<String> columns = new LinkedHashSet<>(redcap.keyColumns());
        items.values().forEach(columns::addAll);
        columns.removeIf(column -> redcap.isDescriptive(column));
        return new ArrayList<>(columns);
    }

    /** What is known of an item of such records. */
    Map<String, String> recordFacts(String item) {
        Map<String, String> all = new TreeMap<>(facts(item));
        redcap.fieldType(item).ifPresent(type -> all.put(RedcapDesign.FIELD_TYPE, type));
        return all;
    }

    /** What REDCap says beyond ODM. */
    RedcapDesign redcap() {
        return redcap;
    }

    /** What is known of an item. */
    Map<String, String> facts(String item) {
        return facts.getOrDefault(item, Map.of());
    }
}
