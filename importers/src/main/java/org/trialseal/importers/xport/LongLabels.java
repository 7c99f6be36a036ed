package org.trialseal.importers.xport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/**
 * The labels of more than 40 bytes and format names of more than 8 that edition 8 writes behind its variables. For each
 * variable: its number and the lengths of name, label and, in {@code LABELV9}, format and informat, two bytes each; then
 * those texts.
 */
final class LongLabels {
    private static final String LABELS = "LABELV8";
    private static final String LABELS_AND_FORMATS = "LABELV9";

    /** Digits of a count in a field that is filled with further zeros. */
    private static final int COUNT_DIGITS = 5;

    private final CardSource source;
    private final boolean formats;
    private final List<Variable> variables;
    private final Map<Integer, Integer> places = new HashMap<>();

    private LongLabels(CardSource source, boolean formats, List<Variable> variables) {
        this.source = source;
        this.formats = formats;
        this.variables = new ArrayList<>(variables);
        for (int i = 0; i < variables.size(); i++) {
            places.put(variables.get(i).number(), i);
        }
    }

    /** Whether a header card announces long labels. */
    static boolean areAnnounced(Card header) {
        return header.isHeader(LABELS) || header.isHeader(LABELS_AND_FORMATS);
    }

    /** Reads what {@code header} announces; returns the variables with their long labels and formats. */
    static List<Variable> read(CardSource source, Card header, List<Variable> variables)
            throws IOException, MalformedException {
        LongLabels labels = new LongLabels(source, header.isHeader(LABELS_AND_FORMATS), variables);
        int count = count(header);
        long start = source.offset();
        for (int i = 0; i < count; i++) {
            labels.next();
        }
        source.skipPadding(source.offset() - start, Part.LONG_LABELS);
        return List.copyOf(labels.variables);
    }

    private static int count(Card header) throws MalformedException {
        int room = Card.LENGTH - Card.TITLE_LENGTH;
        boolean filled = header.text(Card.TITLE_LENGTH, room).strip().length() > COUNT_DIGITS;
        return header.number(Card.TITLE_LENGTH, filled ? COUNT_DIGITS : room, Part.LONG_LABELS_COUNT);
    }

    private void next() throws IOException, MalformedException {
        long start = source.offset();
        ByteBuffer head = ByteBuffer.wrap(source.bytes(formats ? 10 : 6, Part.LONG_LABELS.of()));
        @Nullable Integer place = places.get((int) head.getShort());
        byte[] name = text(head, start);
        if (place == null || !isNameOf(variables.get(place), name)) {
            throw DataFault.LABEL_STRAY.at(source.file(), start);
        }
        Map<String, String> facts = new TreeMap<>(variables.get(place).facts());
        Namestr.addLabel(facts, text(head, start));
        if (formats) {
            addFormat(facts, Variable.FORMAT, text(head, start));
            addFormat(facts, Variable.INFORMAT, text(head, start));
        }
        variables.set(place, variables.get(place).withFacts(facts));
    }

    private static boolean isNameOf(Variable variable, byte[] name) {
        return FixedText.name(name, 0, name.length, false)
                .filter(variable.name()::equals)
                .isPresent();
    }

    private byte[] text(ByteBuffer head, long start) throws IOException, MalformedException {
        int length = head.getShort();
        if (length < 0) {
            throw DataFault.LABEL_LENGTH.at(source.file(), start);
        }
        return source.bytes(length, Part.LONG_LABELS.of());
    }

    private static void addFormat(Map<String, String> facts, String fact, byte[] text) {
        String format = FixedText.decode(text, 0, text.length, StandardCharsets.UTF_8)
                .orElse("")
                .strip();
        if (!format.isEmpty()) {
            facts.put(fact, format);
        }
    }
}
