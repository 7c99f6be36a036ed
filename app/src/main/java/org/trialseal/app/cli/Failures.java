package org.trialseal.app.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.Safe;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealRefusedException;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.prove.ProofRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns every way in which a command can end early into words on standard error and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** What is said, and the code to exit with. */
    private record Ending(int exitCode, String message) {}

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Ending ending = ending(failure);
        command.getErr().println(Safe.text("trialseal: " + ending.message()));
        if (ending.exitCode() == ExitCode.BUG) {
            Logger log = LoggerFactory.getLogger(Failures.class);
            log.error("unexpected failure", failure);
        }
        return ending.exitCode();
    }

    @Override
    public int handleParseException(ParameterException failure, String[] args) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(Safe.lines("trialseal: " + failure.getMessage()));
        command.getErr().println("Try '" + name + " --help'.");
        return ExitCode.USAGE;
    }

    private static Ending ending(Exception failure) {
        if (failure instanceof CommandFailure known) {
            return new Ending(known.exitCode(), message(known));
        }
        if (failure instanceof RefusedException refused) {
            return new Ending(exitCode(refused.kind()), message(refused));
        }
        if (failure instanceof MalformedException) {
            return new Ending(ExitCode.MALFORMED_INPUT, message(failure));
        }
        if (failure instanceof WrongPassphraseException) {
            return new Ending(ExitCode.USAGE, message(failure));
        }
        if (failure instanceof SealRefusedException refused) {
            return new Ending(exitCode(refused.reason()), message(refused));
        }
        if (failure instanceof ProofRefusedException refused) {
            return new Ending(exitCode(refused.reason()), message(refused));
        }
        if (failure instanceof InterruptedException) {
            return new Ending(ExitCode.IO_ERROR, "stopped; nothing half written is kept");
        }
        if (failure instanceof IOException io) {
            return ending(io);
        }
        return new Ending(
                ExitCode.BUG,
                "something unexpected happened, which is our fault; nothing half written is kept."
                        + " The log in the state folder says more. ("
                        + failure.getClass().getSimpleName() + ")");
    }

    private static int exitCode(RefusedException.Kind kind) {
        switch (kind) {
            case MALFORMED_INPUT:
                return ExitCode.MALFORMED_INPUT;
            case NO_INPUT, NO_STORE:
                return ExitCode.NO_INPUT;
            default:
                return ExitCode.USAGE;
        }
    }

    private static int exitCode(SealRefusedException.Reason reason) {
        switch (reason) {
            case EXISTS:
                return ExitCode.CANNOT_CREATE;
            case CHANGED:
                return ExitCode.IO_ERROR;
            default:
                return ExitCode.USAGE;
        }
    }

    private static int exitCode(ProofRefusedException.Reason reason) {
        switch (reason) {
            case NOT_AT_HAND:
                return ExitCode.NO_INPUT;
            case ALTERED:
                return ExitCode.FAILED;
            default:
                return ExitCode.USAGE;
        }
    }

    private static String message(Exception failure) {
        return String.valueOf(failure.getMessage());
    }

    private static Ending ending(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return new Ending(ExitCode.NO_INPUT, missing.getFile() + ": there is no such file or folder");
        }
        if (failure instanceof AccessDeniedException denied) {
            return new Ending(ExitCode.IO_ERROR, denied.getFile() + ": no permission to read or write it");
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            return new Ending(ExitCode.CANNOT_CREATE, exists.getFile() + " exists already");
        }
        if (failure instanceof NotDirectoryException file) {
            return new Ending(ExitCode.CANNOT_CREATE, file.getFile() + " is not a folder");
        }
        if (failure instanceof InterruptedIOException || failure instanceof ClosedByInterruptException) {
            return new Ending(ExitCode.IO_ERROR, "stopped; nothing half written is kept");
        }
        return new Ending(ExitCode.IO_ERROR, words(failure));
    }

    private static String words(IOException failure) {
        String reason = failure instanceof FileSystemException system && system.getReason() != null
                ? system.getFile() + ": " + system.getReason()
                : String.valueOf(failure.getMessage());
        String lower = reason.toLowerCase(Locale.ROOT);
        if (lower.contains("no space left") || lower.contains("quota")) {
            return reason + "; free some space and try again. Nothing half written is kept";
        }
        if (lower.contains("file too large")) {
            return reason
                    + ": a file would become larger than the disk or this account allows; use another disk and try"
                    + " again. Nothing half written is kept";
        }
        return reason;
    }
}
