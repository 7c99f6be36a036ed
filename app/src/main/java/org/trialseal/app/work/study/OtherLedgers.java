package org.trialseal.app.work.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.seal.Statement;

/** Other ledgers of the same study: a second one is seldom meant, and nothing shows that the two belong together. */
public final class OtherLedgers {
    /** So many folders are looked at. */
    private static final int MOST = 1_000;

    private OtherLedgers() {}

    /**
     * Evidence folders beside one that hold seals of the same study and network in another ledger, by name; those that
     * cannot be read are passed over.
     *
     * @param statement that of the folder
     */
    public static List<Path> beside(Path folder, Statement statement) throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path path : siblings(folder)) {
            if (holdsOther(path, statement)) {
                others.add(path);
            }
        }
        return others;
    }

    private static List<Path> siblings(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder.toAbsolutePath().getParent())) {
            return inside.limit(MOST)
                    .filter(path -> !isHidden(path) && EvidenceFolder.isOne(path))
                    .sorted()
                    .toList();
        }
    }

    /** As folders in the making are. */
    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean holdsOther(Path path, Statement statement) {
        try {
            Statement other = EvidenceFolder.open(path).statement();
            return other.study().id().equals(statement.study().id())
                    && other.network() == statement.network()
                    && !other.ledger().equals(statement.ledger());
        } catch (IOException | MalformedException e) {
            return false;
        }
    }
}
