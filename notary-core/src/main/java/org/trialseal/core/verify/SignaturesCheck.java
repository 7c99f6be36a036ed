package org.trialseal.core.verify;

import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Statement;

/**
 * Check {@code signatures}: required when the statement or the verifier names signers. This version of the package has
 * no place for signatures, so that a required one is always missing.
 */
final class SignaturesCheck {
    private SignaturesCheck() {}

    static Check of(Optional<Statement> statement, Set<Sha256> demanded) {
        if (statement.isEmpty()) {
            return Check.required(
                    CheckId.SIGNATURES, Reason.NOT_CHECKED, "Without the statement, its signers are not known.");
        }
        if (!statement.get().signers().isEmpty()) {
            return Check.required(
                    CheckId.SIGNATURES,
                    Reason.MISSING,
                    "The statement names signers, and their signatures are missing.");
        }
        if (!demanded.isEmpty()) {
            return Check.required(
                    CheckId.SIGNATURES, Reason.MISSING, "The signatures that were asked for are missing.");
        }
        return Check.of(
                CheckId.SIGNATURES,
                Reason.NOT_REQUIRED,
                "Neither the statement nor the verifier asks for a signature.",
                false);
    }
}
