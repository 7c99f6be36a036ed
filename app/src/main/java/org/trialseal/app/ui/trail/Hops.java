package org.trialseal.app.ui.trail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.app.ui.trail.Drawing.Tone;
import org.trialseal.app.ui.trail.Hop.Hash;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.trail.ProofTrail;
import org.trialseal.core.bitcoin.BlockFacts;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.ots.Append;
import org.trialseal.core.ots.Op;
import org.trialseal.core.ots.Prepend;
import org.trialseal.core.seal.DatasetEntry;
import org.trialseal.core.seal.DocumentEntry;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.verify.GroupHashes;
import org.trialseal.core.verify.TimeResult;

/** Tells a trail station by station. */
final class Hops {
    private static final int MOST_STEPS = 60;
    private static final int SHOWN_HEX = 44;

    private final Words words;

    Hops(Words words) {
        this.words = words;
    }

    /** The stations of the data, from the record to the entry; none when nothing is shown. */
    List<Hop> data(ProofTrail trail) {
        List<Hop> hops = new ArrayList<>();
        if (trail.artifact().isEmpty()) {
            return hops;
        }
        ProofTrail.Artifact artifact = trail.artifact().get();
        String name = Safe.text(artifact.entry().name());
        trail.record().ifPresent(record -> {
            hops.add(record(name, record));
            record.hashes().ifPresent(hashes -> hops.add(group(record, hashes)));
        });
        hops.add(artifact(name, artifact.entry()));
        hops.add(new Hop(
                words.of("trail.entry.title"),
                List.of(words.of(
                        "trail.entry.text",
                        artifact.index() + 1,
                        trail.statement().entries().count())),
                List.of(Hash.of(artifact.entry().leafHash().hex())),
                words.count("trail.entry.onward", artifact.siblings()),
                Tone.PLAIN));
        return hops;
    }

    private Hop record(String name, ProofTrail.RecordShown record) {
        List<String> lines = new ArrayList<>();
        record.subject().ifPresent(subject -> lines.add(words.of("trail.record.subject", subject)));
        for (ProofTrail.Field field : record.fields()) {
            lines.add(words.of("trail.record.field", field.name(), field.value()));
        }
        lines.add(words.of("trail.record.hidden"));
        return new Hop(
                words.of("trail.record.title", name),
                lines,
                record.hashes()
                        .map(hashes -> List.of(Hash.of(hashes.firstLeaf().hex())))
                        .orElse(List.of()),
                words.of("trail.record.onward", record.index() + 1, record.of()),
                Tone.PLAIN);
    }

    private Hop group(ProofTrail.RecordShown record, GroupHashes hashes) {
        return new Hop(
                words.of("trail.group.title"),
                List.of(words.count("trail.group.text", record.of())),
                List.of(
                        new Hash(words.of("trail.group.root"), hashes.root().hex()),
                        new Hash(
                                words.of("trail.group.tagged"),
                                hashes.subjectEntry().hex())),
                words.of("trail.group.onward"),
                Tone.PLAIN);
    }

    private Hop artifact(String name, SealEntry entry) {
        String onward = words.of("trail.artifact.onward");
        if (entry instanceof DatasetEntry dataset) {
            String text = dataset.shape().grouped()
                    ? words.of(
                            "trail.dataset.grouped",
                            dataset.shape().records(),
                            dataset.shape().groups())
                    : words.of("trail.dataset.text", dataset.shape().records());
            return hop(words.of("trail.dataset.title", name), text, dataset.root(), onward);
        }
        if (entry instanceof LogEntry log) {
            return hop(
                    words.of("trail.log.title", name), words.of("trail.log.text", log.records()), log.root(), onward);
        }
        Optional<DocumentEntry> document = entry instanceof DocumentEntry found ? Optional.of(found) : Optional.empty();
        return new Hop(
                words.of("trail.document.title", name),
                List.of(words.of("trail.document.text")),
                document.map(found -> List.of(Hash.of(found.root().hex()))).orElse(List.of()),
                onward,
                Tone.PLAIN);
    }

    private static Hop hop(String title, String text, Sha256 hash, String onward) {
        return new Hop(title, List.of(text), List.of(Hash.of(hash.hex())), onward, Tone.PLAIN);
    }

    /** The stations of time, from the statement to the block. */
    List<Hop> time(ProofTrail trail) {
        List<Hop> hops = new ArrayList<>();
        hops.add(new Hop(
                words.of(
                        "trail.seal.title",
                        trail.statement().place().seal(),
                        Safe.text(trail.statement().milestone())),
                List.of(
                        words.of(
                                "trail.seal.study",
                                Safe.text(trail.statement().study().id())),
                        words.of(
                                "trail.seal.claimed",
                                words.moment(trail.statement().claimedTime()))),
                List.of(
                        new Hash(
                                words.of("trail.seal.root"),
                                trail.statement().entries().root().hex()),
                        new Hash(words.of("trail.seal.digest"), trail.digest().hex())),
                words.of("trail.seal.onward"),
                Tone.PLAIN));
        if (!trail.steps().isEmpty()) {
            hops.add(timestamp(trail));
        }
        hops.add(block(trail));
        return hops;
    }

    private Hop timestamp(ProofTrail trail) {
        List<Hash> lines = new ArrayList<>();
        for (ProofTrail.Step step :
                trail.steps().subList(0, Math.min(MOST_STEPS, trail.steps().size()))) {
            String hex = step.message().hex();
            String shown = hex.length() > SHOWN_HEX ? hex.substring(0, SHOWN_HEX) + "…" : hex;
            lines.add(Hash.of(pad(operation(step.op())) + shown));
        }
        boolean block = trail.height().isPresent();
        return new Hop(
                words.of("trail.ots.title"),
                List.of(words.count(
                        block ? "trail.ots.text" : "trail.ots.pending",
                        trail.steps().size())),
                lines,
                words.of(block ? "trail.ots.onward" : "trail.ots.promised"),
                Tone.PLAIN);
    }

    private static String operation(Op op) {
        if (op instanceof Append append) {
            return "append " + append.argument().length();
        }
        return op instanceof Prepend prepend ? "prepend " + prepend.argument().length() : op.word();
    }

    private static String pad(String operation) {
        int width = 14;
        return operation + " ".repeat(Math.max(1, width - operation.length()));
    }

    private Hop block(ProofTrail trail) {
        TimeResult time = trail.report().time();
        Tone tone = time.tier() == Tier.CHECKPOINTED || time.tier() == Tier.PROOF_OF_WORK ? Tone.PASSED : Tone.OPEN;
        List<String> lines = new ArrayList<>();
        time.notAfter().ifPresent(day -> lines.add(words.of("trail.block.day", day)));
        lines.add(words.of("trail.tier." + time.tier().jsonName()));
        Optional<BlockFacts> facts = time.block().map(TimeResult.AttestingBlock::facts);
        facts.ifPresent(known -> lines.add(words.count("trail.block.ontop", known.blocksOnTop())));
        return new Hop(
                title(trail),
                lines,
                facts.map(known -> List.of(Hash.of(known.hash().toString()))).orElse(List.of()),
                "",
                tone);
    }

    private String title(ProofTrail trail) {
        if (trail.height().isEmpty()) {
            return words.of("trail.block.none");
        }
        return trail.statement().network() == Network.PRACTICE
                ? words.of("trail.block.practice", trail.height().getAsLong())
                : words.of("trail.block.bitcoin", trail.height().getAsLong());
    }
}
