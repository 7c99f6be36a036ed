package org.trialseal.importers.odm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Old values by the rule of the manual and nothing else: for each audit record all events before it are looked at again,
 * from the last to the first, in a document that is held as a whole.
 */
final class SlowOldValues {
    private static final List<String> DATA = List.of(
            "ClinicalData", "ReferenceData", "SubjectData", "StudyEventData", "FormData", "ItemGroupData", "ItemData");

    private final boolean transactional;
    private final List<Event> events = new ArrayList<>();
    private final List<String> old = new ArrayList<>();

    private record Event(List<List<String>> path, String what, String value) {}

    private SlowOldValues(boolean transactional) {
        this.transactional = transactional;
    }

    /** For each audit record in the order of the document: {@code =value}, or {@code (code)}. */
    static List<String> of(Element root) {
        SlowOldValues slow = new SlowOldValues(root.getAttribute("FileType").equals("Transactional"));
        slow.walk(root, List.of());
        return slow.old;
    }

    private void walk(Element parent, List<List<String>> path) {
        for (Element element : children(parent)) {
            String name = element.getLocalName();
            if (name.equals("AuditRecord")
                    && !path.isEmpty()
                    && !parent.getLocalName().startsWith("ItemData")) {
                old.add("()");
            }
            Optional<String> kind = DATA.stream()
                    .filter(data -> name.equals(data) || name.startsWith("ItemData") && data.equals("ItemData"))
                    .findFirst();
            if (kind.isPresent()) {
                List<List<String>> inside = new ArrayList<>(path);
                inside.add(step(element, kind.get()));
                walk(element, inside);
                end(element, inside);
            }
        }
    }

    private static List<String> step(Element element, String kind) {
        List<String> step = new ArrayList<>(List.of(kind));
        for (String attribute : List.of(
                "StudyOID",
                "SubjectKey",
                "StudyEventOID",
                "StudyEventRepeatKey",
                "FormOID",
                "FormRepeatKey",
                "ItemGroupOID",
                "ItemGroupRepeatKey",
                "ItemOID")) {
            step.add(element.hasAttribute(attribute) ? "+" + element.getAttribute(attribute) : "-");
        }
        return step;
    }

    private void end(Element element, List<List<String>> path) {
        boolean item = element.getLocalName().startsWith("ItemData");
        if (item) {
            long records = children(element).stream()
                            .filter(child -> child.getLocalName().equals("AuditRecord"))
                            .count()
                    + (element.hasAttribute("AuditRecordID") ? 1 : 0);
            for (long i = 0; i < records; i++) {
                boolean removal = element.getAttribute("TransactionType").equals("Remove");
                old.add(transactional ? before(path, removal) : "()");
            }
        } else if (element.hasAttribute("AuditRecordID")) {
            old.add("()");
        }
        event(element, item).ifPresent(what -> events.add(new Event(path, what, item ? value(element) : null)));
    }

    private static Optional<String> event(Element element, boolean item) {
        String transaction = element.getAttribute("TransactionType");
        if (transaction.equals("Remove")) {
            return Optional.of("remove");
        }
        if (!item) {
            boolean none = transaction.isEmpty() || transaction.equals("Context");
            return none || element.getLocalName().equals("ClinicalData") ? Optional.empty() : Optional.of("mention");
        }
        if (value(element) != null) {
            return Optional.of("value");
        }
        return Optional.of(element.getAttribute("IsNull").equals("Yes") ? "null" : "mention");
    }

    /** Null when there is none. */
    private static String value(Element item) {
        if (item.hasAttribute("Value")) {
            return item.getAttribute("Value");
        }
        for (Element child : children(item)) {
            if (child.getLocalName().equals("Value")) {
                return child.getTextContent();
            }
        }
        boolean typed = !item.getLocalName().equals("ItemData")
                && item.getLocalName().startsWith("ItemData")
                && children(item).isEmpty()
                && !item.getAttribute("IsNull").equals("Yes");
        return typed ? item.getTextContent() : null;
    }

    private String before(List<List<String>> item, boolean removal) {
        boolean mentioned = false;
        for (int i = events.size() - 1; i >= 0; i--) {
            Event event = events.get(i);
            boolean same = event.path().equals(item);
            boolean around = !removal
                    && event.path().size() < item.size()
                    && item.subList(0, event.path().size()).equals(event.path());
            if (!same && !around) {
                continue;
            }
            if (event.what().equals("remove")) {
                return mentioned ? "()" : "(removed)";
            }
            if (event.what().equals("mention")) {
                mentioned = true;
            } else {
                return event.what().equals("null") ? "(null)" : "=" + event.value();
            }
        }
        return "()";
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
