package org.trialseal.core.anchor;

import java.util.HashSet;
import java.util.Set;

/** How long a stamping still waits, given who has answered. */
final class Patience {
    private final StampPolicy policy;
    private final int required;
    private final Deadline total;
    private final Set<String> operators = new HashSet<>();
    private Deadline until;

    Patience(StampPolicy policy, int required, Deadline total) {
        this.policy = policy;
        this.required = required;
        this.total = total;
        this.until = total;
    }

    Deadline until() {
        return until;
    }

    /** An answer that counts has come. Once the quorum is reached, further ones no longer prolong the waiting. */
    void answered(String operator) {
        if (operators.size() < required) {
            operators.add(operator);
            boolean reached = operators.size() >= required;
            until = total.earlier(Deadline.in(reached ? policy.grace() : policy.patience()));
        }
    }
}
