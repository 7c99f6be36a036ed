package org.trialseal.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.HeaderFetch;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.HeaderRun;
import org.trialseal.core.bitcoin.MiniChain;
import org.trialseal.core.testing.Seeded;

/** Honest servers one byte of whose answers is changed on the way: a plain failure or nothing at all, never a false header. */
@Timeout(120)
class FlippedAnswersTest {
    private static final int ROUNDS = 150;
    private static final int LONGEST_ANSWER = 12_000;
    private static final MiniChain CHAIN = MiniChain.start().mine(80, 0);

    @TempDir
    private Path folder;

    private final Random random = Seeded.random("FlippedAnswersTest");
    private volatile int spare;

    /** Changes one byte of all that is written to an answer, unless it is shorter. */
    private final class Flipping extends FilterOutputStream {
        Flipping(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] changed = bytes.clone();
            if (spare >= 0 && spare < length) {
                changed[offset + spare] ^= (byte) (1 << spare % 8);
            }
            spare -= length;
            out.write(changed, offset, length);
        }
    }

    private Socket flipping(Socket socket) {
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new Flipping(socket.getOutputStream());
            }
        };
    }

    private void round(int round, HeaderSource source) throws IOException {
        HeaderStore store = new HeaderStore(folder.resolve("round" + round), CHAIN.checkpoints(2));
        spare = random.nextInt(round % 2 == 0 ? 200 : LONGEST_ANSWER);
        int at = spare;
        try {
            new HeaderFetch(store, HeaderProgress.silent()).extend(source, Deadline.in(Duration.ofMillis(400)));
        } catch (HeaderSourceException e) {
            assertThat(e).as("byte " + at).hasMessageStartingWith(source.name());
        }
        long end = store.top().map(HeaderRun::endHeight).orElse(32L);
        assertThat(end).isLessThanOrEqualTo(81);
        if (end > 32) {
            assertThat(store.top()).as("byte " + at).contains(CHAIN.run(32, (int) end));
        }
    }

    @ParameterizedTest
    @EnumSource
    void extend_overHttp_neverKeepsAFalseHeader(HttpHeaderSourcesTest.Kind kind) throws IOException {
        FakeNode node = new FakeNode(CHAIN.runFrom(0));
        try (HttpLink link = HttpLink.direct();
                RawServer server = new RawServer((request, socket) -> node.serve(request, flipping(socket)))) {
            for (int i = 0; i < ROUNDS; i++) {
                round(i, kind.at(server.endpoint(), link));
            }
        }
    }

    @Test
    void extend_overElectrum_neverKeepsAFalseHeader() throws IOException {
        try (FakeElectrum server = FakeElectrum.plain(CHAIN.runFrom(0))) {
            server.behave((line, out) -> server.honest(line, new Flipping(out)));
            for (int i = 0; i < ROUNDS; i++) {
                try (ElectrumHeaders source = ElectrumHeaders.onThisComputer("127.0.0.1", server.port())) {
                    round(i, source);
                }
            }
        }
    }

    @Test
    void read_randomBytesAndMutatedJson_neverThrows() {
        byte[] whole = "{\"result\":{\"hex\":\"00ff\",\"n\":[1,-2,3.5e7,null,true,{}]},\"id\":12}"
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(JsonAnswer.read(whole)
                        .flatMap(answer -> answer.member("result"))
                        .flatMap(result -> result.text("hex")))
                .contains("00ff");
        for (int i = 0; i < 20_000; i++) {
            byte[] mutated = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            Optional<JsonAnswer> read = JsonAnswer.read(mutated);
            read.ifPresent(answer -> assertThat(answer.items()).isEmpty());
        }
    }
}
