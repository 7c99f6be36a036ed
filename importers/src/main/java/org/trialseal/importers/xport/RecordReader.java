package org.trialseal.importers.xport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/**
 * Cuts what follows a dataset's headers into records. They end where the next dataset's header card stands, or the file
 * ends, unless the headers state their number. The last card is filled up with blanks, and blank records cannot be told
 * from that: those that begin in the last card behind its first byte are taken for filling.
 */
final class RecordReader {
    /** Most records handed out at a time. */
    static final int MAX_RECORDS = 1 << 14;

    private final CardSource source;
    private final Member member;
    private final int length;
    private final int room;
    private final byte[] nextHeader;
    private byte[] buffer;
    private int used;
    private long seen;
    private long handedOut;
    private long left = -1;

    /**
     * @param target how many bytes to hand out at a time, roughly; at least 1
     */
    RecordReader(CardSource source, Member member, int target) {
        this.source = source;
        this.member = member;
        this.length = member.recordLength();
        long some = Math.min(target, (long) MAX_RECORDS * length);
        this.room = cards(Math.max(some, length)) + 2 * Card.LENGTH;
        this.nextHeader = Card.title(member.edition().member());
        this.buffer = new byte[room];
    }

    /** The bytes of the cards that hold so many bytes. */
    private static int cards(long bytes) {
        return (int) ((bytes + Card.LENGTH - 1) / Card.LENGTH * Card.LENGTH);
    }

    /** Number of records handed out so far. */
    long count() {
        return handedOut;
    }

    /** The next records; empty at the end of the dataset. */
    Optional<Records> next() throws IOException, MalformedException {
        while (left < 0 && certain() == 0) {
            read();
        }
        long ready = left < 0 ? certain() : left;
        return ready == 0 ? Optional.empty() : Optional.of(handOver((int) Math.min(ready, MAX_RECORDS)));
    }

    /** How many records of the buffer are no filling, whatever follows. */
    private long certain() {
        return Math.max(0, used - Card.LENGTH) / length;
    }

    private void read() throws IOException, MalformedException {
        if (member.records().isPresent()) {
            readStated(member.records().getAsLong());
        } else {
            readUntilHeader();
        }
    }

    private void readUntilHeader() throws IOException, MalformedException {
        int want = (buffer.length - used) / Card.LENGTH * Card.LENGTH;
        int got = source.read(buffer, used, want);
        int end = headerAt(used, used + got);
        boolean ended = end >= 0 || got < want;
        if (end >= 0) {
            source.unread(buffer, end, used + got);
            got = end - used;
        }
        take(got);
        if (ended) {
            requireWholeCards();
            left = untold();
        }
    }

    private void take(int count) {
        used += count;
        seen += count;
    }

    /** Offset of a dataset's header card among the cards of the buffer, or -1. */
    private int headerAt(int from, int to) {
        for (int at = from; at + Card.LENGTH <= to; at += Card.LENGTH) {
            if (buffer[at] == nextHeader[0]
                    && Arrays.equals(buffer, at, at + nextHeader.length, nextHeader, 0, nextHeader.length)) {
                return at;
            }
        }
        return -1;
    }

    private void requireWholeCards() throws MalformedException {
        if (seen % Card.LENGTH != 0) {
            throw malformed(DataFault.DATASET_CARD);
        }
    }

    private MalformedException malformed(DataFault fault, Object... numbers) {
        List<Object> values = new ArrayList<>(List.of(member.name()));
        values.addAll(List.of(numbers));
        return fault.at(source.file(), source.offset(), values.toArray());
    }

    /** How many records the rest of the buffer holds, when the headers do not tell. */
    private long untold() throws MalformedException {
        int text = FixedText.end(buffer, 0, used);
        long least = seen == 0 ? 0 : (seen - Card.LENGTH) / length + 1;
        long records = Math.max(least, handedOut + (text + length - 1L) / length);
        if (records * length > seen) {
            throw malformed(DataFault.DATASET_CUT_OFF, records);
        }
        return records - handedOut;
    }

    private void readStated(long records) throws IOException, MalformedException {
        if (records > (Long.MAX_VALUE - Card.LENGTH) / length) {
            throw malformed(DataFault.DATASET_STATES);
        }
        long whole = records * length;
        long cards = (whole + Card.LENGTH - 1) / Card.LENGTH * Card.LENGTH;
        int want = (int) Math.min(buffer.length - used, cards - seen);
        int got = source.read(buffer, used, want);
        take(got);
        if (got < want) {
            throw malformed(DataFault.DATASET_CUT_OFF_OF, seen / length + 1, records);
        }
        if (seen == cards) {
            left = records - handedOut;
            requireEnd(records);
        }
    }

    private void requireEnd(long records) throws IOException, MalformedException {
        Optional<Card> next = source.peek();
        boolean ended = next.isEmpty() || next.get().isHeader(member.edition().member());
        if (!ended || FixedText.end(buffer, 0, used) > left * length) {
            throw malformed(DataFault.DATASET_GOES_ON, records);
        }
    }

    private Records handOver(int count) {
        byte[] whole = buffer;
        int end = count * length;
        Records records = new Records(whole, count, length, handedOut + 1, source.offset() - used);
        used -= end;
        handedOut += count;
        left -= left < 0 ? 0 : count;
        buffer = new byte[Math.max(room, cards(used) + Card.LENGTH)];
        System.arraycopy(whole, end, buffer, 0, used);
        return records;
    }
}
