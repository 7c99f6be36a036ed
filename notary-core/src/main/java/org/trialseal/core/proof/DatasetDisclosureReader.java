package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.seal.CommitmentRuns;
import org.trialseal.core.seal.DatasetEntry.Shape;
import org.trialseal.core.seal.GroupKey;

/**
 * Reads what is shown of a dataset, once, as a stream: it keeps no more than one record or a few hundred small ones.
 * Everything that the grammar does not allow is malformed.
 */
public final class DatasetDisclosureReader {
    private static final int KNOWN_FLAGS = DisclosurePlan.TAG_KEY | DisclosurePlan.LISTED | DisclosurePlan.ABSENT;
    private static final int SALT_LENGTH = 16;

    private final StrictInput input;
    private final Shape shape;
    private final DisclosureVisitor visitor;
    private final CellReader cells;
    private boolean identified;
    private boolean listed;

    private DatasetDisclosureReader(StrictInput input, Shape shape, DisclosureVisitor visitor) {
        this.input = input;
        this.shape = shape;
        this.visitor = visitor;
        this.cells = new CellReader(input, CommitmentRuns.ofDataset(shape.columns()));
    }

    /**
     * Reads a disclosure to its end.
     *
     * @param source what is read, for messages
     * @param artifact the artifact it must be about
     * @param shape the dataset's counts, from its entry
     * @throws MalformedException when it does not follow the grammar
     */
    public static void read(String source, InputStream in, int artifact, Shape shape, DisclosureVisitor visitor)
            throws IOException, MalformedException {
        StrictInput input = new StrictInput(source, in);
        input.expect(DatasetDisclosureWriter.MAGIC, "not what is shown of a dataset, or of an unknown format version");
        if (input.u32() != artifact) {
            throw input.error("is about another artifact than its name says");
        }
        new DatasetDisclosureReader(input, shape, visitor).read();
        input.expectEnd();
    }

    private void read() throws IOException, MalformedException {
        int flags = input.octet();
        boolean tagKey = (flags & DisclosurePlan.TAG_KEY) != 0;
        boolean absent = (flags & DisclosurePlan.ABSENT) != 0;
        listed = (flags & DisclosurePlan.LISTED) != 0;
        identified = tagKey && shape.grouped();
        if ((flags & ~KNOWN_FLAGS) != 0 || absent && !(identified && listed)) {
            throw input.error("flags that cannot be");
        }
        visitor.begin(tagKey ? Optional.of(input.value(DisclosurePlan.TAG_KEY_LENGTH)) : Optional.empty(), listed);
        if (listed) {
            readEntries();
        }
        if (absent) {
            readAbsent();
        }
        readGroups();
    }

    private void readEntries() throws IOException, MalformedException {
        long count = input.count();
        if (!Limit.LISTED_GROUPS.allows(count)) {
            throw input.error(
                    MalformedException.Kind.TOO_LARGE, "more than " + Limit.LISTED_GROUPS.max() + " subject entries");
        }
        for (long i = 0; i < count; i++) {
            visitor.entry(input.hash(), input.hash());
        }
        visitor.endEntries();
    }

    private void readAbsent() throws IOException, MalformedException {
        int count = input.length(Limit.ABSENT, "the number of absent identifiers");
        long bytes = 0;
        @Nullable Cell last = null;
        for (int i = 0; i < count; i++) {
            Cell identifier = cells.cell();
            bytes += identifier.value().length();
            if (!Limit.ABSENT_BYTES.allows(bytes)) {
                throw input.error(
                        MalformedException.Kind.TOO_LARGE,
                        "absent identifiers of more than " + Limit.ABSENT_BYTES.max() + " bytes");
            }
            if (last != null && last.compareTo(identifier) >= 0) {
                throw input.error("absent identifiers do not ascend");
            }
            last = identifier;
            visitor.absent(identifier);
        }
        if (count == 0) {
            throw input.error("an empty list of absent identifiers");
        }
    }

    private void readGroups() throws IOException, MalformedException {
        long shown = input.count();
        visitor.groups(shown);
        @Nullable Sha256 last = null;
        for (long i = 0; i < shown; i++) {
            ShownGroup group = readGroup();
            if (last != null && last.compareTo(group.tag()) >= 0) {
                throw input.error("shown groups do not ascend by tag");
            }
            last = group.tag();
            readRecords(group);
            visitor.endGroup();
        }
    }

    private ShownGroup readGroup() throws IOException, MalformedException {
        Sha256 tag = input.hash();
        Optional<Cell> subject = identified ? Optional.of(cells.cell()) : Optional.empty();
        Optional<TreePlace> place = listed ? Optional.empty() : Optional.of(new TreePlace(input.count(), cells.path()));
        long count = input.count();
        if (count == 0) {
            throw input.error("a group without records");
        }
        return new ShownGroup(tag, subject, place, count);
    }

    private void readRecords(ShownGroup group) throws IOException, MalformedException {
        int mode = input.octet();
        if (mode == DatasetDisclosureWriter.WHOLE) {
            visitor.wholeGroup(group, new GroupKey(input.value(GroupKey.LENGTH)));
            cells.records(group.count(), visitor);
        } else if (mode == DatasetDisclosureWriter.PARTIAL) {
            readPartial(group);
        } else {
            throw input.error("a group is shown neither whole nor in part");
        }
    }

    private void readPartial(ShownGroup group) throws IOException, MalformedException {
        Bytes salt = input.value(SALT_LENGTH);
        long shown = input.count();
        if (shown == 0 || shown > group.count()) {
            throw input.error("a group shows at least one record and at most all it has");
        }
        visitor.partialGroup(group, salt, shown);
        long last = -1;
        for (long i = 0; i < shown; i++) {
            long index = input.count();
            if (index <= last || index >= group.count()) {
                throw input.error("shown records do not ascend within the group");
            }
            last = index;
            visitor.shown(cells.shown(index, shown < group.count()));
        }
    }
}
