package org.trialseal.core.verify;

import java.util.Arrays;
import java.util.Set;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecPackages;

/** What may be another one in a package that passes, because it says nothing untrue. */
final class FreeParts {
    /** The readme is nobody's evidence, and a block of the practice network that nothing rests on costs nothing. */
    private static final Set<String> FREE = Set.of("data/readme.txt", SpecPackage.HEADERS);

    private final byte[] beforeAbsent = SpecPackages.beforeAbsent();

    boolean mayDiffer(String part, byte[] content) {
        return FREE.contains(part) || namesOthersAsAbsent(content);
    }

    /** Whoever names another identifier that the dataset does not have, either, says the truth, too. */
    private boolean namesOthersAsAbsent(byte[] disclosure) {
        return Arrays.mismatch(beforeAbsent, disclosure) == beforeAbsent.length
                && SpecPackages.SUBJECTS.stream().noneMatch(subject -> Damage.holds(disclosure, subject));
    }
}
