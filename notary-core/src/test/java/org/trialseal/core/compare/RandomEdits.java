package org.trialseal.core.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Edits tables at random. */
final class RandomEdits {
    private final Random random;

    RandomEdits(Random random) {
        this.random = random;
    }

    /** One kind of edit. */
    enum Edit {
        CELL,
        KEY,
        SUBJECT,
        RENAME_SUBJECT,
        ADD,
        DUPLICATE,
        REMOVE,
        REMOVE_SUBJECT,
        SWAP,
        MOVE,
        SHUFFLE
    }

    String value() {
        return Long.toString(random.nextLong() >>> 1, 36);
    }

    /** Applies an edit in place; one that does not fit the table does nothing. */
    void apply(Edit edit, PlainTable table) {
        List<List<String>> rows = table.rows();
        int row = random.nextInt(rows.size());
        switch (edit) {
            case CELL -> setAny(table, row);
            case KEY -> table.keys().stream().findFirst().ifPresent(key -> table.set(row, key, value()));
            case SUBJECT -> table.subject().ifPresent(subject -> table.set(row, subject, subject(table)));
            case RENAME_SUBJECT ->
                table.subject().ifPresent(subject -> rename(table, subject, table.get(row, subject)));
            case ADD -> rows.add(random.nextInt(rows.size() + 1), fresh(table, row));
            case DUPLICATE -> rows.add(random.nextInt(rows.size() + 1), new ArrayList<>(rows.get(row)));
            case REMOVE -> rows.remove(row);
            case REMOVE_SUBJECT -> table.subject().ifPresent(subject -> removeSubject(table, table.get(row, subject)));
            case SWAP -> Collections.swap(rows, row, random.nextInt(rows.size()));
            case MOVE -> rows.add(random.nextInt(rows.size()), rows.remove(row));
            default -> Collections.shuffle(rows, random);
        }
    }

    private void setAny(PlainTable table, int row) {
        List<String> free = table.columns().stream()
                .filter(column -> !table.keys().contains(column))
                .filter(column -> !table.subject().filter(column::equals).isPresent())
                .toList();
        table.set(row, free.get(random.nextInt(free.size())), random.nextInt(4) == 0 ? "" : value());
    }

    /** A subject, sometimes one that was never seen. */
    private String subject(PlainTable table) {
        return random.nextBoolean()
                ? value()
                : table.get(random.nextInt(table.rows().size()), table.subject().orElseThrow());
    }

    private void rename(PlainTable table, String subject, String from) {
        String to = value();
        for (int row = 0; row < table.rows().size(); row++) {
            if (table.get(row, subject).equals(from)) {
                table.set(row, subject, to);
            }
        }
    }

    private void removeSubject(PlainTable table, String subject) {
        int column = table.columns().indexOf(table.subject().orElseThrow());
        table.rows().removeIf(row -> table.rows().size() > 1 && row.get(column).equals(subject));
    }

    private List<String> fresh(PlainTable table, int like) {
        List<String> row = new ArrayList<>();
        for (String column : table.columns()) {
            boolean subject = table.subject().filter(column::equals).isPresent();
            row.add(subject && random.nextBoolean() ? table.get(like, column) : value());
        }
        return row;
    }
}
