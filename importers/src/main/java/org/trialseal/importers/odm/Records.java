package org.trialseal.importers.odm;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.odm.Context.Kind;

/** Turns data elements that end, and audit records, into records of tables. */
final class Records {
    /** The table of the audit records. */
    static final String AUDIT_RECORDS = "AuditRecords";

    /** The attribute of an element that names a collected audit record. */
    private static final String REFERENCE = "AuditRecordID";

    private static final Set<String> RESERVED =
            Set.of("", AUDIT_RECORDS, Kind.SUBJECT.element(), Kind.EVENT.element(), Kind.FORM.element());

    /** No name is empty or has slashes or control characters. */
    private static final Pattern NO_NAME = Pattern.compile("^$|[/\\\\\\p{Cntrl}\\x80-\\x9f]");

    private static final String TRANSACTION = "TransactionType";
    private static final String REFERENCE_PREFIX = "ReferenceData.";

    private final RowSink sink;
    private final Deque<Context> contexts;
    private final @Nullable AuditTrail trail;
    private final Metadata metadata;

    /**
     * @param contexts the open data elements, innermost first
     * @param trail what the event log gets from elsewhere; null in the importer's first version, which did not have it
     */
    Records(RowSink sink, Deque<Context> contexts, @Nullable AuditTrail trail, Metadata metadata) {
        this.sink = sink;
        this.contexts = contexts;
        this.trail = trail;
        this.metadata = metadata;
    }

    /** A data element ends; it still stands first among the open ones. */
    void end(Context context) throws IOException, MalformedException {
        switch (context.kind()) {
            case SUBJECT -> element(TableKind.SUBJECTS, Kind.SUBJECT.element());
            case EVENT -> element(TableKind.EVENTS, Kind.EVENT.element());
            case FORM -> element(TableKind.FORMS, Kind.FORM.element());
            case ITEM_GROUP -> itemGroup(context);
            case ITEM -> item(context);
            default -> {}
        }
        if (trail != null && context.isBetween()) {
            if (metadata.origin().isTransactional()) {
                trail.around(contexts);
            }
            refer(trail, context);
        }
    }

    private void itemGroup(Context context) throws IOException, MalformedException {
        boolean isReference = contexts.getLast().kind() == Kind.REFERENCE_DATA;
        boolean hasForm = contexts.stream().anyMatch(outer -> outer.kind() == Kind.FORM);
        if (isReference) {
            element(TableKind.REFERENCE, REFERENCE_PREFIX + table(context.name()));
        } else {
            element(hasForm ? TableKind.ITEM_GROUP : TableKind.NESTED_ITEM_GROUP, table(context.name()));
        }
    }

    /** An item group may be called like one of the other tables, or as none can be called. */
    private String table(String group) {
        if (trail == null) {
            return group;
        }
        String name = NO_NAME.matcher(group).find() ? URLEncoder.encode(group, StandardCharsets.UTF_8) : group;
        return RESERVED.contains(name) ? Kind.ITEM_GROUP.element() + "." + name : name;
    }

    private void element(TableKind kind, String table) throws IOException, MalformedException {
        Row row = keys(kind);
        Context context = contexts.getFirst();
        context.putAttributes("", row);
        row.putAll("", context.content());
        sink.row(kind, table, row);
    }

    /** The columns of the kind that the open elements give. */
    private Row keys(TableKind kind) {
        Row row = new Row();
        List<String> parents = new ArrayList<>();
        for (Iterator<Context> open = contexts.descendingIterator(); open.hasNext(); ) {
            Context context = open.next();
            if (context.kind() == Kind.ITEM_GROUP && !isInnermostGroup(context)) {
                parents.add(step(context));
            } else {
                context.putKeys(kind.columns(), row);
            }
        }
        if (!parents.isEmpty()) {
            row.put(TableKind.PARENTS, String.join("/", parents));
        }
        return row;
    }

    private boolean isInnermostGroup(Context context) {
        return contexts.stream()
                        .filter(open -> open.kind() == Kind.ITEM_GROUP)
                        .findFirst()
                        .orElse(context)
                == context;
    }

    private static String step(Context group) {
        String name = URLEncoder.encode(group.name(), StandardCharsets.UTF_8);
        String repeat = group.repeat();
        return repeat == null ? name : name + "[" + URLEncoder.encode(repeat, StandardCharsets.UTF_8) + "]";
    }

    private void item(Context item) throws IOException, MalformedException {
        long last = -1;
        for (Row audit : item.audits()) {
            last = auditRow(item, audit);
        }
        if (trail != null) {
            trail(trail, item, last);
        }
        Context group = group();
        group.content().putIf(item.name(), item.value());
        item.putAttributes(item.name(), group.content());
        group.content().putAll(item.name() + "/", item.content());
    }

    private Context group() {
        return contexts.stream()
                .filter(open -> open.kind() == Kind.ITEM_GROUP)
                .findFirst()
                .orElseThrow();
    }

    private void trail(AuditTrail to, Context item, long lastAudit) throws IOException, MalformedException {
        boolean refers = item.attribute(REFERENCE) != null;
        long last = refers ? refer(to, item) : lastAudit;
        if (metadata.origin().isTransactional()) {
            int records = item.audits().size() + (refers ? 1 : 0);
            to.item(contexts, last + 1 - records, records);
        }
    }

    /** An element that names a collected audit record has a record in the log too. */
    private long refer(AuditTrail to, Context context) throws IOException, MalformedException {
        @Nullable String id = context.attribute(REFERENCE);
        if (id == null) {
            return 0;
        }
        long row = auditRow(context, new Row());
        to.reference(id, row);
        return row;
    }

    /**
     * An element ends that becomes a record of its own: an audit record of the innermost open element (an item's waits until
     * its value is known), or one that is collected for others to name.
     */
    void part(Context context, Part part) throws IOException, MalformedException {
        if (context.isOutermost()) {
            collected(context, part);
        } else if (context.kind() == Kind.ITEM) {
            context.audits().add(part.row());
        } else {
            auditRow(context, part.row());
        }
    }

    private void collected(Context context, Part part) throws IOException, MalformedException {
        if (trail == null) {
            return;
        }
        Row row = keys(TableKind.COLLECTED);
        row.putAll("", part.row());
        sink.row(TableKind.COLLECTED, context.kind().element() + "." + part.name(), row);
        @Nullable String id = part.row().values().get("@ID");
        if (part.isAudit() && id != null) {
            trail.collected(id, part.row());
        }
    }

    private long auditRow(Context context, Row audit) throws IOException, MalformedException {
        TableKind kind = trail == null ? TableKind.AUDIT_WITHOUT_OLD_VALUE : TableKind.AUDIT;
        Row row = keys(kind);
        row.put("Element", context.kind().element());
        row.putIf(TRANSACTION, context.attribute(TRANSACTION));
        row.putIf("Value", context.value());
        row.putAll("", audit);
        context.putAttributes(context.kind().element(), row, TRANSACTION);
        row.putAll(context.kind().element() + "/", context.content());
        if (context != contexts.getLast()) {
            contexts.getLast().putAttributes(contexts.getLast().kind().element(), row);
        }
        return sink.row(kind, AUDIT_RECORDS, row);
    }
}
