package org.trialseal.core.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonArray;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.merkle.InclusionProof;
import org.trialseal.core.seal.EarlierLog;
import org.trialseal.core.seal.LogEntry;
import org.trialseal.core.seal.SealEntry;
import org.trialseal.core.seal.Statement;

/**
 * The event logs of all seals before one: {@code logs.jsonl}, one {@code {"entry","index","path","seal"}} a line, by
 * ascending seal.
 */
public final class EarlierLogs {
    private final Map<String, List<EarlierLog>> logs = new TreeMap<>();

    private EarlierLogs() {}

    /** Those of the first seal. */
    static EarlierLogs none() {
        return new EarlierLogs();
    }

    /** Those of the seal after {@code folder}. */
    static EarlierLogs upTo(EvidenceFolder folder) throws IOException, MalformedException {
        EarlierLogs earlier = of(folder);
        EntryTree tree = new EntryTree(folder.entries());
        for (int index = 0; index < folder.entries().size(); index++) {
            if (folder.entries().get(index) instanceof LogEntry log) {
                earlier.add(new EarlierLog(folder.statement().place().seal(), index, log, tree.path(index)));
            }
        }
        return earlier;
    }

    /**
     * Reads those of a folder.
     *
     * @throws MalformedException when the list is missing, or does not fit the folder's ledger
     */
    public static EarlierLogs of(EvidenceFolder folder) throws IOException, MalformedException {
        EarlierLogs earlier = new EarlierLogs();
        Path path = folder.files().logs();
        if (!Files.exists(path)) {
            throw new MalformedException(
                    MalformedException.Kind.MISSING, path.toString(), "is missing from the evidence folder");
        }
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                EarlierLog log = parse(path.toString(), line);
                requireSealed(path.toString(), log, folder.ledger());
                earlier.add(log);
            }
        }
        return earlier;
    }

    private static void requireSealed(String source, EarlierLog log, Ledger ledger) throws MalformedException {
        if (log.seal() < 1 || log.seal() >= ledger.statements().size()) {
            throw new MalformedException(source, "names a seal that is no earlier one");
        }
        Statement.Entries entries = Statement.parse(
                        source, ledger.statements().get((int) log.seal() - 1).toArray())
                .entries();
        boolean sealed = InclusionProof.verify(
                        log.index(), entries.count(), log.entry().leafHash(), log.path(), entries.root())
                .valid();
        if (!sealed) {
            throw new MalformedException(
                    MalformedException.Kind.ALTERED,
                    source,
                    "does not fit the earlier seals; restore it from a backup");
        }
    }

    private void add(EarlierLog log) throws MalformedException {
        Optional<EarlierLog> before = last(log.entry().name());
        if (before.isPresent() && before.get().seal() >= log.seal()) {
            throw new MalformedException("logs.jsonl", "does not ascend by seal");
        }
        logs.computeIfAbsent(log.entry().name(), name -> new ArrayList<>()).add(log);
    }

    boolean isEmpty() {
        return logs.isEmpty();
    }

    /** A log in the earlier seals that hold it, by ascending seal. */
    public List<EarlierLog> of(String name) {
        return List.copyOf(logs.getOrDefault(name, List.of()));
    }

    /** A log in the last earlier seal that holds it. */
    Optional<EarlierLog> last(String name) {
        List<EarlierLog> list = of(name);
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    void write(Path path) throws IOException {
        StringBuilder lines = new StringBuilder();
        logs.values().stream()
                .flatMap(List::stream)
                .forEach(log -> lines.append(toJson(log).canonicalText()).append('\n'));
        Files.write(path, lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject toJson(EarlierLog log) {
        return JsonObject.builder()
                .put("entry", log.entry().toJson())
                .put("index", log.index())
                .put(
                        "path",
                        JsonArray.ofStrings(log.path().stream().map(Sha256::hex).toList()))
                .put("seal", log.seal())
                .build();
    }

    private static EarlierLog parse(String source, String line) throws MalformedException {
        JsonObject json = CanonicalJson.parseObject(source, line.getBytes(StandardCharsets.UTF_8));
        json.requireOnly(source, Set.of("entry", "index", "path", "seal"));
        if (!(SealEntry.fromJson(source, json.object(source, "entry")) instanceof LogEntry entry)) {
            throw new MalformedException(source, "holds an entry that is no log");
        }
        List<Sha256> path = new ArrayList<>();
        for (String hex : json.strings(source, "path")) {
            path.add(hash(source, hex));
        }
        long index = json.integer(source, "index");
        if (index >= Statement.MAX_ENTRIES) {
            throw new MalformedException(source, "index is larger than it can be");
        }
        return new EarlierLog(json.integer(source, "seal"), (int) index, entry, path);
    }

    private static Sha256 hash(String source, String hex) throws MalformedException {
        try {
            return Sha256.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(source, "a hash in a path is " + e.getMessage());
        }
    }
}
