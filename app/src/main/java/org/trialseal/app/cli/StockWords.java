package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.trialseal.core.prove.StockProver;
import org.trialseal.core.seal.Network;

/** Says what a stock timestamp that was just written is about, and what it does not prove. */
final class StockWords {
    private final Output output;
    private final Network network;

    /** @param network that the seal was anchored on */
    StockWords(Output output, Network network) {
        this.output = output;
        this.network = network;
    }

    void tell(Path timestamp, StockProver.Result result) throws IOException {
        boolean inBlock = !result.proof().timestamp().blocks().isEmpty();
        output.result("Wrote " + timestamp + ", a stock OpenTimestamps proof: " + result.steps()
                + " steps from a SHA-256 to that of seal.json, and those of seal.json.ots.");
        output.result(
                result.stamped().isPresent()
                        ? "It is about " + result.stamped().get() + ", which holds the record's leaf and no values."
                        : "It is about the document itself, byte for byte; keep them side by side.");
        output.result(
                inBlock
                        ? "It proves that these bytes existed when the block was made; not their place in the seal, nor"
                                + " what they mean."
                        : "It is pending: no block holds it yet. 'trialseal anchor', and then this again, completes it.");
        if (network == Network.PRACTICE) {
            output.warn("this seal is on the practice network: no stock client finds its blocks");
        }
        write(timestamp, result, inBlock);
    }

    private void write(Path timestamp, StockProver.Result result, boolean inBlock) throws IOException {
        output.json(json -> {
            json.writeStringField("timestamp", timestamp.toString());
            if (result.stamped().isPresent()) {
                json.writeStringField("stamped", result.stamped().get().toString());
            }
            json.writeStringField("digest", result.proof().digest().hex());
            json.writeNumberField("steps", result.steps());
            json.writeBooleanField("inBlock", inBlock);
            json.writeStringField("network", network.word());
        });
    }
}
