package org.trialseal.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.anchor.HeaderAnswer;
import org.trialseal.app.work.anchor.HeaderServers;
import org.trialseal.app.work.anchor.LocalHeaders;
import org.trialseal.core.bitcoin.HeaderRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "headers",
        description = "Fetch Bitcoin block headers from the servers that the settings name, check them, and keep them.",
        footer = {
            "",
            "The settings node.rpc (with node.rpc.login), node.rest, electrum and esplora name servers, none by default.",
            "The words 'electrum = public' or 'esplora = public' in the configuration file choose well-known ones.",
            "Nobody is trusted: every header is checked. 'anchor' fetches what it needs by itself.",
            "",
            "Examples:",
            "  trialseal headers",
            "  trialseal headers --local",
            "  trialseal headers --block 830000"
        })
final class HeadersCommand extends Action {
    @Option(names = "--local", description = "Ask nobody; only say what this computer knows.")
    private boolean local;

    @Option(
            names = "--block",
            paramLabel = "HEIGHT",
            description = "Fetch what links this block to the next checkpoint, when it is not above the newest one.")
    private @Nullable Long block;

    @Override
    int run(Workspace workspace) throws Exception {
        LocalHeaders headers = workspace.headers();
        List<HeaderAnswer> answers = local ? List.of() : fetch(workspace, headers);
        Optional<HeaderRun> top = headers.store().top();
        long checkpoint = headers.store().checkpoints().newestHeight();
        workspace.output().result(words(checkpoint, top));
        workspace.output().json(json -> write(json, checkpoint, top, answers));
        boolean nobody = answers.stream().allMatch(answer -> answer.news().isEmpty());
        return !local && nobody ? ExitCode.UNREACHABLE : ExitCode.PASSED;
    }

    private List<HeaderAnswer> fetch(Workspace workspace, LocalHeaders headers) throws Exception {
        if (!HeaderServers.areConfigured(workspace.configuration())) {
            throw CommandFailure.usage("no server of block headers is named in "
                    + workspace.configuration().file() + "; 'trialseal headers --help' says how");
        }
        try (HeaderServers servers = HeaderServers.open(workspace.configuration())) {
            HeaderWords words = new HeaderWords(workspace);
            stretch(headers, servers, words);
            return headers.extend(servers, words);
        }
    }

    private void stretch(LocalHeaders headers, HeaderServers servers, HeaderWords words) throws Exception {
        long newest = headers.store().checkpoints().newestHeight();
        if (block != null && block < 1) {
            throw CommandFailure.usage("--block takes a height from 1 on");
        }
        if (block != null && block <= newest && !headers.fill(block, servers, words)) {
            throw new CommandFailure(ExitCode.UNREACHABLE, "nobody gave the headers of block " + block);
        }
    }

    private static String words(long checkpoint, Optional<HeaderRun> top) {
        String known = "The newest block that this program knows by itself is " + checkpoint + ". ";
        return known
                + top.map(run -> "This computer knows the " + SealWords.number(run.count(), "header")
                                + " above it, up to block " + (run.endHeight() - 1) + " of " + day(run) + ".")
                        .orElse("This computer knows no headers above it.");
    }

    private static LocalDate day(HeaderRun run) {
        return Instant.ofEpochSecond(run.last().time()).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static void write(JsonGenerator json, long checkpoint, Optional<HeaderRun> top, List<HeaderAnswer> answers)
            throws IOException {
        json.writeNumberField("checkpoint", checkpoint);
        if (top.isPresent()) {
            json.writeNumberField("tip", top.get().endHeight() - 1);
            json.writeStringField("hash", top.get().last().hash().display());
            json.writeStringField("day", day(top.get()).toString());
        }
        json.writeArrayFieldStart("servers");
        for (HeaderAnswer answer : answers) {
            json.writeStartObject();
            json.writeStringField("server", answer.server());
            if (answer.news().isPresent()) {
                json.writeNumberField("added", answer.news().get().added());
                json.writeNumberField("tip", answer.news().get().tip());
            } else {
                json.writeStringField("fault", answer.fault().orElse(""));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
