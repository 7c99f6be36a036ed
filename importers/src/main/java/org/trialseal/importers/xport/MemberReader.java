package org.trialseal.importers.xport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** Reads the header cards of the file and of each dataset, up to the first record. */
final class MemberReader {
    /** Longest record in bytes. */
    static final int MAX_RECORD = 1 << 26;

    private static final int SIZE_AT = 74;
    private static final int COUNT_AT = 54;
    private static final int TIME_AT = 64;
    private static final int STATED_LENGTH = 15;

    private final CardSource source;

    MemberReader(CardSource source) {
        this.source = source;
    }

    /** Reads the three cards at the beginning of the file. */
    Edition library() throws IOException, MalformedException {
        Edition edition = Edition.of(source.card(Part.FIRST_HEADER));
        Card first = source.card(Part.SECOND_HEADER);
        first.require(0, "SAS     SAS     SASLIB  ", Part.SECOND_HEADER);
        requireOrigin(first, 24, 40);
        requireFiller(first, 40, TIME_AT);
        HeaderTime.require(first, TIME_AT, Part.FILE_MADE);
        HeaderTime.require(source.card(Part.THIRD_HEADER), 0, Part.FILE_CHANGED);
        return edition;
    }

    /** Reads the headers of a dataset. */
    Member member(Edition edition) throws IOException, MalformedException {
        Card header = source.card(Part.DATASET_HEADER);
        header.requireHeader(edition.member());
        int size = header.number(SIZE_AT, 4, Part.VARIABLES_SIZE);
        if (size != Namestr.LENGTH && size != Namestr.VMS_LENGTH) {
            throw header.malformed(SIZE_AT, DataFault.DESCRIPTION_SIZE);
        }
        source.card(Part.DATASET_DESCRIPTOR).requireHeader(edition.descriptor());
        String name = descriptor(edition);
        List<Variable> variables = variables(edition, size, name);
        Card data = source.card(Part.RECORDS_HEADER);
        if (edition == Edition.V8 && LongLabels.areAnnounced(data)) {
            variables = LongLabels.read(source, data, variables);
            data = source.card(Part.RECORDS_HEADER);
        }
        data.requireHeader(edition.observations());
        return new Member(name, edition, variables, recordLength(variables), stated(edition, data));
    }

    private String descriptor(Edition edition) throws IOException, MalformedException {
        Part what = Part.DATASET_DESCRIPTION;
        Card first = source.card(what);
        int nameEnd = 8 + edition.memberName();
        first.require(0, "SAS     ", what);
        first.require(nameEnd, "SASDATA ", what);
        requireOrigin(first, nameEnd + 8, edition == Edition.V5 ? TIME_AT : nameEnd + 24);
        HeaderTime.require(first, TIME_AT, Part.DATASET_MADE);
        HeaderTime.require(source.card(what), 0, Part.DATASET_CHANGED);
        return FixedText.name(first.bytes(), 8, nameEnd, edition == Edition.V5)
                .orElseThrow(() -> first.malformed(8, DataFault.DATASET_NAME));
    }

    /** The versions of SAS and of the system, which the format wants in ASCII. */
    private static void requireOrigin(Card card, int from, int to) throws MalformedException {
        card.requireAscii(from, to - from, Part.ORIGIN);
    }

    private static void requireFiller(Card card, int from, int to) throws MalformedException {
        if (!card.text(from, to - from).replace('\0', ' ').isBlank()) {
            throw card.malformed(from, DataFault.NOT_BLANK);
        }
    }

    private List<Variable> variables(Edition edition, int size, String member) throws IOException, MalformedException {
        Card header = source.card(Part.VARIABLES_HEADER);
        header.requireHeader(edition.namestr());
        int count = header.number(
                edition == Edition.V5 ? COUNT_AT : COUNT_AT - 1, edition == Edition.V5 ? 4 : 5, Part.VARIABLES_COUNT);
        if (count == 0 || count > Schema.MAX_COLUMNS) {
            DataFault fault = count == 0 ? DataFault.NO_VARIABLES : DataFault.TOO_MANY_VARIABLES;
            throw header.malformed(COUNT_AT, fault, member, Schema.MAX_COLUMNS);
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            long start = source.offset();
            byte[] bytes = source.bytes(size, Part.VARIABLE.of(i));
            variables.add(new Namestr(source.file(), start, edition, i, bytes).variable());
        }
        source.skipPadding((long) count * size, Part.VARIABLES);
        requireDifferentNames(variables);
        return variables;
    }

    private void requireDifferentNames(List<Variable> variables) throws MalformedException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!names.add(variables.get(i).name().toUpperCase(Locale.ROOT))) {
                throw DataFault.VARIABLE_TWICE.in(source.file(), i + 1);
            }
        }
    }

    private int recordLength(List<Variable> variables) throws MalformedException {
        long length = variables.stream().mapToLong(Variable::end).max().orElseThrow();
        if (length > MAX_RECORD) {
            throw DataFault.RECORD_LONG.at(source.file(), source.offset(), MAX_RECORD >> 20);
        }
        return (int) length;
    }

    /** Edition 8 may state the number of records, with blanks before it; zeros stand for not stated. */
    private static OptionalLong stated(Edition edition, Card header) throws MalformedException {
        String text = header.text(Card.TITLE_LENGTH, STATED_LENGTH);
        if (edition == Edition.V5 || text.isBlank() || text.chars().allMatch(c -> c == '0')) {
            return OptionalLong.empty();
        }
        String digits = text.strip();
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw header.malformed(Card.TITLE_LENGTH, DataFault.PART_NO_NUMBER, Part.RECORDS_COUNT.of());
        }
        return OptionalLong.of(Long.parseLong(digits));
    }
}
