package org.trialseal.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.input.PlanFile;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.DetachedTimestamp;
import org.trialseal.core.ots.HashOp;
import org.trialseal.core.ots.Limit;
import org.trialseal.core.ots.OtsException;
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
    private static final String SUFFIX = ".ots";
    private static final int HEAD = 64;

    @Parameters(paramLabel = "FILE", description = "The file to explain.")
    @SuppressWarnings("NullAway.Init")
    private Path path;

    @Override
    int run(Workspace workspace) throws Exception {
        PathFile file = Inputs.existing(path);
        byte[] head = read(file, HEAD);
        if (startsWith(head, TIMESTAMP) || file.name().endsWith(SUFFIX)) {
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

    private static void timestamp(Output output, PathFile file) throws IOException, MalformedException, CommandFailure {
        byte[] bytes = read(file, (int) Limit.FILE.max() + 1);
        DetachedTimestamp proof = readProof(file.name(), bytes);
        boolean canonical = Arrays.equals(bytes, proof.toBytes());
        output.result(file.name() + " is an OpenTimestamps proof, version 1, "
                + (canonical ? "in canonical form." : "not in canonical form, which does it no harm."));
        Optional<Boolean> fits = fitsNeighbour(file, proof);
        TimestampInspection inspection = new TimestampInspection(proof);
        inspection.tell(output);
        fits.ifPresent(does -> output.result(
                does
                        ? "The file beside it has this digest."
                        : "The file beside it has another digest: it is not about that."));
        output.json(json -> {
            inspection.write(json);
            json.writeBooleanField("canonical", canonical);
            if (fits.isPresent()) {
                json.writeBooleanField("fitsFileBeside", fits.get());
            }
        });
    }

    private static DetachedTimestamp readProof(String name, byte[] bytes) throws MalformedException, CommandFailure {
        try {
            return DetachedTimestamp.read(name, bytes);
        } catch (OtsException e) {
            if (e.kind() != OtsException.Kind.UNKNOWN_OPERATION) {
                throw e;
            }
            throw new CommandFailure(
                    ExitCode.MALFORMED_INPUT,
                    e.getMessage() + ", tag " + HexFormat.of().toHexDigits(bytes[(int) e.offset() - 1])
                            + ": what it makes of a message is not known, so nothing behind it can be read");
        }
    }

    /** Whether it is about the file beside it that is called alike without .ots; empty when there is none. */
    private static Optional<Boolean> fitsNeighbour(PathFile file, DetachedTimestamp proof) throws IOException {
        String name = file.name();
        if (!name.endsWith(SUFFIX) || proof.fileHash() != HashOp.SHA256) {
            return Optional.empty();
        }
        Path beside = file.path().resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
        if (!Files.isRegularFile(beside)) {
            return Optional.empty();
        }
        MessageDigest digest = Sha256.newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(beside), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Optional.of(proof.isFor(Sha256.wrap(digest.digest())));
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
        Inputs.Understood understood =
                new Inputs(workspace.formats(), Inputs.Wishes.none()).understand(List.of(file.path()));
        understood.items().forEach(item -> PlanCommand.describe(workspace.output(), item, understood.defines()));
        workspace.output().json(json -> {
            json.writeStringField("type", "data");
            PlanFile.write(json, understood);
        });
    }
}
