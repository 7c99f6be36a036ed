package org.trialseal.app.ui.compare;

import java.util.List;
import org.trialseal.app.ui.part.Verdict;
import org.trialseal.core.compare.ArtifactComparison.State;
import org.trialseal.core.verify.Result;

/**
 * A comparison in words.
 *
 * @param verdict of all, the package's own included
 * @param sentence what a person reads first
 * @param leads what belongs to the sentence
 * @param files those of which there is something to say
 * @param unchanged names of the files that are as they were sealed; possibly empty
 * @param isPackage whether the sealed side is a package, which can be verified
 * @param practice whether it can be accepted that it is on the practice network
 */
record CompareStory(
        Result verdict,
        String sentence,
        List<String> leads,
        List<FileLine> files,
        String unchanged,
        boolean isPackage,
        boolean practice) {
    CompareStory {
        leads = List.copyOf(leads);
        files = List.copyOf(files);
    }

    /**
     * What became of one file or dataset.
     *
     * @param notes what else is to be said, in the words of the core
     */
    record FileLine(String name, State state, String sentence, List<String> notes) {
        FileLine {
            notes = List.copyOf(notes);
        }

        Verdict look() {
            switch (state.severity()) {
                case PASSED:
                    return Verdict.PASSED;
                case FAILED:
                    return Verdict.FAILED;
                default:
                    return Verdict.INDETERMINATE;
            }
        }
    }
}
