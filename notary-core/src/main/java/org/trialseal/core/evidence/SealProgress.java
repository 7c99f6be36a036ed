package org.trialseal.core.evidence;

/** Is told how long work goes on. Called from several threads, often. */
@FunctionalInterface
public interface SealProgress {
    /**
     * Some more rows of an artifact are done.
     *
     * @param rows rows since the last call
     */
    void rows(long rows);

    /** Tells nobody. */
    static SealProgress silent() {
        return rows -> {};
    }
}
