package org.trialseal.app.ui.words;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealRefusedException;
import org.trialseal.core.ots.OtsException;
import org.trialseal.core.prove.ProofRefusedException;
import org.trialseal.core.record.PlanFact;
import org.trialseal.core.record.PlanReason;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** The codes that the desktop says, a family each, and how the keys of their words begin. */
enum Said {
    FACT("seal.fact.", PlanFact.values()),
    SEAL_REFUSED("part.refused.seal.", SealRefusedException.Code.values()),
    PROOF_REFUSED("part.refused.proof.", ProofRefusedException.Code.values()),
    REFUSED("said.refused.", RefusedException.Code.values()),
    WARNING("said.warning.", PlanWarning.values()),
    REASON("said.reason.", PlanReason.values()),
    DATA_FAULT("said.data.", DataFault.values()),
    PART("said.part.", Part.values()),
    OTS("said.ots.", OtsException.Kind.values()),
    MALFORMED("said.malformed.", MalformedException.Kind.values());

    /** Codes whose English sentence has a value that is English itself; their words say in general what happened. */
    private static final Set<Phrase.Code> GENERAL = Set.of(
            RefusedException.Code.SETTING,
            SealRefusedException.Code.STATEMENT,
            ProofRefusedException.Code.OTHER,
            ProofRefusedException.Code.OTHER_NOT_AT_HAND,
            DataFault.READINGS);

    private final String prefix;

    @SuppressWarnings("ImmutableEnumChecker") // codes are constants of enums
    private final List<Phrase.Code> codes;

    Said(String prefix, Phrase.Code... codes) {
        this.prefix = prefix;
        this.codes = List.of(codes);
    }

    /** The key of the words of a code. */
    static String key(Phrase.Code code) {
        return Arrays.stream(values())
                        .filter(family -> family.codes.contains(code))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no words for " + code.word()))
                        .prefix
                + code.word();
    }

    /** Whether the words of a code are general, so that the English sentence tells more. */
    static boolean isGeneral(Phrase.Code code) {
        return GENERAL.contains(code) || MALFORMED.codes.contains(code);
    }

    /** Those whose English words are the English sentence itself, unless the desktop has other ones. */
    static Set<Said> ofTheCore() {
        return EnumSet.range(REFUSED, MALFORMED);
    }

    List<Phrase.Code> codes() {
        return codes;
    }
}
