package org.trialseal.app.cli;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.certificate.VerificationCertificate;
import org.trialseal.app.work.input.Inputs;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.app.work.verify.Examiner;
import org.trialseal.app.work.verify.OfflineExaminer;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.record.PathFile;
import org.trialseal.core.seal.RequiredSigner;
import org.trialseal.core.verify.Result;
import org.trialseal.core.verify.VerificationPolicy;
import org.trialseal.core.verify.VerificationReport;
import org.trialseal.core.verify.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = "Verify a proof package or an OpenTimestamps proof. Never uses the network.",
        footer = {
            "",
            "Exit codes: 0 passed, 1 failed, 2 indeterminate (pending, practice, no header).",
            "",
            "Examples:",
            "  trialseal verify s14.trialseal",
            "  trialseal verify --json s14.trialseal",
            "  trialseal verify --signer sponsor.pem s14.trialseal",
            "  trialseal verify --report s14.pdf s14.trialseal",
            "  trialseal verify protocol.pdf.ots",
            "  trialseal verify --about protocol.pdf --report time.pdf downloaded.ots"
        })
final class VerifyCommand extends Action {
    /** So many digits has the work of all hashes there are. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,78}");

    @Parameters(paramLabel = "FILE", description = "A proof package (.trialseal) or an OpenTimestamps proof (.ots).")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--signer", paramLabel = "CERT", description = "Demand a signature by this certificate's key.")
    private List<Path> signers = List.of();

    @Option(
            names = "--about",
            paramLabel = "FILE",
            description = "The file that an OpenTimestamps proof is about; else the one beside it, without .ots.")
    private @Nullable Path about;

    @Option(
            names = "--min-work",
            paramLabel = "N",
            description = "Demand this many expected hashes on top of a block above the newest checkpoint.")
    private @Nullable String minWork;

    @Option(names = "--practice", description = "Accept the practice network, for training.")
    private boolean practice;

    @Mixin
    private ReportOptions certificate = new ReportOptions();

    @Override
    int run(Workspace workspace) throws Exception {
        certificate.check();
        requireFile();
        Inputs.requireFile(file);
        VerificationPolicy policy = policy(workspace);
        try {
            return OfflineExaminer.isTimestamp(file)
                    ? timestamp(workspace.output(), policy)
                    : proof(workspace.output(), policy);
        } catch (MalformedException e) {
            throw new CommandFailure(
                    ExitCode.MALFORMED_INPUT,
                    e.getMessage() + ". The file may have been cut short or changed on its way: ask for it again");
        }
    }

    private int proof(Output output, VerificationPolicy policy) throws Exception {
        if (about != null) {
            throw CommandFailure.usage("--about is for OpenTimestamps proofs; a package says itself what it is about");
        }
        VerificationReport report = verify(policy);
        new VerificationWords(output).tell(report);
        certificate.tell(output);
        output.json(json -> VerificationJson.write(json, report));
        return exitCode(report.verdict());
    }

    private void requireFile() throws CommandFailure {
        if (EvidenceFolder.isOne(file)) {
            throw new CommandFailure(
                    ExitCode.NO_INPUT,
                    file
                            + " is an evidence folder; 'trialseal prove' makes a package of it, and 'trialseal status' says"
                            + " how far its anchoring has come");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailure(ExitCode.NO_INPUT, file + " is a folder; name the package in it");
        }
    }

    private VerificationReport verify(VerificationPolicy policy) throws Exception {
        if (!certificate.isWanted()) {
            return new Verifier(policy).verify(PathFile.of(file));
        }
        Examination.OfPackage examined = OfflineExaminer.proof(file, policy);
        certificate.write(locale -> VerificationCertificate.of(examined, locale));
        return examined.report();
    }

    private int timestamp(Output output, VerificationPolicy policy) throws Exception {
        if (!signers.isEmpty()) {
            throw CommandFailure.usage("an OpenTimestamps proof has no signatures; --signer is for packages");
        }
        Examiner.Question question = new Examiner.Question(file, Optional.ofNullable(about), practice);
        Examination.OfTimestamp examined = OfflineExaminer.timestamp(question, policy);
        certificate.write(locale -> VerificationCertificate.of(examined, locale));
        TimestampVerdict verdict = new TimestampVerdict(examined);
        verdict.tell(output);
        certificate.tell(output);
        output.json(verdict::write);
        return exitCode(examined.verdict());
    }

    private VerificationPolicy policy(Workspace workspace) throws Exception {
        VerificationPolicy policy = VerificationPolicy.standard(
                        workspace.bitcoin().get())
                .knowing(HeaderWords.known(workspace))
                .withSigners(SignerFile.read(signers).stream()
                        .map(RequiredSigner::spki)
                        .collect(Collectors.toSet()));
        VerificationPolicy demanding = minWork == null ? policy : policy.withMinimumWork(hashes(minWork));
        return practice ? demanding.acceptingPractice() : demanding;
    }

    private static BigInteger hashes(String number) throws CommandFailure {
        if (!NUMBER.matcher(number).matches()) {
            throw CommandFailure.usage("--min-work takes a number of hashes, 0 or more, in at most 78 digits");
        }
        return new BigInteger(number);
    }

    static int exitCode(Result verdict) {
        switch (verdict) {
            case PASSED:
                return ExitCode.PASSED;
            case FAILED:
                return ExitCode.FAILED;
            default:
                return ExitCode.INDETERMINATE;
        }
    }
}
