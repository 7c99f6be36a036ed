package org.trialseal.importers.odm;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;

/** One table as it grows: its columns in the order of their first use, and the records that are not spooled yet. */
final class CollectedTable {
    private final String file;
    private final String name;
    private final TableKind kind;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<RowBlock> blocks = new ArrayList<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(pending);
    private int pendingRows;
    private long records;

    /** Some records of a table, spooled. */
    record RowBlock(Spool.Block block, int rows) {}

    CollectedTable(String file, String name, TableKind kind) {
        this.file = file;
        this.name = name;
        this.kind = kind;
        kind.columns().forEach(column -> columns.put(column, columns.size()));
    }

    String name() {
        return name;
    }

    TableKind kind() {
        return kind;
    }

    long records() {
        return records;
    }

    /** Bytes that are not spooled yet. */
    int pending() {
        return pending.size();
    }

    List<RowBlock> blocks() {
        return blocks;
    }

    /** Counts a record and notes its columns. */
    void count(Row row) throws MalformedException {
        records++;
        for (String column : row.values().keySet()) {
            columns.putIfAbsent(column, columns.size());
        }
        requireFewColumns(columns.size());
    }

    /** Notes columns that are filled later. */
    void addColumns(List<String> names) throws MalformedException {
        names.forEach(column -> columns.putIfAbsent(column, columns.size()));
        requireFewColumns(columns.size());
    }

    private void requireFewColumns(int count) throws MalformedException {
        if (count > Schema.MAX_COLUMNS) {
            throw DataFault.ODM_COLUMNS.in(file, Schema.MAX_COLUMNS);
        }
    }

    /** Writes a record that was counted: for each of its values the column's number, the length and the bytes. */
    void write(Row row) throws IOException, MalformedException {
        out.writeInt(row.values().size());
        for (Map.Entry<String, String> value : row.values().entrySet()) {
            ByteBuffer bytes = encode(value.getValue());
            out.writeInt(columns.getOrDefault(value.getKey(), -1));
            out.writeInt(bytes.remaining());
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        }
        pendingRows++;
    }

    private ByteBuffer encode(String value) throws MalformedException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            if (bytes.remaining() > Cell.MAX_LENGTH) {
                throw DataFault.ODM_BYTES.in(file, Cell.MAX_LENGTH);
            }
            return bytes;
        } catch (CharacterCodingException e) {
            throw DataFault.ODM_SURROGATE.in(file);
        }
    }

    /** Hands over what is pending. */
    void spool(Spool spool) throws IOException {
        if (pendingRows > 0) {
            blocks.add(new RowBlock(spool.add(pending.toByteArray()), pendingRows));
            pending.reset();
            pendingRows = 0;
        }
    }

    /** The columns: those of the kind, then those of the study design, then the others as the file uses them. */
    Schema schema(Metadata metadata) throws MalformedException {
        List<Column> ordered = new ArrayList<>();
        for (String column : order(metadata)) {
            ordered.add(Column.of(
                    column, kind == TableKind.RECORDS ? metadata.recordFacts(column) : metadata.facts(column)));
        }
        requireFewColumns(ordered.size());
        return new Schema(ordered);
    }

    private Set<String> order(Metadata metadata) {
        Set<String> order = new LinkedHashSet<>(kind.columns());
        if (kind.isItemGroup()) {
            order.addAll(metadata.items(name));
        } else if (kind == TableKind.RECORDS) {
            order.addAll(metadata.recordColumns());
        }
        order.addAll(columns.keySet());
        return order;
    }

    /** For each column by the number it has in written records, its place in the schema. */
    int[] places(Schema schema) {
        int[] places = new int[columns.size()];
        Map<String, Integer> byName = new LinkedHashMap<>();
        schema.names().forEach(column -> byName.put(column, byName.size()));
        columns.forEach((column, number) -> places[number] = byName.getOrDefault(column, -1));
        return places;
    }
}
