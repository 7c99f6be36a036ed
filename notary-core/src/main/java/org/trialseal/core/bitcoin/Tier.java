package org.trialseal.core.bitcoin;

/** How firmly a time is tied to the Bitcoin chain, the firmest first. */
public enum Tier {
    /** Linked by hash forward to a checkpoint shipped with the program. */
    CHECKPOINTED("checkpointed"),
    /** Linked from the newest checkpoint by proof of work, at least six blocks deep. */
    PROOF_OF_WORK("proof-of-work"),
    /** Matches a header that was supplied and is not, or not deeply enough, linked to anything known. */
    SUPPLIED_HEADER("supplied-header"),
    /** On the practice network: never evidence. */
    PRACTICE("practice"),
    /** A calendar promises to commit it. */
    PENDING("pending"),
    /** Nothing ties it to any block. */
    NONE("none");

    private final String jsonName;

    Tier(String jsonName) {
        this.jsonName = jsonName;
    }

    /** The word in reports. */
    public String jsonName() {
        return jsonName;
    }
}
