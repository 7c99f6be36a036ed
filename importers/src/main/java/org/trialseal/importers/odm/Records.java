package org.trialseal.importers.odm;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.odm.Context.Kind;

/** Turns data elements that end, and audit records, into records of tables. */
final class Records {
    /** The table of the audit records. */
    static final String AUDIT_RECORDS = "AuditRecords";

    private static final String TRANSACTION = "TransactionType";
    private static final String REFERENCE_PREFIX = "ReferenceData.";

    private final RowSink sink;
    private final Deque<Context> contexts;

    /** @param contexts the open data elements, innermost first */
    Records(RowSink sink, Deque<Context> contexts) {
        this.sink = sink;
        this.contexts = contexts;
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
    }

    private void itemGroup(Context context) throws IOException, MalformedException {
        boolean isReference = contexts.getLast().kind() == Kind.REFERENCE_DATA;
        boolean hasForm = contexts.stream().anyMatch(outer -> outer.kind() == Kind.FORM);
        if (isReference) {
            element(TableKind.REFERENCE, REFERENCE_PREFIX + context.name());
        } else {
            element(hasForm ? TableKind.ITEM_GROUP : TableKind.NESTED_ITEM_GROUP, context.name());
        }
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
        for (Row audit : item.audits()) {
            auditRow(item, audit);
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

    /** An audit record of the innermost open element ends; an item's waits until its value is known. */
    void audit(Context context, Row audit) throws IOException, MalformedException {
        if (context.kind() == Kind.ITEM) {
            context.audits().add(audit);
        } else {
            auditRow(context, audit);
        }
    }

    private void auditRow(Context context, Row audit) throws IOException, MalformedException {
        Row row = keys(TableKind.AUDIT);
        row.put("Element", context.kind().element());
        row.putIf(TRANSACTION, context.attribute(TRANSACTION));
        row.putIf("Value", context.value());
        row.putAll("", audit);
        context.putAttributes(context.kind().element(), row, TRANSACTION);
        row.putAll(context.kind().element() + "/", context.content());
        if (context != contexts.getLast()) {
            contexts.getLast().putAttributes(contexts.getLast().kind().element(), row);
        }
        sink.row(TableKind.AUDIT, AUDIT_RECORDS, row);
    }
}
