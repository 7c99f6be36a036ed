package org.trialseal.importers.odm;

import java.util.List;
import java.util.Map;

/** An element inside a data element that becomes a record of its own, as it is read. */
final class Part {
    private final String name;
    private final int depth;
    private final boolean audit;
    private final Row row = new Row();

    /**
     * @param name of its table, for those that are collected
     * @param depth of the element inside the data element, from 1
     * @param audit whether it is an audit record: what its elements say stands under their names, not their paths
     */
    Part(String name, int depth, boolean audit) {
        this.name = name;
        this.depth = depth;
        this.audit = audit;
    }

    /** The name of its table. */
    String name() {
        return name;
    }

    int depth() {
        return depth;
    }

    boolean isAudit() {
        return audit;
    }

    Row row() {
        return row;
    }

    /** Takes the attributes of the element at a path inside the data element. */
    void attributes(List<String> path, Map<String, String> attributes) {
        boolean isReference = path.get(path.size() - 1).endsWith("Ref");
        String prefix = audit ? "" : inside(path);
        attributes.forEach(
                (attribute, value) -> row.put(audit && isReference ? attribute : prefix + "@" + attribute, value));
    }

    /** Takes the text of the element at a path inside the data element. */
    void text(List<String> path, String text) {
        String last = path.get(path.size() - 1);
        if (!audit) {
            if (!text.isBlank()) {
                row.put(path.size() == depth ? "text()" : inside(path), text);
            }
        } else if (path.size() > depth
                && !last.endsWith("Ref")
                && (!row.values().containsKey(last) || !text.isBlank())) {
            row.put(last, text);
        }
    }

    private String inside(List<String> path) {
        return String.join("/", path.subList(depth, path.size()));
    }
}
