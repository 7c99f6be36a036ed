package org.trialseal.core.bitcoin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.core.digest.MalformedException;

/**
 * The text form of checkpoints: the line {@code trialseal/1 checkpoints}, then one line each, ascending: height, hash in
 * display order, nBits of the following period as eight hexadecimal digits and, where they are known, the last times,
 * comma-separated, oldest first. One space between, ASCII, each line ended by a line feed.
 */
final class CheckpointsFormat {
    /** The most checkpoints a list may hold: more than a century of periods. */
    static final int MAX_CHECKPOINTS = 4096;

    /** The longest line: two heights or times of ten digits cannot make it longer. */
    static final int MAX_LINE_BYTES = 256;

    private static final String FIRST_LINE = "trialseal/1 checkpoints";
    private static final Pattern LINE = Pattern.compile(
            "([1-9][0-9]{0,9}) ([0-9a-f]{64}) ([0-9a-f]{8})(?: ([1-9][0-9]{0,9}(?:,[1-9][0-9]{0,9}){0,10}))?");

    private CheckpointsFormat() {}

    static Checkpoints read(InputStream in, ChainParameters parameters, String source)
            throws IOException, MalformedException {
        List<Checkpoint> list = new ArrayList<>();
        if (!FIRST_LINE.equals(line(in, source, 1))) {
            throw new MalformedException(source, 0, "not a checkpoint list of this version");
        }
        for (String line = line(in, source, 2); !line.isEmpty(); line = line(in, source, list.size() + 2)) {
            if (list.size() == MAX_CHECKPOINTS) {
                throw new MalformedException(
                        MalformedException.Kind.TOO_LARGE, source, "more than " + MAX_CHECKPOINTS + " checkpoints");
            }
            list.add(checkpoint(line, source, list.size() + 2));
        }
        return checked(parameters, list, source);
    }

    private static Checkpoints checked(ChainParameters parameters, List<Checkpoint> list, String source)
            throws MalformedException {
        try {
            return Checkpoints.of(parameters, list);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(source, String.valueOf(e.getMessage()));
        }
    }

    /** The next line without its end, or the empty string at the end of the stream. */
    private static String line(InputStream in, String source, int number) throws IOException, MalformedException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1 && line.size() == 0) {
                return "";
            }
            if (next < ' ' || next > '~' || line.size() == MAX_LINE_BYTES) {
                throw new MalformedException(source, "line " + number + " is cut off, too long or not plain text");
            }
            line.write(next);
        }
        if (line.size() == 0) {
            throw new MalformedException(source, "line " + number + " is empty");
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static Checkpoint checkpoint(String line, String source, int number) throws MalformedException {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new MalformedException(source, "line " + number + " is not a checkpoint");
        }
        List<Long> times = new ArrayList<>();
        String listed = parts.group(4);
        for (String time : listed == null ? new String[0] : listed.split(",")) {
            times.add(Long.parseLong(time));
        }
        CompactTarget next = CompactTarget.ofBits(Integer.parseUnsignedInt(parts.group(3), 16));
        try {
            return new Checkpoint(Long.parseLong(parts.group(1)), BlockHash.ofDisplay(parts.group(2)), next, times);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(source, "line " + number + ": " + e.getMessage());
        }
    }
}
