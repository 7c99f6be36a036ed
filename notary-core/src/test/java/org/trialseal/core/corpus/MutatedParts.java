package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecDataset;
import org.trialseal.core.testing.SpecHash;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Parts of honest packages changed by chance and put into archives whose checksums and digests are all right. */
final class MutatedParts {
    private static final int EACH = 70;

    private final Random random;
    private final List<Vector> vectors = new ArrayList<>();

    MutatedParts(Random random) {
        this.random = random;
    }

    List<Vector> all() {
        SpecStudy sample = SpecStudy.sample();
        SpecDataset lb = sample.dataset(SpecStudy.LB);
        SpecDataset wide = sample.dataset(SpecStudy.WIDE);
        mutate("subject", sample.show(SpecStudy.LB, subject(lb)));
        mutate(
                "several",
                sample.show(new TreeMap<>(Map.of(
                        SpecStudy.LB, lb.everything(1),
                        SpecStudy.WIDE,
                                cat(wide.head(0), SpecHash.u64(1), wide.partial(0, 1, List.of(0), List.of(1, 66))),
                        SpecStudy.PROTOCOL, sample.document(SpecStudy.PROTOCOL).content()))));
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        mutate("log", logs.show(cat(logs.head(), logs.records(1, 6, 9))));
        return vectors;
    }

    private static byte[] subject(SpecDataset lb) {
        int index = lb.indexOf(Cell.text("S-02"));
        return cat(
                lb.head(7, Cell.text("S-9")),
                SpecHash.u64(1),
                lb.partial(7, index, List.of(0, 1, 2), List.of(1, 2, 3)));
    }

    private void mutate(String name, SpecPackage honest) {
        List<String> parts = new ArrayList<>(honest.parts.keySet());
        // Words for people prove nothing; and on the practice network every second header has its work.
        parts.removeAll(List.of("data/readme.txt", SpecPackage.HEADERS));
        for (int i = 0; i < EACH; i++) {
            String part = parts.get(random.nextInt(parts.size()));
            SpecPackage made = new SpecPackage();
            byte[] mutant = mutant(honest.get(part), i);
            honest.parts.forEach((other, content) -> made.put(other, other.equals(part) ? mutant : content));
            vectors.add(Vector.practice("mutant-" + name + "-" + i, part + " is changed by chance.", made));
        }
    }

    private byte[] mutant(byte[] part, int way) {
        int from = random.nextInt(part.length);
        int to = Math.min(part.length, from + 1 + random.nextInt(40));
        byte[] changed = part.clone();
        switch (way % 7) {
            case 0:
                return cat(Arrays.copyOf(part, from), Arrays.copyOfRange(part, to, part.length));
            case 1:
                return cat(Arrays.copyOf(part, to), Arrays.copyOfRange(part, from, part.length));
            case 2:
                return otherDigit(changed, from);
            case 3:
                System.arraycopy(part, from, changed, random.nextInt(part.length - (to - from) + 1), to - from);
                return Arrays.equals(changed, part) ? otherDigit(changed, from) : changed;
            default:
                changed[from] ^= (byte) (1 << random.nextInt(8));
                return changed;
        }
    }

    /** Another digit or letter at the next place where one stands; JSON often stays JSON by it. */
    private static byte[] otherDigit(byte[] part, int from) {
        for (int i = 0; i < part.length; i++) {
            int at = (from + i) % part.length;
            if (Character.isLetterOrDigit(part[at])) {
                part[at] = (byte) (part[at] == '1' ? '2' : '1');
                return part;
            }
        }
        part[from]++;
        return part;
    }
}
