package org.trialseal.app.ui.part;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.Safe;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.SealRefusedException;
import org.trialseal.core.evidence.WrongPassphraseException;
import org.trialseal.core.prove.ProofRefusedException;

/**
 * A failure as a person is told of it.
 *
 * @param title what happened
 * @param advice what to do
 * @param detail what the part that failed says of it; in English where it has no code; possibly empty
 */
public record Trouble(String title, String advice, String detail) {

    /** What to say about a failure. */
    public static Trouble of(Words words, Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return said(words, "part.trouble.missing", name(missing.getFile()), "");
        }
        if (failure instanceof AccessDeniedException denied) {
            return said(words, "part.trouble.denied", name(denied.getFile()), "");
        }
        if (failure instanceof FileAlreadyExistsException exists) {
            return said(words, "part.trouble.exists", name(exists.getFile()), "");
        }
        if (failure instanceof MalformedException) {
            return said(words, "part.trouble.malformed", "", detail(words, failure));
        }
        if (failure instanceof WrongPassphraseException) {
            return said(words, "part.trouble.passphrase", "", "");
        }
        if (failure instanceof RefusedException refused) {
            return refused.kind() == RefusedException.Kind.NO_STORE
                    ? said(words, "part.trouble.store", "", "")
                    : said(words, "part.trouble.refused", "", detail(words, failure));
        }
        if (failure instanceof SealRefusedException refused) {
            String why = words.of("part.refused.seal." + refused.code().word(), safe(refused.values()));
            return said(words, "part.trouble.refused", "", why);
        }
        if (failure instanceof ProofRefusedException refused) {
            return refused(words, refused);
        }
        if (failure instanceof IOException) {
            return said(words, "part.trouble.io", "", detail(words, failure));
        }
        Logger log = LoggerFactory.getLogger(Trouble.class);
        log.error("unexpected failure", failure);
        return said(words, "part.trouble.bug", "", failure.getClass().getSimpleName());
    }

    private static Trouble refused(Words words, ProofRefusedException refused) {
        String why = words.of("part.refused.proof." + refused.code().word(), safe(refused.values()));
        switch (refused.reason()) {
            case NOT_AT_HAND:
                return said(words, "part.trouble.at-hand", "", why);
            case ALTERED:
                return said(words, "part.trouble.altered", "", why);
            default:
                return said(words, "part.trouble.refused", "", why);
        }
    }

    private static Object[] safe(List<String> values) {
        return values.stream().map(Safe::text).toArray();
    }

    private static Trouble said(Words words, String key, String name, String detail) {
        return new Trouble(words.of(key + ".title", name), words.of(key + ".advice", name), detail);
    }

    private static String name(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }

    /** What the part that failed says, which it says in English, and so named. */
    private static String detail(Words words, Exception failure) {
        return words.of("part.trouble.detail", String.valueOf(failure.getMessage()));
    }
}
