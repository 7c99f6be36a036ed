package org.trialseal.core.compare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;

/** Differences as bytes for temporary files. Of a group only the index is written. */
final class DifferenceCodec {
    private static final long NO_GROUP = -1;

    private DifferenceCodec() {}

    static byte[] encode(FoundDifference found) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        OpenGroup group = found.group();
        text(out, found.kind().name());
        out.writeLong(found.row());
        out.writeLong(group == null ? NO_GROUP : group.index());
        out.writeLong(found.index());
        out.writeLong(found.position());
        out.writeInt(found.key().size());
        for (Map.Entry<String, String> part : found.key().entrySet()) {
            text(out, part.getKey());
            text(out, part.getValue());
        }
        out.writeInt(found.fields().size());
        for (FieldChange field : found.fields()) {
            text(out, field.name());
            cell(out, field.before());
            cell(out, field.now());
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void cell(DataOutputStream out, Optional<Cell> cell) throws IOException {
        out.writeByte(cell.map(known -> known.type().code()).orElse(0));
        if (cell.isPresent()) {
            bytes(out, cell.get().value().toArray());
        }
    }

    /** @param groups gives the groups that are known by their index */
    static FoundDifference decode(byte[] content, LongFunction<@Nullable OpenGroup> groups) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        Difference.Kind kind = Difference.Kind.valueOf(text(in));
        long row = in.readLong();
        long group = in.readLong();
        long index = in.readLong();
        long position = in.readLong();
        SortedMap<String, String> key = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            key.put(text(in), text(in));
        }
        List<FieldChange> fields = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            fields.add(new FieldChange(text(in), cell(in), cell(in)));
        }
        return new FoundDifference(
                kind, row, group == NO_GROUP ? null : groups.apply(group), index, position, key, fields, 0);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        if (in.readNBytes(bytes, 0, bytes.length) != bytes.length) {
            throw new EOFException("a temporary file ends too early");
        }
        return bytes;
    }

    private static Optional<Cell> cell(DataInputStream in) throws IOException {
        Optional<CellType> type = CellType.ofCode(in.readByte());
        return type.isPresent() ? Optional.of(new Cell(type.get(), Bytes.copyOf(bytes(in)))) : Optional.empty();
    }
}
