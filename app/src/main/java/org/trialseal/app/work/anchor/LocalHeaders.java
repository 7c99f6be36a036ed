package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.FolderHeaders;
import org.trialseal.core.anchor.HeaderFetch;
import org.trialseal.core.anchor.HeaderNews;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.Checkpoints;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderInUseException;
import org.trialseal.core.seal.NamedBlock;

/** The block headers on this computer, and how the configured servers add to them. */
public final class LocalHeaders {
    private static final Duration SEALING_WAITS = Duration.ofSeconds(2);

    private final Configuration configuration;
    private final HeaderStore store;

    /**
     * @param configuration names the servers and the data folder
     * @param bitcoin the main chain, as the program knows it
     */
    public LocalHeaders(Configuration configuration, Checkpoints bitcoin) {
        this.configuration = configuration;
        this.store = new HeaderStore(configuration.headers(), bitcoin);
    }

    /** Whether there can be any headers at all: on the disk, or from a server. */
    public static boolean mayKnow(Configuration configuration) {
        return Files.isDirectory(configuration.headers()) || HeaderServers.areConfigured(configuration);
    }

    /** The headers on the disk. */
    public HeaderStore store() {
        return store;
    }

    /**
     * What is on the disk, for verifying; nothing when it cannot be read.
     *
     * @param unreadable is told why
     */
    public KnownHeaders known(Consumer<IOException> unreadable) {
        return height -> {
            try {
                return store.around(height);
            } catch (IOException e) {
                unreadable.accept(e);
                return Optional.empty();
            }
        };
    }

    /**
     * What came of tying a folder to the chain.
     *
     * @param wanted whether its proof names a block at all
     * @param kept what is in the folder now
     */
    public record Tied(boolean wanted, FolderHeaders.Result kept) {}

    /** Fetches what ties the blocks that a folder's proof names, and keeps it in the folder. */
    public Tied tie(EvidenceFolder folder, HeaderListener listener)
            throws IOException, MalformedException, RefusedException {
        FolderHeaders headers = new FolderHeaders(folder, store);
        NavigableSet<Long> wanted = headers.wanted();
        fetch(wanted, listener);
        return new Tied(!wanted.isEmpty(), headers.keep());
    }

    /**
     * Asks the configured servers for what ties blocks to the chain. That another program is just fetching is an answer
     * too.
     *
     * @param wanted heights of the blocks; nobody is asked when there are none
     */
    public List<HeaderAnswer> fetch(NavigableSet<Long> wanted, HeaderListener listener)
            throws IOException, RefusedException {
        if (wanted.isEmpty() || !HeaderServers.areConfigured(configuration)) {
            return List.of();
        }
        Told told = new Told(listener);
        try (HeaderServers servers = HeaderServers.open(configuration)) {
            long newest = store.checkpoints().newestHeight();
            if (wanted.last() > newest) {
                extend(servers, told);
            }
            for (long height : wanted.subSet(1L, newest + 1)) {
                fill(height, servers, told);
            }
        } catch (FolderInUseException e) {
            told.answered(HeaderAnswer.failed("", words(e)));
        }
        return List.copyOf(told.answers);
    }

    /** Asks every server for what is new above the newest checkpoint. */
    public List<HeaderAnswer> extend(HeaderServers servers, HeaderListener listener)
            throws IOException, RefusedException {
        Told told = new Told(listener);
        for (HeaderSource source : servers.sources()) {
            HeaderProgress progress = told.asking(source.name());
            told.answered(extend(source, progress, deadline()));
        }
        return List.copyOf(told.answers);
    }

    private HeaderAnswer extend(HeaderSource source, HeaderProgress progress, Deadline deadline) throws IOException {
        try {
            HeaderNews news = new HeaderFetch(store, progress).extend(source, deadline);
            return HeaderAnswer.of(source.name(), news);
        } catch (HeaderSourceException e) {
            return HeaderAnswer.failed(source.name(), words(e));
        }
    }

    /**
     * Fetches the headers from a block at or below the newest checkpoint to the next one, unless they are here.
     *
     * @return whether they are here now
     */
    public boolean fill(long height, HeaderServers servers, HeaderListener listener)
            throws IOException, RefusedException {
        for (HeaderSource source : servers.sources()) {
            HeaderProgress progress = listener.asking(source.name());
            try {
                new HeaderFetch(store, progress).fill(height, source, deadline());
                listener.answered(HeaderAnswer.filled(source.name()));
                return true;
            } catch (HeaderSourceException e) {
                listener.answered(HeaderAnswer.failed(source.name(), words(e)));
            }
        }
        return false;
    }

    private Deadline deadline() throws RefusedException {
        return Deadline.in(Duration.ofSeconds(configuration.number(Configuration.HEADERS_TIMEOUT, 1, 86_400)));
    }

    private static String words(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    /**
     * A block that was there six blocks ago or more, when the disk or, within two seconds, a server knows one. Whatever
     * goes wrong, sealing goes on without.
     *
     * @param unknown is told why there is none
     */
    public Optional<NamedBlock> recent(boolean mayAsk, Consumer<String> unknown) throws InterruptedIOException {
        try {
            if (mayAsk && HeaderServers.areConfigured(configuration)) {
                ask(Deadline.in(SEALING_WAITS), unknown);
            }
            return RecentBlock.in(store);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RefusedException e) {
            unknown.accept("no recent block is named: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void ask(Deadline deadline, Consumer<String> unknown) throws IOException, RefusedException {
        try (HeaderServers servers = HeaderServers.open(configuration)) {
            for (HeaderSource source : servers.sources()) {
                HeaderAnswer answer = extend(source, HeaderProgress.silent(), deadline);
                if (answer.fault().isEmpty()) {
                    return;
                }
                unknown.accept(answer.fault().get());
            }
        } catch (FolderInUseException e) {
            unknown.accept(words(e));
        }
    }

    /** Collects the answers, and tells them on. */
    private static final class Told implements HeaderListener {
        private final HeaderListener listener;
        private final List<HeaderAnswer> answers = new ArrayList<>();

        Told(HeaderListener listener) {
            this.listener = listener;
        }

        @Override
        public HeaderProgress asking(String server) {
            return listener.asking(server);
        }

        @Override
        public void answered(HeaderAnswer answer) {
            answers.add(answer);
            listener.answered(answer);
        }
    }
}
