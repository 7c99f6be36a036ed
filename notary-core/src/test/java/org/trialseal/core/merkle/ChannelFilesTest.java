package org.trialseal.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.testing.Seeded;

class ChannelFilesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void trees_writtenToAndReadFromFiles_giveTheRfcsPaths() throws Exception {
        RfcTree rfc = RfcTree.counting(3_000);
        Path leaves = folder.resolve("leaves");
        Path nodes = folder.resolve("nodes");
        TreeSlice slice;
        try (FileChannel leafChannel = create(leaves);
                FileChannel nodeChannel = create(nodes)) {
            ChannelSink leafSink = new ChannelSink(leafChannel);
            ChannelSink nodeSink = new ChannelSink(nodeChannel);
            TreeWriter writer = new TreeWriter(leafSink, nodeSink);
            for (int leaf = 0; leaf < 3_000; leaf++) {
                writer.append(rfc.leafHash(leaf));
            }
            assertThat(writer.count()).isEqualTo(3_000);
            slice = writer.endTree();
            leafSink.flush();
            nodeSink.flush();
        }
        assertThat(Files.size(leaves)).isEqualTo(3_000 * 32);
        assertThat(Files.size(nodes)).isEqualTo(23 * 32);
        try (FileChannel leafChannel = FileChannel.open(leaves);
                FileChannel nodeChannel = FileChannel.open(nodes)) {
            TreeReader reader = new TreeReader(new ChannelSource(leafChannel), new ChannelSource(nodeChannel));
            for (int index = 0; index < 3_000; index += 7) {
                assertThat(reader.inclusionPath(slice, index)).isEqualTo(rfc.path(index, 3_000));
            }
        }
    }

    @Test
    void sink_runsOfAnyLength_arriveInOrder() throws Exception {
        Random random = Seeded.random("sink_runsOfAnyLength_arriveInOrder");
        byte[] content = new byte[500_000];
        random.nextBytes(content);
        Path file = folder.resolve("content");
        try (FileChannel channel = create(file)) {
            ChannelSink sink = new ChannelSink(channel);
            int at = 0;
            while (at < content.length) {
                int run = Math.min(content.length - at, random.nextInt(100_000));
                sink.write(content, at, run);
                at += run;
            }
            sink.flush();
            sink.flush();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    @Test
    void sink_channelThatTakesLittleAtATime_losesNothing() throws Exception {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Trickle trickle = new Trickle();
        ChannelSink sink = new ChannelSink(trickle);
        sink.write(content, 0, content.length);
        sink.flush();
        assertThat(trickle.taken.content()).isEqualTo(content);
    }

    @Test
    void source_beyondTheEnd_throws() throws Exception {
        Path file = Files.write(folder.resolve("short"), new byte[40]);
        try (FileChannel channel = FileChannel.open(file)) {
            ChannelSource source = new ChannelSource(channel);
            assertThat(source.size()).isEqualTo(40);
            byte[] target = new byte[64];
            source.read(8, target, 16, 32);
            assertThatThrownBy(() -> source.read(9, target, 0, 32))
                    .isInstanceOf(EOFException.class)
                    .hasMessage("the file ends at byte 40");
            assertThatThrownBy(() -> source.read(0, target, 60, 8)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** A channel that takes at most 1,000 bytes a call. */
    private static final class Trickle implements WritableByteChannel {
        final MemoryFile taken = new MemoryFile();

        @Override
        public int write(ByteBuffer source) {
            byte[] run = new byte[Math.min(1_000, source.remaining())];
            source.get(run);
            taken.write(run, 0, run.length);
            return run.length;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
