package org.trialseal.core.evidence;

import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.PhrasedException;

/**
 * A seal cannot be made as asked; nothing was written.
 */
public final class SealRefusedException extends PhrasedException {
    private static final long serialVersionUID = 1L;

    /** Why, in short. */
    public enum Reason {
        /** The request contradicts itself or the ledger. */
        REQUEST,
        /** The folder exists already. */
        EXISTS,
        /** The file changed while it was sealed. */
        CHANGED
    }

    /** Why. */
    public enum Code implements Phrase.Code {
        EMPTY(Reason.REQUEST, "there is nothing to seal"),
        EXISTS(Reason.EXISTS, "{0} exists already; name a folder that does not exist yet"),
        FILE_CHANGED(
                Reason.CHANGED,
                "{0} changed while it was being sealed; nothing was kept. Close the program that writes it and seal"
                        + " again"),
        LOG_COLUMNS_CHANGED(
                Reason.REQUEST, "the columns of event log {0} changed too often; begin a log under another name"),
        LOG_COLUMNS_LONG(
                Reason.REQUEST,
                "names and attributes of the columns of event log {0} are longer than a seal allows; shorten them"),
        LOG_NOT_GROWN(
                Reason.REQUEST,
                "event log {0} did not only grow: {1} since seal {2}. Seal it as a dataset, or as a new log under"
                        + " another name; if seal {2} was wrong, say so with --supersedes {2}"),
        LOG_SHORTER(Reason.CHANGED, "event log {0} has fewer records than its plan says; plan it again"),
        LOG_SUBJECT(
                Reason.REQUEST,
                "the subject column of event log {0} is another one than in seal {1}; name the same one with --subject"
                        + " or in a plan"),
        NAME(Reason.REQUEST, "a name has 1 to 255 characters, no slashes and no control characters"),
        NAME_TWICE(Reason.REQUEST, "two files give the name {0}; rename one of them or name it in a plan"),
        NO_STORE(
                Reason.REQUEST,
                "the study store {0} is missing; name the folder that holds it with --store, or begin a new ledger"
                        + " without --previous"),
        NO_TABLES(Reason.REQUEST, "{0} holds no tables; seal its bytes with --as document"),
        OLDEST_FIRST(Reason.REQUEST, "the format of {0} lists the oldest record of {1} first; seal it in that order"),
        OPTIONS_DIFFER(
                Reason.REQUEST,
                "the plan of {0} gives its tables different options; all tables of a file are read with the same"),
        OTHER_NETWORK(
                Reason.REQUEST,
                "the seal before is on the network {0}; a ledger never mixes networks: seal with --network {0}, or"
                        + " begin a new ledger without --previous"),
        OTHER_STUDY(
                Reason.REQUEST,
                "the seal before belongs to another study; name that study, or begin a new ledger without --previous"),
        PLAN_OUTDATED(Reason.CHANGED, "{0} no longer has the tables and columns of its plan; plan it again"),
        SEALED_ALREADY(
                Reason.REQUEST,
                "seal {0} of this ledger exists already in {1}; give that folder, or the newest one, to --previous"),
        STATEMENT(Reason.REQUEST, "{0}"),
        SUPERSEDES(Reason.REQUEST, "--supersedes names an earlier seal of this ledger, 1 to {0}"),
        SUPERSEDES_FIRST(
                Reason.REQUEST,
                "the first seal of a ledger cannot supersede another; name the seal before with --previous"),
        TOO_MANY(Reason.REQUEST, "a seal has at most {0} entries; seal fewer files at a time");

        private final Reason reason;
        private final String pattern;

        Code(Reason reason, String pattern) {
            this.reason = reason;
            this.pattern = pattern;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final Code code;

    SealRefusedException(Code code, Object... values) {
        super(Phrase.of(code, values));
        this.code = code;
    }

    /** Why, in short. */
    public Reason reason() {
        return code.reason;
    }

    /** Why. */
    public Code code() {
        return code;
    }
}
