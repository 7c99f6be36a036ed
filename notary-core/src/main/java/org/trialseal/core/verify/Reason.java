package org.trialseal.core.verify;

/** Why a check came out as it did, for programs. The time check also uses the codes of the bitcoin package. */
public enum Reason {
    OK(Result.PASSED, "ok"),
    /** Neither the statement nor the verifier names a signer. */
    NOT_REQUIRED(Result.PASSED, "not-required"),

    /** The content of an entry of the package is not what the manifest says. */
    DAMAGED(Result.FAILED, "damaged"),
    /** A statement has another number than its place. */
    NUMBER_DIFFERS(Result.FAILED, "number-differs"),
    /** A statement does not name the digest of the one before it. */
    CHAIN_BROKEN(Result.FAILED, "chain-broken"),
    /** Ledger id, network or study changed from one statement to the next. */
    LEDGER_CHANGED(Result.FAILED, "ledger-changed"),
    /** An opened entry is not in the statement's tree at its index. */
    ENTRY_DIFFERS(Result.FAILED, "entry-differs"),
    /** Two opened entries have the same name. */
    NAME_TWICE(Result.FAILED, "name-twice"),
    /** An opening does not fit the commitment of its entry, or belongs to none. */
    OPENING_DIFFERS(Result.FAILED, "opening-differs"),
    /** Schema, settings and entry of a dataset contradict each other. */
    SCHEMA_DIFFERS(Result.FAILED, "schema-differs"),
    /** What is shown is of another kind than its entry. */
    KIND_DIFFERS(Result.FAILED, "kind-differs"),
    /** Listed tags, or the indices of shown groups, do not ascend. */
    ORDER(Result.FAILED, "order"),
    /** Numbers of groups, records or chunks are not the sealed ones. */
    COUNT_DIFFERS(Result.FAILED, "count-differs"),
    /** The listed groups, or the chunks of a document, lead to another root. */
    ROOT_DIFFERS(Result.FAILED, "root-differs"),
    /** A path does not lead to its root. */
    PATH_DIFFERS(Result.FAILED, "path-differs"),
    /** The records shown of a group are not the sealed ones. */
    GROUP_DIFFERS(Result.FAILED, "group-differs"),
    /** Positions within a group do not ascend. */
    POSITION_ORDER(Result.FAILED, "position-order"),
    /** The tag key is not the sealed one. */
    TAG_KEY_DIFFERS(Result.FAILED, "tag-key-differs"),
    /** A tag does not fit the identifier it is shown with. */
    TAG_DIFFERS(Result.FAILED, "tag-differs"),
    /** A record in a group has another subject identifier. */
    SUBJECT_DIFFERS(Result.FAILED, "subject-differs"),
    /** An identifier shown as absent has records. */
    NOT_ABSENT(Result.FAILED, "not-absent"),
    /** The document is not the file whose digest is opened. */
    FILE_DIFFERS(Result.FAILED, "file-differs"),
    /** A record shown of an event log is not the sealed one. */
    RECORD_DIFFERS(Result.FAILED, "record-differs"),
    /** The history of an event log shows another log. */
    LOG_DIFFERS(Result.FAILED, "log-differs"),
    /** An event log has fewer records than in an earlier seal. */
    LOG_SHRANK(Result.FAILED, "log-shrank"),
    /** An event log does not begin with what an earlier seal holds of it. */
    NOT_APPENDED(Result.FAILED, "not-appended"),
    /** An event log's entry passes over an earlier seal that holds it. */
    HISTORY_DIFFERS(Result.FAILED, "history-differs"),
    /** A required signature is missing. */
    MISSING(Result.FAILED, "missing"),
    /** The timestamp is for other bytes than the statement. */
    OTHER_STATEMENT(Result.FAILED, "other-statement"),
    /** The timestamp starts from a digest that proves nothing about a seal. */
    WEAK_DIGEST(Result.FAILED, "weak-digest"),
    /** The block that the statement names is not older than the one that attests it. */
    NAMED_BLOCK_LATER(Result.FAILED, "named-block-later"),

    /** Another check, on which this one rests, did not pass. */
    NOT_CHECKED(Result.INDETERMINATE, "not-checked"),
    /** Nothing is shown. */
    NOTHING_SHOWN(Result.INDETERMINATE, "nothing-shown"),
    /** The entry, schema or settings of what is shown are not opened. */
    NOT_OPENED(Result.INDETERMINATE, "not-opened"),
    /** The tag key is not opened. */
    NO_TAG_KEY(Result.INDETERMINATE, "no-tag-key"),
    /** The subject entries are not all listed. */
    NOT_LISTED(Result.INDETERMINATE, "not-listed"),
    /** Of a group that is shown, some records are hidden. */
    RECORDS_HIDDEN(Result.INDETERMINATE, "records-hidden"),
    /** What earlier seals hold of an event log is not shown. */
    NO_HISTORY(Result.INDETERMINATE, "no-history"),
    /** Some earlier seals that hold an event log are not shown. */
    HISTORY_INCOMPLETE(Result.INDETERMINATE, "history-incomplete"),
    /** There is no timestamp. */
    NO_TIMESTAMP(Result.INDETERMINATE, "no-timestamp"),
    /** Calendars promise a timestamp; none is there. */
    PENDING(Result.INDETERMINATE, "pending"),
    /** Only attestations of kinds that this program does not know. */
    UNKNOWN_ATTESTATIONS(Result.INDETERMINATE, "unknown-attestations");

    private final Result result;
    private final String code;

    Reason(Result result, String code) {
        this.result = result;
        this.code = code;
    }

    /** What it comes to. */
    public Result result() {
        return result;
    }

    /** A stable word for machines. */
    public String code() {
        return code;
    }
}
