package org.trialseal.importers.xport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.CellType;
import org.trialseal.core.record.RowBatch;
import org.trialseal.importers.fault.DataFault;

/**
 * Turns records into cells. A number keeps its source bytes; one whose bytes are a full stop, an underscore or a letter
 * and then zeros is missing for that reason. Text loses the blanks behind it, which fill it up to its width, and nothing
 * else; text of blanks only is missing.
 */
final class RecordDecoder {
    private static final byte NEGATIVE_ZERO = (byte) 0x80;

    private final String file;
    private final Member member;
    private final CharacterEncoding encoding;
    private final int[] offsets;
    private final int[] lengths;
    private final boolean[] numeric;
    private final byte[] code = {'.', 0};
    private final long[] missing = new long[1 << Byte.SIZE];
    private long notText;

    RecordDecoder(String file, Member member, CharacterEncoding encoding) {
        this.file = file;
        this.member = member;
        this.encoding = encoding;
        List<Variable> variables = member.variables();
        this.offsets = variables.stream().mapToInt(Variable::offset).toArray();
        this.lengths = variables.stream().mapToInt(Variable::length).toArray();
        this.numeric = new boolean[offsets.length];
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = variables.get(i).numeric();
        }
    }

    /** How many character values so far were not valid in the encoding. */
    long notText() {
        return notText;
    }

    /** How many numbers so far were missing, by their codes. */
    Map<String, Long> missing() {
        Map<String, Long> counts = new TreeMap<>();
        for (int code = 0; code < missing.length; code++) {
            if (missing[code] > 0) {
                counts.put(code == '.' ? "." : "." + (char) code, missing[code]);
            }
        }
        return counts;
    }

    /** @throws MalformedException when the bytes of a number are neither a number nor a missing value */
    RowBatch decode(Records records) throws MalformedException {
        byte[] bytes = records.bytes();
        RowBatch batch =
                new RowBatch(offsets.length, Math.max(1, records.count()), records.count() * member.recordLength());
        for (int record = 0; record < records.count(); record++) {
            int start = records.start(record);
            for (int i = 0; i < offsets.length; i++) {
                if (!numeric[i]) {
                    addText(batch, bytes, start + offsets[i], lengths[i]);
                } else if (!addNumber(batch, bytes, start + offsets[i], lengths[i])) {
                    throw notANumber(records, record, i);
                }
            }
        }
        return batch;
    }

    private void addText(RowBatch batch, byte[] bytes, int from, int length) {
        int end = FixedText.end(bytes, from, from + length);
        if (end == from) {
            batch.add(CellType.MISSING, bytes, from, 0);
        } else if (FixedText.isAscii(bytes, from, end)) {
            batch.add(CellType.TEXT, bytes, from, end - from);
        } else {
            addEncoded(batch, bytes, from, end);
        }
    }

    private void addEncoded(RowBatch batch, byte[] bytes, int from, int end) {
        Optional<byte[]> text = encoding.utf8(bytes, from, end);
        if (text.isPresent()) {
            batch.add(CellType.TEXT, text.get(), 0, text.get().length);
        } else {
            notText++;
            batch.add(CellType.BYTES, bytes, from, end - from);
        }
    }

    /** Adds a number or a missing one; false when the bytes are neither. */
    private boolean addNumber(RowBatch batch, byte[] bytes, int from, int length) {
        byte first = bytes[from];
        if (!isZero(bytes, from + 1, from + length) || first == 0 || first == NEGATIVE_ZERO) {
            batch.add(CellType.IBM_FLOAT, bytes, from, length);
            return true;
        }
        missing[first & 0xFF]++;
        code[1] = first;
        batch.add(CellType.MISSING, code, 0, first == '.' ? 1 : 2);
        return first == '.' || first == '_' || first >= 'A' && first <= 'Z';
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private MalformedException notANumber(Records records, int record, int variable) {
        return DataFault.NO_NUMBER.at(
                file,
                records.offset(records.start(record) + offsets[variable]),
                member.name(),
                records.number(record),
                variable + 1);
    }
}
