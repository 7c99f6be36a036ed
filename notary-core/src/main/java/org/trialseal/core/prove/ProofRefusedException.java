package org.trialseal.core.prove;

import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.PhrasedException;

/**
 * A package cannot be made as asked; nothing was written.
 */
public final class ProofRefusedException extends PhrasedException {
    private static final long serialVersionUID = 1L;

    /** Why, in short. */
    public enum Reason {
        /** The request names something that was not sealed, or contradicts itself. */
        REQUEST,
        /** Data or secrets that are needed are not at hand. */
        NOT_AT_HAND,
        /** The data are not what was sealed. */
        ALTERED
    }

    /** Why. */
    public enum Code implements Phrase.Code {
        CHANGED_MEANWHILE(Reason.ALTERED, "{0} changed while it was read; try again"),
        DATA_NEEDED(Reason.NOT_AT_HAND, "the data of {0} are needed to show them: give the file with --data"),
        FIELDS_OF_NOTHING(Reason.REQUEST, "fields of {0} are named, but nothing of it is shown"),
        LOG_LENGTH(
                Reason.ALTERED,
                "the data given for {0} have {1} records, but {2} were sealed; give the export of this seal"),
        LOG_RECORD_ALTERED(
                Reason.ALTERED,
                "record {0} of the data given for {1} is not what was sealed, so it cannot be proven; give the export"
                        + " of this seal"),
        MIXED(
                Reason.REQUEST,
                "subjects and single records of one dataset ({0}) cannot be shown in one package; make two"),
        NO_COLUMN(Reason.REQUEST, "{0} has no column {1}"),
        NO_COLUMN_ANYWHERE(Reason.REQUEST, "nothing that is shown has a column {0}"),
        NO_COLUMN_WANTED(Reason.REQUEST, "there is no column {0} in this dataset"),
        NO_FILE_NAME(Reason.REQUEST, "the package needs a file name"),
        NO_RECORD(Reason.REQUEST, "no record of {0} has the values asked for"),
        NO_RECORD_ANYWHERE(Reason.REQUEST, "this seal holds no record of what was asked for"),
        NO_RECORD_NUMBER(Reason.REQUEST, "{0} has {1} records, and none is number {2}"),
        NO_RECORDS_IN_DOCUMENT(Reason.REQUEST, "{0} is a document and has no records"),
        NOT_SEALED(Reason.REQUEST, "this seal holds nothing called {0}; it holds {1}"),
        NOTHING_GROUPED(Reason.REQUEST, "nothing in this seal is grouped by subject; show records instead"),
        OTHER(Reason.REQUEST, "{0}"),
        OTHER_COLUMNS(Reason.ALTERED, "the data given for {0} have other columns than were sealed"),
        OTHER_DOCUMENT(Reason.ALTERED, "the file given for {0} is not the document that was sealed"),
        OTHER_NOT_AT_HAND(Reason.NOT_AT_HAND, "{0}"),
        RECORD_ALTERED(
                Reason.ALTERED,
                "record {0} of the data given for {1} is not what was sealed, so it cannot be proven; 'trialseal"
                        + " compare' shows what differs"),
        RECORDS_LACKING(
                Reason.ALTERED,
                "the data given for {0} lack records that were sealed; 'trialseal compare' shows which"),
        STUDY_SECRET(Reason.NOT_AT_HAND, "the study's secret is not in the store"),
        SUBJECT_SECRET(
                Reason.NOT_AT_HAND,
                "the secret of a subject is not in the study store: it was erased, or this is another store; its"
                        + " records can no longer be shown"),
        TOO_MANY_SUBJECTS(
                Reason.REQUEST, "{0} has more than {1} subjects, which no package lists; show single records of it"),
        UNGROUPED(Reason.REQUEST, "{0} is not grouped by subject; show records instead");

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

    ProofRefusedException(Code code, Object... values) {
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

    /** For what only the command line asks. */
    static ProofRefusedException request(String message) {
        return new ProofRefusedException(Code.OTHER, message);
    }

    /** The data of something are needed, and were not given. */
    public static ProofRefusedException needs(String name) {
        return new ProofRefusedException(Code.DATA_NEEDED, name);
    }

    /** Data or secrets are missing; the message says which and how to give them. */
    public static ProofRefusedException notAtHand(String message) {
        return new ProofRefusedException(Code.OTHER_NOT_AT_HAND, message);
    }
}
