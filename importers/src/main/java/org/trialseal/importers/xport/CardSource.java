package org.trialseal.importers.xport;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** The bytes of a transport file in order, with their offsets; what was read too far can be given back. */
final class CardSource implements Closeable {
    private final InputStream input;
    private final String file;
    private byte[] back = {};
    private int backAt;
    private long offset;

    CardSource(InputStream input, String file) {
        this.input = input;
        this.file = file;
    }

    /** The file's name. */
    String file() {
        return file;
    }

    /** Offset of the next byte. */
    long offset() {
        return offset;
    }

    /** Reads the next card; {@code what} names it when the file ends before or in it. */
    Card card(Part what) throws IOException, MalformedException {
        long start = offset;
        return new Card(file, start, bytes(Card.LENGTH, what.of()));
    }

    /** Reads exactly so many bytes. */
    byte[] bytes(int length, Phrase what) throws IOException, MalformedException {
        byte[] bytes = new byte[length];
        if (read(bytes, 0, length) < length) {
            throw DataFault.CUT_OFF.at(file, offset, what);
        }
        return bytes;
    }

    /** Passes over the rest of a card when {@code length} bytes have been read since its first byte. */
    void skipPadding(long length, Part what) throws IOException, MalformedException {
        int over = (int) (length % Card.LENGTH);
        if (over > 0) {
            bytes(Card.LENGTH - over, what.of());
        }
    }

    /** Reads up to {@code length} bytes, fewer only at the end of the file. */
    int read(byte[] target, int at, int length) throws IOException {
        int again = Math.min(back.length - backAt, length);
        System.arraycopy(back, backAt, target, at, again);
        backAt += again;
        int count = again + input.readNBytes(target, at + again, length - again);
        offset += count;
        return count;
    }

    /** Gives back the bytes read last: they will be read again. */
    void unread(byte[] bytes, int from, int to) {
        byte[] kept = new byte[to - from + back.length - backAt];
        System.arraycopy(bytes, from, kept, 0, to - from);
        System.arraycopy(back, backAt, kept, to - from, back.length - backAt);
        back = kept;
        backAt = 0;
        offset -= to - from;
    }

    /** The next card, to be read again; empty when the file ends here. A card that is cut off is filled with zeros. */
    Optional<Card> peek() throws IOException {
        byte[] next = new byte[Card.LENGTH];
        int count = read(next, 0, Card.LENGTH);
        unread(next, 0, count);
        return count == 0 ? Optional.empty() : Optional.of(new Card(file, offset, Arrays.copyOf(next, Card.LENGTH)));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
