package org.trialseal.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.trialseal.app.work.Inputs;
import org.trialseal.app.work.OfflineExaminer;
import org.trialseal.app.work.PlanFile;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.ots.Attested;
import org.trialseal.core.ots.BitcoinAttestation;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.PendingAttestation;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.Statement;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "inspect",
        description = "Explain a file: a timestamp (.ots), a package, a seal.json, or a data file.",
        footer = {"", "Examples:", "  trialseal inspect seal.json.ots", "  trialseal inspect s14.trialseal"})
final class InspectCommand extends Action {
    private static final byte[] TIMESTAMP = {0, 'O', 'p', 'e', 'n', 'T', 'i', 'm', 'e', 's'};
    private static final byte[] ARCHIVE = {'P', 'K', 3, 4};
    private static final int HEAD = 64;

    @Parameters(paramLabel = "FILE", description = "The file to explain.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Override
    int run(Workspace workspace) throws Exception {
        PathFile file = Inputs.existing(path);
        byte[] head = read(file, HEAD);
        if (startsWith(head, TIMESTAMP)) {
            timestamp(workspace.output(), file);
        } else if (startsWith(head, ARCHIVE) && file.name().endsWith(".trialseal")) {
            archive(workspace.output(), file);
        } else if (new String(head, StandardCharsets.ISO_8859_1).startsWith("{\"")
                && file.size() <= Statement.MAX_LENGTH
                && isStatement(file)) {
            statement(workspace.output(), file);
        } else {
            data(workspace, file);
        }
        return ExitCode.PASSED;
    }

    private static byte[] read(PathFile file, int limit) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(limit);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static boolean isStatement(PathFile file) throws IOException {
        String text = new String(read(file, Statement.MAX_LENGTH), StandardCharsets.UTF_8);
        return text.contains("\"format\":\"trialseal/");
    }

    private static void timestamp(Output output, PathFile file) throws IOException, MalformedException {
        DetachedTimestamp proof = OfflineExaminer.timestamp(file);
        List<Attested> attested = proof.timestamp().attestations();
        output.result(file.name() + " is an OpenTimestamps proof, version 1, in canonical form or equal to one.");
        output.result("It is about the file whose " + proof.fileHash().word() + " is "
                + proof.digest().hex() + ".");
        if (proof.isWeak()) {
            output.result("That hash function is broken: the proof can never prove a seal.");
        }
        for (Attested one : attested) {
            output.result("- " + words(one));
        }
        output.result("This reads the proof; it checks nothing against the chain.");
        output.json(json -> {
            json.writeStringField("type", "timestamp");
            json.writeStringField("hash", proof.fileHash().word());
            json.writeStringField("digest", proof.digest().hex());
            json.writeArrayFieldStart("attestations");
            for (Attested one : attested) {
                json.writeStartObject();
                json.writeStringField("words", words(one));
                json.writeStringField("commitment", one.message().hex());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static String words(Attested attested) {
        if (attested.attestation() instanceof BitcoinAttestation bitcoin) {
            return "attested by block " + bitcoin.height() + " of Bitcoin's main chain, if its Merkle root is "
                    + reversed(attested.message()).hex();
        }
        if (attested.attestation() instanceof PendingAttestation pending) {
            return "pending: the calendar " + pending.uri() + " promised to have it in a block";
        }
        return "an attestation of a kind that counts for nothing here, tag "
                + attested.attestation().tag().hex();
    }

    private static Bytes reversed(Bytes bytes) {
        byte[] reversed = new byte[bytes.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = bytes.at(reversed.length - 1 - i);
        }
        return Bytes.copyOf(reversed);
    }

    private static void archive(Output output, PathFile file) throws IOException, MalformedException {
        VerificationReport report = new Verifier(VerificationPolicy.standard(Checkpoints.shipped())).verify(file);
        output.result(file.name() + " is a proof package of " + file.size()
                + " bytes. 'trialseal verify' gives a verdict;" + " this is what it says of itself:");
        new VerificationWords(output).tell(report);
        output.json(json -> {
            json.writeStringField("type", "package");
            VerificationJson.write(json, report);
        });
    }

    private static void statement(Output output, PathFile file) throws IOException, MalformedException {
        byte[] bytes = read(file, Statement.MAX_LENGTH);
        Statement statement = Statement.parse(file.name(), bytes);
        output.result(
                file.name() + " is the statement of seal " + statement.place().seal() + " of study "
                        + statement.study().id() + " (" + statement.milestone() + "), on the network "
                        + statement.network().word() + ".");
        output.result("It commits to "
                + SealWords.number(statement.entries().count(), "entry").replace("entrys", "entries") + " and was made "
                + statement.claimedTime() + " by the sealing computer's own clock.");
        output.result("SHA-256 " + Sha256.of(bytes).hex() + ": this is what signatures and timestamps are about.");
        output.json(json -> {
            json.writeStringField("type", "statement");
            json.writeNumberField("seal", statement.place().seal());
            json.writeStringField("study", statement.study().id());
            json.writeStringField("digest", Sha256.of(bytes).hex());
        });
    }

    private static void data(Workspace workspace, PathFile file) throws Exception {
        List<SealItem> items = new Inputs(workspace.formats(), Inputs.Wishes.none()).all(List.of(file.path()));
        items.forEach(item -> PlanCommand.describe(workspace.output(), item));
        workspace.output().json(json -> {
            json.writeStringField("type", "data");
            PlanFile.write(json, items);
        });
    }
}
