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
        Edition edition = Edition.of(source.card("its first header record"));
        Card first = source.card("the second header record");
        first.require(0, "SAS     SAS     SASLIB  ", "the second header record");
        requireOrigin(first, 24, 40);
        requireFiller(first, 40, TIME_AT);
        HeaderTime.require(first, TIME_AT, "the time at which the file was made");
        HeaderTime.require(source.card("the third header record"), 0, "the time at which the file was changed");
        return edition;
    }

    /** Reads the headers of a dataset. */
    Member member(Edition edition) throws IOException, MalformedException {
        Card header = source.card("the header of a dataset");
        header.requireHeader(edition.member());
        int size = header.number(SIZE_AT, 4, "the size of the variables' descriptions");
        if (size != Namestr.LENGTH && size != Namestr.VMS_LENGTH) {
            throw header.malformed(SIZE_AT, "descriptions of variables are 140 or 136 bytes long");
        }
        source.card("the descriptor header of a dataset").requireHeader(edition.descriptor());
        String name = descriptor(edition);
        List<Variable> variables = variables(edition, size, name);
        Card data = source.card("the header record in front of the records");
        if (edition == Edition.V8 && LongLabels.areAnnounced(data)) {
            variables = LongLabels.read(source, data, variables);
            data = source.card("the header record in front of the records");
        }
        data.requireHeader(edition.observations());
        return new Member(name, edition, variables, recordLength(variables), stated(edition, data));
    }

    private String descriptor(Edition edition) throws IOException, MalformedException {
        String what = "the description of a dataset";
        Card first = source.card(what);
        int nameEnd = 8 + edition.memberName();
        first.require(0, "SAS     ", what);
        first.require(nameEnd, "SASDATA ", what);
        requireOrigin(first, nameEnd + 8, edition == Edition.V5 ? TIME_AT : nameEnd + 24);
        HeaderTime.require(first, TIME_AT, "the time at which the dataset was made");
        HeaderTime.require(source.card(what), 0, "the time at which the dataset was changed");
        return FixedText.name(first.bytes(), 8, nameEnd, edition == Edition.V5)
                .orElseThrow(() -> first.malformed(
                        8, "the dataset has no name, or one with blanks or characters that no name may have"));
    }

    /** The versions of SAS and of the system, which the format wants in ASCII. */
    private static void requireOrigin(Card card, int from, int to) throws MalformedException {
        card.requireAscii(from, to - from, "the version of SAS or of the operating system");
    }

    private static void requireFiller(Card card, int from, int to) throws MalformedException {
        if (!card.text(from, to - from).replace('\0', ' ').isBlank()) {
            throw card.malformed(from, "there is something where blanks should stand; the file is damaged");
        }
    }

    private List<Variable> variables(Edition edition, int size, String member) throws IOException, MalformedException {
        Card header = source.card("the header of the variables");
        header.requireHeader(edition.namestr());
        int count = header.number(
                edition == Edition.V5 ? COUNT_AT : COUNT_AT - 1,
                edition == Edition.V5 ? 4 : 5,
                "the number of variables");
        if (count == 0 || count > Schema.MAX_COLUMNS) {
            throw header.malformed(
                    COUNT_AT,
                    "the dataset " + member + " has " + (count == 0 ? "no" : "too many")
                            + " variables; a dataset has 1 to " + Schema.MAX_COLUMNS
                            + "; seal the bytes of the file with --as document");
        }
        List<Variable> variables = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            long start = source.offset();
            byte[] bytes = source.bytes(size, "the description of variable " + i);
            variables.add(new Namestr(source.file(), start, edition, i, bytes).variable());
        }
        source.skipPadding((long) count * size, "the descriptions of the variables");
        requireDifferentNames(variables);
        return variables;
    }

    private void requireDifferentNames(List<Variable> variables) throws MalformedException {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            if (!names.add(variables.get(i).name().toUpperCase(Locale.ROOT))) {
                throw new MalformedException(
                        source.file(), "variable " + (i + 1) + " has the same name as one before it");
            }
        }
    }

    private int recordLength(List<Variable> variables) throws MalformedException {
        long length = variables.stream().mapToLong(Variable::end).max().orElseThrow();
        if (length > MAX_RECORD) {
            throw new MalformedException(
                    source.file(), source.offset(), "a record is longer than " + (MAX_RECORD >> 20) + " MiB");
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
            throw header.malformed(Card.TITLE_LENGTH, "the number of records is not a number");
        }
        return OptionalLong.of(Long.parseLong(digits));
    }
}
