package org.trialseal.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.record.Schema;
import org.trialseal.core.seal.DatasetEntry.Shape;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.LogSchemas;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Every limit is one too many away from an error, before anything of that size is held. */
final class LimitTest {
    private final SpecStudy study = SpecStudy.small();
    private final SpecPackage honest =
            study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));

    @ParameterizedTest
    @EnumSource(Limit.class)
    void read_oneMoreThanTheLimit_isMalformedAndSaysTheLimit(Limit limit) {
        assertThat(limit.allows(limit.max())).isTrue();
        assertThat(limit.allows(limit.max() + 1)).isFalse();
        assertThat(limit.allows(-1)).isFalse();
        assertThatThrownBy(() -> exceed(limit))
                .isInstanceOf(MalformedException.class)
                .satisfies(error -> {
                    boolean named = String.valueOf(error.getMessage()).contains(Long.toString(limit.max()));
                    assertThat(named || limit == Limit.ARCHIVE_BYTES || limit == Limit.NAME)
                            .as(error.getMessage())
                            .isTrue();
                });
    }

    private void exceed(Limit limit) throws IOException, MalformedException {
        switch (limit) {
            case ARCHIVE_ENTRIES -> readManifest("0".repeat(64) + "  x\n", limit.max() + 1);
            case ARCHIVE_BYTES -> readAll(claiming(SpecPackage.artifact(1, "disclosure"), limit.max()));
            case NAME -> readManifest("0".repeat(64) + "  " + "x".repeat(65) + "\n", 1);
            case BAGIT -> readAll(claiming("bagit.txt", limit.max() + 1));
            case PACKAGE_JSON -> readAll(claiming("data/package.json", limit.max() + 1));
            case STATEMENT -> readAll(claiming(SpecPackage.STATEMENT, limit.max() + 1));
            case TIMESTAMP -> readAll(claiming(SpecPackage.OTS, limit.max() + 1));
            case SMALL_ENTRY -> readAll(claiming(SpecPackage.ENTRIES, limit.max() + 1));
            case OPENED_ENTRY -> OpenedEntry.readList("e", endless("{\"opened\":[{\"a\":\""));
            case OPENING -> ArtifactOpening.readList("o", endless("{\"openings\":[{\"a\":\""));
            case PATH -> disclose(cat(head(0), u64(1), new byte[32], u64(0), 64));
            case LISTED_GROUPS -> disclose(cat(head(2), u64(limit.max() + 1)));
            case HISTORY -> discloseLog(u32(limit.max() + 1));
            case HISTORY_ENTRY -> discloseLog(cat(u32(1), u64(1), u32(0), 0, u32(limit.max() + 1)));
            case ABSENT -> disclose(cat(head(7), u64(0), u32(limit.max() + 1)));
            case ABSENT_BYTES -> disclose(absentOf(limit.max()));
            case CELL -> disclose(cat(whole(), 1, u32(limit.max() + 1)));
            case RECORD_BYTES -> disclose(recordOf(limit.max()));
        }
    }

    /** A log's disclosure with this history. */
    private static void discloseLog(byte[] history) throws IOException, MalformedException {
        LogDisclosureReader.read(
                "log",
                new ByteArrayInputStream(cat(ascii("trialseal/1 log\n"), u32(1), 1, history)),
                new LogDisclosureReader.Place(3, 1),
                5,
                LogSchemas.first(Schema.ofNames(List.of("A"))),
                new LogVisitor() {
                    @Override
                    public void earlier(EarlierLog log, List<Sha256> proof) {}

                    @Override
                    public void records(long shown) {}

                    @Override
                    public void shown(ShownRecord record) {}
                });
    }

    private static void readManifest(String line, long lines) throws IOException, MalformedException {
        Manifest.read("manifest", new ByteArrayInputStream(ascii(line.repeat((int) lines))));
    }

    /** The honest archive, but for one entry's sizes in its local header. */
    private InputStream claiming(String name, long length) {
        byte[] archive = honest.bytes();
        byte[] wanted = ascii(name);
        for (int at = 30; at + wanted.length <= archive.length; at++) {
            boolean isLocal = archive[at - 30] == 'P'
                    && archive[at - 29] == 'K'
                    && archive[at - 28] == 3
                    && archive[at - 4] == wanted.length;
            if (isLocal && java.util.Arrays.equals(archive, at, at + wanted.length, wanted, 0, wanted.length)) {
                ByteBuffer.wrap(archive)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(at - 12, (int) length)
                        .putInt(at - 8, (int) length);
                return new ByteArrayInputStream(archive);
            }
        }
        throw new AssertionError("no entry " + name);
    }

    private static void readAll(InputStream in) throws IOException, MalformedException {
        PackageReader reader = PackageReader.open("test", in);
        Optional<PackageEntry> next = reader.next();
        while (next.isPresent()) {
            next = reader.next();
        }
    }

    private static InputStream endless(String start) {
        InputStream rest = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(ascii(start)), rest);
    }

    private static byte[] head(int flags) {
        byte[] head = cat(ascii("trialseal/1 dataset\n"), u32(1), flags);
        return (flags & 1) == 0 ? head : cat(head, new byte[32]);
    }

    /** A group of one record, up to the first cell. */
    private static byte[] whole() {
        return cat(head(2), u64(0), u64(1), new byte[32], u64(1), 1, new byte[32], u64(0));
    }

    private static InputStream absentOf(long bytes) {
        return concat(cat(head(7), u64(0), u32(2), 1, u32(bytes)), bytes, cat(2, u32(1), 5), 0);
    }

    private static InputStream recordOf(long bytes) {
        return concat(cat(whole(), 1, u32(bytes / 2)), bytes / 2, cat(1, u32(bytes / 2)), bytes / 2, cat(1, u32(1)));
    }

    /** Byte arrays and, between them, runs of zeros. */
    private static InputStream concat(Object... parts) {
        List<InputStream> streams = new java.util.ArrayList<>();
        for (Object part : parts) {
            streams.add(
                    part instanceof byte[]
                            ? new ByteArrayInputStream((byte[]) part)
                            : zeros(((Number) part).longValue()));
        }
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    private static InputStream zeros(long count) {
        return new InputStream() {
            private long left = count;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int run = (int) Math.min(length, left);
                java.util.Arrays.fill(target, offset, offset + run, (byte) 0);
                left -= run;
                return run;
            }
        };
    }

    private static void disclose(byte[] bytes) throws IOException, MalformedException {
        disclose(new ByteArrayInputStream(bytes));
    }

    private static void disclose(InputStream in) throws IOException, MalformedException {
        DatasetDisclosureReader.read("d", in, 1, new Shape(true, 3, 9, 9), new Ignoring());
    }

    private static final class Ignoring implements DisclosureVisitor {
        @Override
        public void begin(Optional<Bytes> tagKey, boolean listed) {}

        @Override
        public void entry(Sha256 tag, Sha256 body) {}

        @Override
        public void endEntries() {}

        @Override
        public void absent(Cell identifier) {}

        @Override
        public void groups(long shown) {}

        @Override
        public void wholeGroup(ShownGroup group, GroupKey key) {}

        @Override
        public void partialGroup(ShownGroup group, Bytes bodySalt, long shown) {}

        @Override
        public void records(long first, long[] positions, RowBatch batch) {}

        @Override
        public void shown(ShownRecord record) {}

        @Override
        public void endGroup() {}
    }
}
