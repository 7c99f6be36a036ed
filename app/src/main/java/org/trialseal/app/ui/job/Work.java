package org.trialseal.app.ui.job;

/**
 * Something that takes long. Runs off the interface thread, and ends soon after its thread is interrupted.
 *
 * @param <T> what comes out
 */
@FunctionalInterface
public interface Work<T> {
    /** Does it, telling {@code meter} how far it is. */
    T run(Meter meter) throws Exception;
}
