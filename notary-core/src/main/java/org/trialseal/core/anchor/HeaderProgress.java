package org.trialseal.core.anchor;

/** Is told how far fetching has come. */
@FunctionalInterface
public interface HeaderProgress {
    /**
     * So much is done.
     *
     * @param fetched headers checked so far
     * @param total headers wanted
     */
    void fetched(long fetched, long total);

    /** Tells nobody. */
    static HeaderProgress silent() {
        return (fetched, total) -> {};
    }
}
