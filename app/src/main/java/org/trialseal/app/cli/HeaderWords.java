package org.trialseal.app.cli;

import java.util.Optional;
import org.trialseal.app.work.anchor.HeaderAnswer;
import org.trialseal.app.work.anchor.HeaderListener;
import org.trialseal.app.work.anchor.HeaderServers;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.core.anchor.HeaderNews;
import org.trialseal.core.anchor.HeaderProgress;
import org.trialseal.core.bitcoin.KnownHeaders;

/** Tells how fetching block headers goes, and what it is worth for a seal. */
final class HeaderWords implements HeaderListener {
    private final Workspace workspace;
    private final Output output;
    private Optional<HeaderMeter> meter = Optional.empty();

    HeaderWords(Workspace workspace) {
        this.workspace = workspace;
        this.output = workspace.output();
    }

    /** What is on the disk, for verifying; when it cannot be read, nothing, with a warning. */
    static KnownHeaders known(Workspace workspace) {
        return workspace
                .headers()
                .known(failure -> workspace
                        .output()
                        .warn("the block headers on this computer cannot be read: " + failure.getMessage()));
    }

    @Override
    public HeaderProgress asking(String server) {
        HeaderMeter next = new HeaderMeter(output, server);
        meter = Optional.of(next);
        return next;
    }

    @Override
    public void answered(HeaderAnswer answer) {
        meter.ifPresent(HeaderMeter::end);
        answer.news().ifPresent(this::tell);
        answer.fault().ifPresent(output::warn);
    }

    private void tell(HeaderNews news) {
        output.detail(news.source() + ": " + SealWords.number(news.added(), "new block header") + ", up to block "
                + news.tip());
        news.branch().ifPresent(branch -> output.warn(news.source() + ": " + branch.sentence()));
    }

    /** Tells what came of tying a folder to the chain. */
    void tell(LocalHeaders.Tied tied) {
        for (long height : tied.kept().refuted()) {
            output.warn("block " + height + " was named by a calendar and holds something else; it no longer counts");
        }
        if (tied.kept().tied().isPresent()) {
            output.result("Kept the block headers that tie block "
                    + tied.kept().tied().getAsLong()
                    + " to what this program knows; packages made from now on hold them.");
        } else if (tied.wanted() && tied.kept().refuted().isEmpty()) {
            output.result("The headers of that block are not known here, so a package cannot show yet when it was."
                    + (HeaderServers.areConfigured(workspace.configuration())
                            ? " Run 'trialseal anchor' again later."
                            : " Name a server of block headers in the settings (see 'trialseal headers --help')."));
        }
    }
}
