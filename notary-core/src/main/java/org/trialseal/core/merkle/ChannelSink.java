package org.trialseal.core.merkle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;

/**
 * Appends to a channel through a buffer of 64 KiB. What is not flushed is not in the channel; closing and syncing the
 * channel is its owner's part.
 */
public final class ChannelSink implements ByteSink {
    private static final int BUFFER = 1 << 16;

    private final WritableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    /** Writes to {@code channel} from its current position on. */
    public ChannelSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, source.length);
        int done = 0;
        while (done < length) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int run = Math.min(buffer.remaining(), length - done);
            buffer.put(source, offset + done, run);
            done += run;
        }
    }

    /** Hands everything written so far to the channel. */
    public void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            buffer.compact();
        }
    }
}
