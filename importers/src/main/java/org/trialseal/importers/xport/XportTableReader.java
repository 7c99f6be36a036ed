package org.trialseal.importers.xport;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.TableReader;

/** The datasets of a transport file, one after the other. */
final class XportTableReader implements TableReader {
    /** How many bytes of records go into one piece, give or take a record. */
    static final int PIECE = 1 << 20;

    private final CardSource source;
    private final MemberReader members;
    private final CharacterEncoding encoding;
    private final int piece;
    private @Nullable Edition edition;
    private @Nullable Member member;
    private @Nullable RecordReader records;

    XportTableReader(CardSource source, CharacterEncoding encoding, int piece) {
        this.source = source;
        this.members = new MemberReader(source);
        this.encoding = encoding;
        this.piece = piece;
    }

    @Override
    public Optional<Table> nextTable() throws IOException, MalformedException {
        return nextMember().map(next -> new Table(next.name(), next.schema()));
    }

    /** Moves to the next dataset. */
    Optional<Member> nextMember() throws IOException, MalformedException {
        boolean first = edition == null;
        Edition known = edition == null ? members.library() : edition;
        edition = known;
        skipRest();
        if (!first && source.peek().isEmpty()) {
            member = null;
            records = null;
            return Optional.empty();
        }
        Member next = members.member(known);
        member = next;
        records = new RecordReader(source, next, piece);
        return Optional.of(next);
    }

    private void skipRest() throws IOException, MalformedException {
        if (records != null) {
            Optional<Records> left = records.next();
            while (left.isPresent()) {
                left = records.next();
            }
        }
    }

    @Override
    public Optional<Piece> nextPiece() throws IOException, MalformedException {
        Member current = member;
        if (current == null) {
            throw new IllegalStateException("no table is open");
        }
        return nextRecords().map(some -> () -> new RecordDecoder(source.file(), current, encoding).decode(some));
    }

    /** The next records of the current dataset, not decoded. */
    Optional<Records> nextRecords() throws IOException, MalformedException {
        if (records == null) {
            throw new IllegalStateException("no dataset is open");
        }
        return records.next();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
