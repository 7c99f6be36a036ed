package org.trialseal.app.ui.part;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.Safe;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.PhrasedException;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.importers.fault.DataFault;

/**
 * A failure as a person is told of it, in the language of the window.
 *
 * @param title what happened
 * @param advice what to do
 * @param detail what exactly, and where; possibly empty
 * @param original the English words of the part that failed, where they tell more than the detail
 */
public record Trouble(String title, String advice, String detail, Optional<Original> original) {

    /**
     * English words.
     *
     * @param name what they are called
     */
    public record Original(String name, String text) {}

    /** A failure whose detail says everything. */
    public Trouble(String title, String advice, String detail) {
        this(title, advice, detail, Optional.empty());
    }

    /** What to say about a failure. */
    public static Trouble of(Words words, Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return said(words, "part.trouble.missing", name(missing.getFile()));
        }
        if (failure instanceof AccessDeniedException denied) {
            return said(words, "part.trouble.denied", name(denied.getFile()));
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            return said(words, "part.trouble.exists", name(exists.getFile()));
        }
        if (failure instanceof WrongPassphraseException) {
            return said(words, "part.trouble.passphrase", "");
        }
        if (failure instanceof PhrasedException phrased) {
            return phrased(words, phrased);
        }
        if (failure instanceof IOException) {
            return said(words, "part.trouble.io", "").with("", original(words, failure));
        }
        Logger log = LoggerFactory.getLogger(Trouble.class);
        log.error("unexpected failure", failure);
        String bug = failure.getClass().getSimpleName();
        return said(words, "part.trouble.bug", "").with(bug, Optional.empty());
    }

    private static Trouble phrased(Words words, PhrasedException failure) {
        String sentence = words.say(failure.phrase());
        String detail = failure instanceof MalformedException malformed ? placed(words, malformed, sentence) : sentence;
        boolean general = words.isGeneral(failure.phrase());
        return said(words, key(failure), "").with(detail, general ? original(words, failure) : Optional.empty());
    }

    private static String key(PhrasedException failure) {
        if (failure instanceof MalformedException malformed) {
            return malformed.phrase().code() instanceof DataFault ? "part.trouble.data" : "part.trouble.malformed";
        }
        if (failure instanceof RefusedException refused && refused.kind() == RefusedException.Kind.NO_STORE) {
            return "part.trouble.store";
        }
        if (failure instanceof ProofRefusedException refused) {
            switch (refused.reason()) {
                case NOT_AT_HAND:
                    return "part.trouble.at-hand";
                case ALTERED:
                    return "part.trouble.altered";
                default:
            }
        }
        return "part.trouble.refused";
    }

    private static String placed(Words words, MalformedException failure, String sentence) {
        String source = Safe.text(failure.source());
        return failure.offset() == MalformedException.NO_OFFSET
                ? words.of("part.malformed.in", source, sentence)
                : words.of("part.malformed.at", source, failure.offset(), sentence);
    }

    private static Trouble said(Words words, String key, String name) {
        return new Trouble(words.of(key + ".title", name), words.of(key + ".advice", name), "");
    }

    private Trouble with(String exactly, Optional<Original> english) {
        return new Trouble(title, advice, exactly, english);
    }

    private static Optional<Original> original(Words words, Exception failure) {
        String message = Safe.text(String.valueOf(failure.getMessage()));
        return Optional.of(new Original(words.of("part.trouble.original"), message));
    }

    private static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
