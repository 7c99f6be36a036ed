package org.trialseal.app.work.study;

import java.util.function.LongConsumer;

/** Makes the sample trial. */
@FunctionalInterface
public interface SampleStudies {
    /**
     * Makes it, or finds the one that was made before.
     *
     * @param steps is told how many more of {@link SampleStudy#STEPS} are done
     */
    SampleStudy make(LongConsumer steps) throws Exception;
}
