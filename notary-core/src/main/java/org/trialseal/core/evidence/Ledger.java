package org.trialseal.core.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.seal.Statement;

/** All statements of a study up to one seal, checked to follow one another. */
public record Ledger(List<Bytes> statements) {
    public Ledger {
        statements = List.copyOf(statements);
    }

    /** Reads the ledger that ends with the seal in {@code files}. */
    static Ledger read(EvidenceFiles files) throws IOException, MalformedException {
        Bytes last = read(files.statement());
        List<Bytes> statements = new ArrayList<>();
        Statement head = Statement.parse("seal.json", last.toArray());
        for (long seal = 1; seal < head.place().seal(); seal++) {
            Path path = files.ledger().resolve(SealNumber.name(seal) + ".json");
            if (!Files.exists(path)) {
                throw new MalformedException(
                        MalformedException.Kind.MISSING,
                        path.toString(),
                        "the statement of seal " + seal + " is missing");
            }
            statements.add(read(path));
        }
        statements.add(last);
        Ledger ledger = new Ledger(statements);
        ledger.check(head);
        return ledger;
    }

    private static Bytes read(Path path) throws IOException {
        return Bytes.copyOf(DurableFiles.readSmall(path, Statement.MAX_LENGTH));
    }

    private void check(Statement head) throws MalformedException {
        for (int i = 0; i < statements.size(); i++) {
            String source = "statement of seal " + (i + 1);
            Statement statement = Statement.parse(source, statements.get(i).toArray());
            Optional<Sha256> before = i == 0
                    ? Optional.empty()
                    : Optional.of(statements.get(i - 1).sha256());
            if (statement.place().seal() != i + 1L
                    || !statement.place().previous().equals(before)
                    || !statement.ledger().equals(head.ledger())
                    || !statement.study().id().equals(head.study().id())
                    || statement.network() != head.network()) {
                throw new MalformedException(source, "does not follow the statement before it in this ledger");
            }
        }
    }

    /** Digest of the last statement. */
    public Sha256 head() {
        return statements.get(statements.size() - 1).sha256();
    }

    /** Writes the statements to a folder, {@code 0001.json} ... */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < statements.size(); i++) {
            Files.write(
                    folder.resolve(SealNumber.name(i + 1L) + ".json"),
                    statements.get(i).toArray());
        }
    }
}
