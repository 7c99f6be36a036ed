package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.anchor.AllowList;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.ots.Attestation;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.ots.RewriteOp;
import org.trialseal.core.ots.UnknownAttestation;
import org.trialseal.core.remote.practice.PracticeNetwork;

/** Explains an OpenTimestamps proof: its digest, its steps, its attestations, and what it does not show. */
final class TimestampInspection {
    private static final int LONGEST_HEX = 32;
    private static final int LONGEST_TEXT = 72;
    private static final int LONGEST_MESSAGE = 64;

    private final DetachedTimestamp proof;
    private final TimestampSteps list;

    TimestampInspection(DetachedTimestamp proof) {
        this.proof = proof;
        this.list = TimestampSteps.of(proof.timestamp());
    }

    void tell(Output output) {
        output.result("It is about a file whose " + proof.fileHash().word() + " is "
                + proof.digest().hex() + ".");
        if (proof.isWeak()) {
            output.result("That is no SHA-256: whatever the rest says, such a proof never proves a seal.");
        }
        if (!list.steps().isEmpty()) {
            output.result("From that digest it goes on so, each step from the one above it unless it says otherwise:");
        }
        int next = 0;
        next = tellClaims(output, 0, next);
        for (TimestampSteps.Step step : list.steps()) {
            output.result(words(step));
            next = tellClaims(output, step.number(), next);
        }
        limits().forEach(output::result);
    }

    private int tellClaims(Output output, int step, int first) {
        int next = first;
        while (next < list.attestations().size()
                && list.attestations().get(next).step() == step) {
            output.result("      * " + words(list.attestations().get(next)));
            next++;
        }
        return next;
    }

    private static String words(TimestampSteps.Step step) {
        String from = step.from() == step.number() - 1 ? "" : " (on from " + place(step.from()) + ")";
        String number =
                " ".repeat(Math.max(0, 5 - Integer.toString(step.number()).length())) + step.number();
        return number + "  " + step.op().word() + argument(step) + from;
    }

    private static String place(int step) {
        return step == 0 ? "the file's digest" : "step " + step;
    }

    private static String argument(TimestampSteps.Step step) {
        if (step.op() instanceof HashOp) {
            return " = " + step.result().message().hex();
        }
        return step.op() instanceof RewriteOp ? "" : " " + shortened(step.op().argument());
    }

    /** At most a line of it: as text where it is text. */
    private static String shortened(Bytes bytes) {
        boolean text = bytes.length() > LONGEST_HEX && isPrintable(bytes);
        int shown = Math.min(bytes.length(), text ? LONGEST_TEXT : LONGEST_HEX);
        Bytes start = bytes.slice(0, shown);
        String content = text ? "'" + new String(start.toArray(), StandardCharsets.US_ASCII) + "'" : start.hex();
        return content + (shown < bytes.length() ? "... (" + bytes.length() + " bytes)" : "");
    }

    private static boolean isPrintable(Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) < 0x20 || bytes.at(i) == 0x7f) {
                return false;
            }
        }
        return true;
    }

    private String words(TimestampSteps.Claim claim) {
        if (claim.attestation() instanceof BitcoinAttestation bitcoin) {
            return "attested by block " + bitcoin.height() + " of Bitcoin's main chain, if its Merkle root is "
                    + merkleRoot(claim)
                    + (counts(claim)
                            ? ""
                            : "; that counts for nothing here, for the way there has a hash other than SHA-256");
        }
        if (claim.attestation() instanceof PendingAttestation pending) {
            return "pending: the calendar " + pending.uri()
                    + " promised to have this in a block. A promise, no evidence;" + " it is asked for "
                    + claim.at().message().hex();
        }
        return "an attestation that counts for nothing here: " + kind(claim.attestation()) + ", "
                + SealWords.number(claim.attestation().payload().length(), "byte") + ", kept as it is";
    }

    private boolean counts(TimestampSteps.Claim claim) {
        Attested attested = new Attested(claim.at().message(), claim.attestation());
        return attested.block().filter(proof.timestamp().blocks()::contains).isPresent();
    }

    private static String kind(Attestation attestation) {
        if (attestation.tag().equals(UnknownAttestation.LITECOIN)) {
            return "of a Litecoin block";
        }
        return attestation.tag().equals(UnknownAttestation.ETHEREUM)
                ? "of an Ethereum block"
                : "of an unknown kind, tag " + attestation.tag().hex();
    }

    /** A block's Merkle root as people write it: its bytes from last to first. */
    private static String merkleRoot(TimestampSteps.Claim claim) {
        Bytes message = claim.at().message();
        return message.length() == 0
                ? "empty"
                : RewriteOp.REVERSE.apply(message).hex();
    }

    private List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (isOfPractice()) {
            limits.add("It was made on the practice network, whose blocks are none of Bitcoin's: it is no evidence.");
        }
        limits.add(
                proof.timestamp().blocks().isEmpty()
                        ? "It names no block of Bitcoin that counts, so by itself it proves no time."
                        : "Nothing was checked against the chain here: whether a block has that Merkle root is for"
                                + " 'trialseal verify' or a stock client to say.");
        limits.add(
                "It can show that the file existed no later than a day. It does not show who made it, that it is true, or"
                        + " that it is not older.");
        return limits;
    }

    private boolean isOfPractice() {
        AllowList practice = PracticeNetwork.allowList();
        return list.attestations().stream()
                .anyMatch(claim ->
                        claim.attestation() instanceof PendingAttestation pending && practice.allows(pending.uri()));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStringField("type", "timestamp");
        json.writeStringField("hash", proof.fileHash().word());
        json.writeBooleanField("weak", proof.isWeak());
        json.writeStringField("digest", proof.digest().hex());
        json.writeArrayFieldStart("steps");
        for (TimestampSteps.Step step : list.steps()) {
            write(json, step);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("attestations");
        for (TimestampSteps.Claim claim : list.attestations()) {
            write(json, claim);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("limits");
        for (String limit : limits()) {
            json.writeString(limit);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, TimestampSteps.Step step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", step.number());
        json.writeNumberField("from", step.from());
        json.writeStringField("op", step.op().word());
        if (step.op().argument().length() > 0) {
            json.writeStringField("argument", step.op().argument().hex());
        }
        Bytes message = step.result().message();
        json.writeNumberField("length", message.length());
        if (message.length() <= LONGEST_MESSAGE) {
            json.writeStringField("message", message.hex());
        }
        json.writeEndObject();
    }

    private void write(JsonGenerator json, TimestampSteps.Claim claim) throws IOException {
        json.writeStartObject();
        json.writeNumberField("step", claim.step());
        if (claim.attestation() instanceof BitcoinAttestation bitcoin) {
            json.writeStringField("kind", "bitcoin");
            json.writeNumberField("height", bitcoin.height());
            json.writeStringField("merkleRoot", merkleRoot(claim));
        } else if (claim.attestation() instanceof PendingAttestation pending) {
            json.writeStringField("kind", "pending");
            json.writeStringField("calendar", pending.uri());
        } else {
            json.writeStringField("kind", "unknown");
            json.writeStringField("tag", claim.attestation().tag().hex());
            json.writeStringField("payload", claim.attestation().payload().hex());
        }
        json.writeStringField("commitment", claim.at().message().hex());
        json.writeStringField("words", words(claim));
        json.writeEndObject();
    }
}
