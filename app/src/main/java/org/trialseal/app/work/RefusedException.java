package org.trialseal.app.work;

import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.PhrasedException;

/** Something cannot go on; the phrase says what happened and what to do. */
public final class RefusedException extends PhrasedException {
    private static final long serialVersionUID = 1L;

    /** What was wrong, in short. */
    public enum Kind {
        /** What was asked for makes no sense. */
        USAGE,
        /** A file does not have its form. */
        MALFORMED_INPUT,
        /** Something needed is not there. */
        NO_INPUT,
        /** The study store, which holds the subjects' secrets, is not there. */
        NO_STORE
    }

    /** What was wrong. */
    public enum Code implements Phrase.Code {
        AS_DOCUMENT(Kind.USAGE, "--define describes records, and --as document seals none: leave one of them out"),
        /** File. */
        EXPORT_NAME(Kind.USAGE, "{0}: the name of an export ends in .csv or .json"),
        /** File. */
        FOLDER(Kind.NO_INPUT, "{0} is a folder; name the files in it"),
        /** File. */
        NO_FILE(Kind.NO_INPUT, "{0} is a pipe or a device; write what it gives to a file, and name that"),
        NO_CALENDAR(Kind.USAGE, "no calendar is configured; see 'trialseal config'"),
        /** File. */
        NO_CONFIGURATION(Kind.NO_INPUT, "{0}: there is no such configuration file"),
        /** File. */
        NO_DEFINE(Kind.USAGE, "{0} is no Define-XML 2.0 or 2.1"),
        /** Name of a table. */
        NO_LOG(Kind.USAGE, "no file has a table called {0} that could be an event log"),
        /** File. */
        NO_SEAL(Kind.NO_INPUT, "{0}: there is no such folder or package"),
        /** Folder. */
        NO_STORE(
                Kind.NO_STORE,
                "the study store {0} is missing. It holds the subjects' secrets, without which nothing can be shown or"
                        + " compared; name the folder that holds it with --store. Packages made before stay valid."),
        PLAN_IMPORTER(Kind.MALFORMED_INPUT, "the plan names an importer that this program does not have"),
        /** File. */
        PLAN_OUTDATED(Kind.MALFORMED_INPUT, "{0} has not the datasets and columns that the plan says; plan it again"),
        RECORD_NUMBERS(Kind.USAGE, "records are named by their numbers, such as 3,17-20"),
        /** How many. */
        RECORD_NUMBERS_MOST(
                Kind.USAGE,
                "records are counted from 1, the smaller number of a range stands first, and at most {0} are named by"
                        + " their numbers"),
        /** Configuration file, what is wrong in it in English. */
        SETTING(Kind.MALFORMED_INPUT, "{0}: {1}"),
        /** Configuration file. */
        SETTING_ESCAPE(Kind.MALFORMED_INPUT, "{0}: a \\u escape is malformed"),
        /** Configuration file, setting, known ones. */
        SETTING_NAME(Kind.MALFORMED_INPUT, "{0}: there is no setting {1}; known are {2}"),
        /** Configuration file, setting. */
        SETTING_OPERATOR(Kind.MALFORMED_INPUT, "{0}: {1} has words of the form operator=address"),
        /** Configuration file, setting, least, most. */
        SETTING_RANGE(Kind.MALFORMED_INPUT, "{0}: {1} is a whole number from {2} to {3}");

        private final Kind kind;
        private final String pattern;

        Code(Kind kind, String pattern) {
            this.kind = kind;
            this.pattern = pattern;
        }

        @Override
        public String pattern() {
            return pattern;
        }
    }

    private final Kind kind;

    /** @param values what the sentence of the code needs */
    public RefusedException(Code code, Object... values) {
        super(Phrase.of(code, values));
        this.kind = code.kind;
    }

    /** What was wrong, in short. */
    public Kind kind() {
        return kind;
    }
}
