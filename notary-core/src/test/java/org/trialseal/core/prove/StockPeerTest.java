package org.trialseal.core.prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecAnchor;
import org.trialseal.core.testing.TestStudy;
import org.trialseal.core.testing.TestTable;
import org.trialseal.core.testing.peers.Peer;
import org.trialseal.core.testing.peers.PythonPeer;

/** Records and documents as stock timestamps, replayed by the reference library up to the block's header. */
@Tag(Peer.TAG)
@Timeout(120)
class StockPeerTest {
    @TempDir
    private Path folder;

    private PythonPeer python;

    @BeforeEach
    void require() throws Exception {
        python = PythonPeer.require();
    }

    /** The reference must get from the file beside the proof to the attestations of seal.json.ots, and to the header. */
    private void assertReplayed(Proving proving, Path proof) throws Exception {
        assertThat(python.replays(proof)).as(proof.toString()).isTrue();
        DetachedTimestamp anchor = DetachedTimestamp.read(
                "anchor", Files.readAllBytes(proving.seal.files().timestamp()));
        List<String> expected = new ArrayList<>();
        for (Attested attested : anchor.timestamp().attestations()) {
            long height = ((BitcoinAttestation) attested.attestation()).height();
            expected.add(attested.message().hex() + " Bitcoin " + height);
        }
        assertThat(python.read(List.of(proof)).get(0).attestations()).isEqualTo(expected);
        SpecAnchor chain = SpecAnchor.practice(proving.seal.digest().toArray());
        assertThat(python.check(proof, List.of("", chain.block(1).bytes().hex())))
                .containsExactly(chain.block(1).time());
    }

    @Test
    void stockTimestamps_ofEveryKind_areReplayedByTheReference() throws Exception {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            rows.add(new ArrayList<>(Collections.nCopies(150, Cell.text("w" + i))));
        }
        TestTable wide = TestTable.grouped("WIDE", TestTable.names("C", 150), rows);
        byte[] document = TestStudy.content(1_500_000);
        Proving proving = Proving.of(folder, Map.of("protocol.pdf", document), StockProverTest.lb(60, 9), wide);
        for (int i = 0; i < 60; i += 7) {
            proving.proveStock(StockProverTest.record("LB", "SEQ", "" + i), "lb-" + i + ".ots");
            assertReplayed(proving, proving.stock("lb-" + i + ".ots"));
        }
        proving.proveStock(StockProverTest.record("WIDE", "C1", "w2"), "wide.ots");
        assertReplayed(proving, proving.stock("wide.ots"));
        proving.proveStock(new Selection.Document("protocol.pdf"), "protocol.pdf.ots");
        Files.write(proving.stock("protocol.pdf"), document);
        assertReplayed(proving, proving.stock("protocol.pdf.ots"));
        Files.write(proving.stock("protocol.pdf"), new byte[] {1});
        assertThat(python.replays(proving.stock("protocol.pdf.ots"))).isFalse();
    }
}
