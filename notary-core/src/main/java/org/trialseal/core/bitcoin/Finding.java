package org.trialseal.core.bitcoin;

/** Why a block check came out as it did. */
public enum Finding {
    /** Linked by hash forward to a checkpoint. */
    CHECKPOINTED(Outcome.PASSED, "checkpointed", "The block is linked to a checkpoint shipped with this program."),
    /** Linked from the newest checkpoint, deep enough and with enough work. */
    PROVEN_BY_WORK(
            Outcome.PASSED,
            "proven-by-work",
            "The block is linked by proof of work to the newest checkpoint shipped with this program."),
    /** On the practice chain, which was accepted. */
    PRACTICE_ACCEPTED(
            Outcome.PASSED, "practice-accepted", "The block is on the practice network, which was accepted here."),

    /** The block commits to something else. */
    MERKLE_ROOT_DIFFERS(Outcome.FAILED, "merkle-root-differs", "The block at this height commits to something else."),
    /** The block at the height is not the one that was named. */
    BLOCK_DIFFERS(Outcome.FAILED, "block-differs", "The chain has another block at this height than the one named."),
    /** A header that was given breaks a rule of the chain. */
    HEADERS_INVALID(
            Outcome.FAILED, "headers-invalid", "The block headers that were given break the rules of the chain."),
    /** A chain known here has another block at the height, and more work or a checkpoint behind it. */
    HEAVIER_CHAIN_KNOWN(
            Outcome.FAILED,
            "heavier-chain-known",
            "A chain with more work is known here, and it has another block at this height or leaves this one out."),

    /** No header of the height was given. */
    NO_HEADER(Outcome.INDETERMINATE, "no-header", "No block header was given for this height."),
    /** The header is linked to no block that the program knows. */
    NOT_LINKED(
            Outcome.INDETERMINATE,
            "not-linked",
            "The block header that was given is not linked to any block that this program knows."),
    /** Fewer than six blocks stand on top. */
    TOO_FEW_BLOCKS(Outcome.INDETERMINATE, "too-few-blocks", "Too few blocks stand on top of this one."),
    /** The work on top is below what the verifier asks for. */
    TOO_LITTLE_WORK(
            Outcome.INDETERMINATE, "too-little-work", "The work on top of this block is less than was asked for."),
    /** A chain of equal work known here has another block at the height. */
    EQUAL_CHAIN_KNOWN(
            Outcome.INDETERMINATE,
            "equal-chain-known",
            "A chain with exactly as much work is known here, and it has another block at this height."),
    /** On the practice chain, which was not accepted. */
    PRACTICE_NETWORK(
            Outcome.INDETERMINATE,
            "practice-network",
            "The block is on the practice network, which is never evidence.");

    private final Outcome outcome;
    private final String code;
    private final String sentence;

    Finding(Outcome outcome, String code, String sentence) {
        this.outcome = outcome;
        this.code = code;
        this.sentence = sentence;
    }

    /** What it comes to. */
    public Outcome outcome() {
        return outcome;
    }

    /** A stable word for machines. */
    public String code() {
        return code;
    }

    /** One sentence in plain words. */
    public String sentence() {
        return sentence;
    }
}
