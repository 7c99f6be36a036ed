package org.trialseal.app.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RecentBlock;
import org.trialseal.app.work.RefusedException;
import org.trialseal.core.anchor.Deadline;
import org.trialseal.core.anchor.FolderHeaders;
import org.trialseal.core.anchor.HeaderFetch;
import org.trialseal.core.anchor.HeaderNews;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.HeaderSourceException;
import org.trialseal.core.anchor.HeaderStore;
import org.trialseal.core.bitcoin.KnownHeaders;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.evidence.FolderInUseException;
import org.trialseal.core.seal.NamedBlock;

/** The block headers on this computer, and how the configured servers add to them. */
final class LocalHeaders {
    private static final Duration SEALING_WAITS = Duration.ofSeconds(2);

    private final Workspace workspace;
    private final HeaderStore store;

    LocalHeaders(Workspace workspace) {
        this.workspace = workspace;
        this.store = new HeaderStore(
                workspace.configuration().headers(), workspace.bitcoin().get());
    }

    /** Whether there can be any headers at all: on the disk, or from a server. */
    static boolean mayKnow(Configuration configuration) {
        return Files.isDirectory(configuration.headers()) || HeaderServers.areConfigured(configuration);
    }

    HeaderStore store() {
        return store;
    }

    /** What is on the disk, for verifying; when it cannot be read, nothing, with a warning. */
    KnownHeaders known() {
        return height -> {
            try {
                return store.around(height);
            } catch (IOException e) {
                workspace.output().warn("the block headers on this computer cannot be read: " + e.getMessage());
                return Optional.empty();
            }
        };
    }

    /** What one server answered. */
    record Answer(HeaderSource source, Optional<HeaderNews> news, String fault) {}

    /** Asks every server for what is new above the newest checkpoint. */
    List<Answer> extend(HeaderServers servers) throws IOException, RefusedException {
        List<Answer> answers = new ArrayList<>();
        for (HeaderSource source : servers.sources()) {
            answers.add(extend(source));
        }
        return answers;
    }

    private Answer extend(HeaderSource source) throws IOException, RefusedException {
        HeaderMeter meter = meter(source.name());
        try {
            HeaderNews news = new HeaderFetch(store, meter).extend(source, deadline());
            meter.end();
            tell(news);
            return new Answer(source, Optional.of(news), "");
        } catch (HeaderSourceException e) {
            meter.end();
            workspace.output().warn(words(e));
            return new Answer(source, Optional.empty(), words(e));
        }
    }

    private static String words(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    private HeaderMeter meter(String name) {
        return new HeaderMeter(workspace.output(), name);
    }

    private Deadline deadline() throws RefusedException {
        int seconds = workspace.configuration().number(Configuration.HEADERS_TIMEOUT, 1, 86_400);
        return Deadline.in(Duration.ofSeconds(seconds));
    }

    private void tell(HeaderNews news) {
        Output output = workspace.output();
        output.detail(news.source() + ": " + SealWords.number(news.added(), "new block header") + ", up to block "
                + news.tip());
        news.branch().ifPresent(branch -> output.warn(news.source() + ": " + branch.sentence()));
    }

    /** Fetches what ties the blocks that a folder's proof names, and keeps it in the folder. */
    void tie(EvidenceFolder folder) throws IOException, MalformedException, RefusedException {
        FolderHeaders headers = new FolderHeaders(folder, store);
        NavigableSet<Long> wanted = headers.wanted();
        if (wanted.isEmpty()) {
            return;
        }
        if (HeaderServers.areConfigured(workspace.configuration())) {
            try (HeaderServers servers = HeaderServers.open(workspace.configuration())) {
                fetch(wanted, servers);
            } catch (FolderInUseException e) {
                workspace.output().warn(words(e));
            }
        }
        tell(headers.keep());
    }

    private void fetch(NavigableSet<Long> wanted, HeaderServers servers) throws IOException, RefusedException {
        long newest = store.checkpoints().newestHeight();
        if (wanted.last() > newest) {
            extend(servers);
        }
        for (long height : wanted.subSet(1L, newest + 1)) {
            fill(height, servers);
        }
    }

    /**
     * Fetches the headers from a block at or below the newest checkpoint to the next one, unless they are here.
     *
     * @return whether they are here now
     */
    boolean fill(long height, HeaderServers servers) throws IOException, RefusedException {
        for (HeaderSource source : servers.sources()) {
            HeaderMeter meter = meter(source.name());
            try {
                new HeaderFetch(store, meter).fill(height, source, deadline());
                return true;
            } catch (HeaderSourceException e) {
                workspace.output().warn(words(e));
            } finally {
                meter.end();
            }
        }
        return false;
    }

    private void tell(FolderHeaders.Result result) {
        Output output = workspace.output();
        for (long height : result.refuted()) {
            output.warn("block " + height + " was named by a calendar and holds something else; it no longer counts");
        }
        if (result.tied().isPresent()) {
            output.result("Kept the block headers that tie block "
                    + result.tied().getAsLong() + " to what this program knows; packages made from now on hold them.");
        } else if (result.refuted().isEmpty()) {
            output.result("The headers of that block are not known here, so a package cannot show yet when it was."
                    + (HeaderServers.areConfigured(workspace.configuration())
                            ? " Run 'trialseal anchor' again later."
                            : " Name a server of block headers in the settings (see 'trialseal headers --help')."));
        }
    }

    /**
     * A block that was there six blocks ago or more, when the disk or, within two seconds, a server knows one. Whatever
     * goes wrong, sealing goes on without.
     */
    Optional<NamedBlock> recent(boolean mayAsk) throws InterruptedIOException {
        try {
            if (mayAsk && HeaderServers.areConfigured(workspace.configuration())) {
                ask(Deadline.in(SEALING_WAITS));
            }
            return RecentBlock.in(store);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException | RefusedException e) {
            workspace.output().detail("no recent block is named: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void ask(Deadline deadline) throws IOException, RefusedException {
        try (HeaderServers servers = HeaderServers.open(workspace.configuration())) {
            for (HeaderSource source : servers.sources()) {
                try {
                    new HeaderFetch(store, HeaderProgress.silent()).extend(source, deadline);
                    return;
                } catch (HeaderSourceException e) {
                    workspace.output().detail(words(e));
                }
            }
        } catch (FolderInUseException e) {
            workspace.output().detail(words(e));
        }
    }
}
