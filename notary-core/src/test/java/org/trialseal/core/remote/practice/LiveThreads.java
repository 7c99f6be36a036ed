package org.trialseal.core.remote.practice;

import java.util.List;

/** Which threads live; one that has done its work may take a moment to go. */
final class LiveThreads {
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 50;

    private LiveThreads() {}

    /** Names that begin so, after waiting up to five seconds for there to be none. */
    static List<String> remaining(String prefix) throws InterruptedException {
        List<String> names = named(prefix);
        for (int i = 0; i < ATTEMPTS && !names.isEmpty(); i++) {
            Thread.sleep(PAUSE_MILLIS);
            names = named(prefix);
        }
        return names;
    }

    static List<String> named(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith(prefix))
                .toList();
    }
}
