package org.trialseal.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.u64;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.RowBatch;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DatasetEntry.Shape;
import org.trialseal.core.seal.GroupKey;
import org.trialseal.core.seal.RecordHasher;
import org.trialseal.core.testing.SpecArtifact;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecDocument;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What the writers write is, byte for byte, what the words of the spec give. */
final class PackageWriterTest {
    private final SpecStudy study = SpecStudy.sample();

    private static List<Sha256> hashes(List<byte[]> path) {
        return path.stream().map(Sha256::wrap).toList();
    }

    private static Shape shape(SpecDataset dataset) throws MalformedException {
        return ((DatasetEntry) org.trialseal.core.seal.SealEntry.fromJson("entry", dataset.entry())).shape();
    }

    private static RowBatch batch(SpecDataset dataset, int position) {
        RowBatch batch = new RowBatch(dataset.columns.size());
        dataset.rows.get(position).forEach(batch::add);
        return batch;
    }

    /** What is shown of the groups at {@code indices}: whole when {@code columns} is empty, else these. */
    private static byte[] write(
            SpecDataset dataset,
            int flags,
            List<Cell> absent,
            List<Integer> indices,
            List<Integer> records,
            BitSet columns)
            throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<Bytes> tagKey = (flags & 1) == 0 ? Optional.empty() : Optional.of(Bytes.copyOf(dataset.tagKey));
        boolean listed = (flags & 2) != 0;
        DatasetDisclosureWriter writer = DatasetDisclosureWriter.begin(
                out, dataset.artifact, shape(dataset), new DisclosurePlan(tagKey, listed, absent, indices.size()));
        for (SpecDataset.Group group : listed ? dataset.groups : List.<SpecDataset.Group>of()) {
            writer.entry(Sha256.wrap(group.tag), Sha256.wrap(group.body()));
        }
        for (int index : indices) {
            SpecDataset.Group group = dataset.groups.get(index);
            ShownGroup shown = new ShownGroup(
                    Sha256.wrap(group.tag),
                    tagKey.isPresent() && dataset.grouped ? Optional.of(group.subject) : Optional.empty(),
                    listed
                            ? Optional.empty()
                            : Optional.of(new TreePlace(index, hashes(SpecHash.path(index, dataset.entries())))),
                    group.leaves.size());
            if (columns.isEmpty()) {
                writeWhole(writer, dataset, group, shown);
            } else {
                writePartial(writer, dataset, group, shown, records, columns);
            }
        }
        writer.finish();
        return out.toByteArray();
    }

    private static void writeWhole(
            DatasetDisclosureWriter writer, SpecDataset dataset, SpecDataset.Group group, ShownGroup shown)
            throws IOException {
        writer.wholeGroup(shown, new GroupKey(Bytes.copyOf(group.key)));
        for (int position : group.positions) {
            writer.record(position, batch(dataset, position), 0);
        }
    }

    private static void writePartial(
            DatasetDisclosureWriter writer,
            SpecDataset dataset,
            SpecDataset.Group group,
            ShownGroup shown,
            List<Integer> records,
            BitSet columns)
            throws IOException {
        RecordHasher hasher = new RecordHasher(dataset.columns.size());
        hasher.useGroup(new GroupKey(Bytes.copyOf(group.key)));
        FieldSelection selection = new FieldSelection(hasher, columns);
        writer.partialGroup(shown, hasher.bodySalt(), records.size());
        for (int record : records) {
            int position = group.positions.get(record);
            RowBatch batch = batch(dataset, position);
            hasher.commit(batch, 0, record, position);
            boolean all = records.size() == group.leaves.size();
            writer.shown(new ShownRecord(
                    record,
                    all ? Optional.empty() : Optional.of(hashes(SpecHash.path(record, group.leaves))),
                    selection.runs(batch, 0, position)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SpecStudy.LB, SpecStudy.TA, SpecStudy.WIDE, SpecStudy.WIDER})
    void write_wholeDataset_isWhatTheSpecSays(int artifact) throws Exception {
        SpecDataset dataset = study.dataset(artifact);
        List<Integer> all = IntStream.range(0, dataset.groups.size()).boxed().toList();
        for (int flags = 0; flags < 4; flags++) {
            assertThat(write(dataset, flags, List.of(), all, List.of(), new BitSet()))
                    .isEqualTo(dataset.everything(flags));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SpecStudy.LB, SpecStudy.TA, SpecStudy.WIDE, SpecStudy.WIDER})
    void write_partOfOneGroup_isWhatTheSpecSays(int artifact) throws Exception {
        SpecDataset dataset = study.dataset(artifact);
        int last = dataset.columns.size();
        for (List<Integer> columns : List.of(List.of(0), List.of(1, 2), List.of(last), List.of(0, 1, last))) {
            for (int flags = 0; flags < 4; flags++) {
                BitSet shown = new BitSet();
                columns.forEach(shown::set);
                assertThat(write(dataset, flags, List.of(), List.of(0), List.of(0), shown))
                        .isEqualTo(cat(dataset.head(flags), u64(1), dataset.partial(flags, 0, List.of(0), columns)));
            }
        }
    }

    @Test
    void write_absentIdentifiersInAnyOrder_isWhatTheSpecSays() throws Exception {
        SpecDataset lb = study.dataset(SpecStudy.LB);
        Cell a = Cell.text("S-97");
        Cell b = Cell.text("S-98");
        assertThat(write(lb, 3, List.of(b, a, b), List.of(), List.of(), new BitSet()))
                .isEqualTo(cat(lb.head(7, a, b), u64(0)));
    }

    @Test
    void write_document_isWhatTheSpecSays() throws Exception {
        SpecDocument document = study.document(SpecStudy.PROTOCOL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocumentContent.write(
                out,
                document.artifact,
                new GroupKey(Bytes.copyOf(document.key)),
                new ByteArrayInputStream(document.bytes));
        assertThat(out.toByteArray()).isEqualTo(document.content());
    }

    private PackageWriter writerOf(SpecPackage spec, List<Integer> opened) throws Exception {
        PackageWriter writer =
                new PackageWriter(study.statements.stream().map(Bytes::copyOf).toList());
        writer.timestamp(Bytes.copyOf(spec.get(SpecPackage.OTS)));
        writer.headers(Bytes.copyOf(spec.get(SpecPackage.HEADERS)));
        List<OpenedEntry> entries = new ArrayList<>();
        List<ArtifactOpening> openings = new ArrayList<>();
        for (int index : opened) {
            SpecArtifact artifact = study.artifacts.get(index);
            entries.add(
                    0,
                    new OpenedEntry(
                            index,
                            org.trialseal.core.seal.SealEntry.fromJson("entry", artifact.entry()),
                            hashes(SpecHash.path(index, study.entryLeaves()))));
        }
        openings.addAll(ArtifactOpening.readList("openings", new ByteArrayInputStream(spec.get(SpecPackage.OPENINGS))));
        java.util.Collections.reverse(openings);
        return writer.entries(entries).openings(openings).readme("Verify with TrialSeal.\n");
    }

    @Test
    void writeTo_package_isWhatTheSpecSaysAndTheSameAgain() throws Exception {
        byte[] lb = study.dataset(SpecStudy.LB).everything(3);
        byte[] protocol = study.document(SpecStudy.PROTOCOL).content();
        TreeMap<Integer, byte[]> shown = new TreeMap<>();
        shown.put(SpecStudy.LB, lb);
        shown.put(SpecStudy.PROTOCOL, protocol);
        SpecPackage spec = study.show(shown);
        PackageWriter writer = writerOf(spec, List.of(SpecStudy.LB, SpecStudy.PROTOCOL));
        writer.document(SpecStudy.PROTOCOL, PackageContent.of(Bytes.copyOf(protocol)));
        MeasuringOutput staged = new MeasuringOutput(new ByteArrayOutputStream());
        staged.write(lb);
        writer.disclosure(SpecStudy.LB, PackageContent.staged(SpecPackage.file(lb), staged.measured()));
        for (int round = 0; round < 2; round++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.writeTo(out);
            assertThat(out.toByteArray()).isEqualTo(spec.bytes());
        }
    }

    @Test
    void writeTo_stagedContentThatChanged_isRefused() throws Exception {
        SpecPackage spec = study.show(SpecStudy.LB, new byte[] {1});
        PackageWriter writer = writerOf(spec, List.of(SpecStudy.LB))
                .disclosure(
                        SpecStudy.LB,
                        PackageContent.staged(SpecPackage.file(new byte[] {2}), Measured.of(new byte[] {1})));
        assertThatThrownBy(() -> writer.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0001.disclosure changed");
    }

    @Test
    void writeTo_contentBeyondItsLimit_isRefused() throws Exception {
        PackageWriter writer = writerOf(study.show(SpecStudy.LB, new byte[1]), List.of(SpecStudy.LB))
                .readme("x".repeat((1 << 26) + 1));
        assertThatThrownBy(() -> writer.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("data/readme.txt is larger");
    }

    @Test
    void disclosure_sameArtifactTwice_isABug() throws Exception {
        PackageContent content = PackageContent.of(Bytes.empty());
        PackageWriter writer = new PackageWriter(List.of(Bytes.empty())).disclosure(1, content);
        assertThatThrownBy(() -> writer.document(1, content)).hasMessageContaining("shown twice");
        assertThatThrownBy(() -> new PackageWriter(List.of())).hasMessageContaining("at least one statement");
    }

    @Test
    void write_callsOutOfOrder_areBugs() throws Exception {
        SpecDataset lb = study.dataset(SpecStudy.LB);
        DisclosurePlan plan = new DisclosurePlan(Optional.empty(), true, List.of(), 1);
        DatasetDisclosureWriter writer = DatasetDisclosureWriter.begin(new ByteArrayOutputStream(), 1, shape(lb), plan);
        ShownGroup group = new ShownGroup(Sha256.of(), Optional.empty(), Optional.empty(), 2);
        GroupKey key = new GroupKey(Bytes.copyOf(new byte[32]));
        assertThatThrownBy(() -> writer.wholeGroup(group, key)).hasMessage("no group is due");
        assertThatThrownBy(() -> writer.finish()).hasMessage("something is still due");
        for (SpecDataset.Group listed : lb.groups) {
            writer.entry(Sha256.wrap(listed.tag), Sha256.of());
            assertThatThrownBy(() -> writer.entry(Sha256.wrap(listed.tag), Sha256.of()))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> writer.record(0, batch(lb, 0), 0)).hasMessage("no record is due");
        writer.wholeGroup(group, key);
        assertThatThrownBy(() -> writer.wholeGroup(group, key)).hasMessage("no group is due");
        writer.record(0, batch(lb, 0), 0);
        writer.record(1, batch(lb, 1), 0);
        assertThatThrownBy(() -> writer.record(2, batch(lb, 2), 0)).hasMessage("no record is due");
        writer.finish();
    }
}
