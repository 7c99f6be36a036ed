package org.trialseal.core.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.testing.ByteMutants;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecPackages;

/**
 * Packages that are not what they were: their bytes damaged, or their parts changed, dropped, exchanged and put together
 * again under right digests and checksums. The same number gives the same mutant.
 */
final class PackageMutants {
    private final List<String> names = new ArrayList<>();
    private final List<SpecPackage> honest = new ArrayList<>();
    private final List<byte[]> archives = new ArrayList<>();
    private final Set<Map.Entry<String, Bytes>> honestParts = new HashSet<>();
    private final FreeParts free = new FreeParts();
    private final long seed;

    PackageMutants(long seed) {
        this.seed = seed;
        SpecPackages.all().forEach((name, made) -> {
            names.add(name);
            honest.add(made);
            archives.add(made.bytes());
            made.parts.forEach((part, content) -> honestParts.add(Map.entry(part, Bytes.copyOf(content))));
        });
    }

    /**
     * A package that may not be passed.
     *
     * @param what it is, in words
     * @param mayPass when nothing is in it but what honest packages hold, and other headers or another readme
     */
    record Mutant(String what, byte[] archive, boolean mayPass) {}

    List<byte[]> archives() {
        return archives;
    }

    /** The mutant of this number. */
    Mutant mutant(long number) {
        Random random = new Random(seed ^ number * 0x9e3779b97f4a7c15L);
        int which = random.nextInt(archives.size());
        String what = names.get(which) + " of number " + number;
        if (random.nextInt(2) == 0) {
            byte[] before = archives.get(which);
            byte[] damaged = ByteMutants.mutate(before, archives.get(random.nextInt(archives.size())), random);
            boolean same = archives.stream().anyMatch(archive -> Arrays.equals(archive, damaged));
            return new Mutant(what + " (bytes)", damaged, same);
        }
        SpecPackage made = new SpecPackage();
        made.parts.putAll(honest.get(which).parts);
        String how = restructure(made, random);
        return new Mutant(what + " (" + how + ")", rezipped(made, random), mayPass(made));
    }

    private boolean mayPass(SpecPackage made) {
        return made.parts.entrySet().stream()
                .allMatch(part -> free.mayDiffer(part.getKey(), part.getValue())
                        || honestParts.contains(Map.entry(part.getKey(), Bytes.copyOf(part.getValue()))));
    }

    private String restructure(SpecPackage made, Random random) {
        List<String> parts = new ArrayList<>(made.parts.keySet());
        String part = parts.get(random.nextInt(parts.size()));
        SpecPackage other = honest.get(random.nextInt(honest.size()));
        switch (random.nextInt(6)) {
            case 0:
                made.remove(part);
                return "without " + part;
            case 1:
                byte[] content = made.get(part);
                String second = parts.get(random.nextInt(parts.size()));
                made.put(part, made.get(second)).put(second, content);
                return part + " and " + second + " exchanged";
            case 2:
                other.parts.forEach(
                        (name, bytes) -> made.parts.replace(part, name.equals(part) ? bytes : made.get(part)));
                return part + " of another package";
            case 3:
                moved(made, part, random.nextInt(parts.size()));
                return part + " elsewhere";
            default:
                made.put(part, ByteMutants.mutate(made.get(part), other.bytes(), random));
                return part + " damaged";
        }
    }

    private static void moved(SpecPackage made, String part, int place) {
        LinkedHashMap<String, byte[]> before = new LinkedHashMap<>(made.parts);
        byte[] content = made.get(part);
        before.remove(part);
        made.parts.clear();
        before.forEach((name, bytes) -> {
            if (made.parts.size() == place) {
                made.put(part, content);
            }
            made.put(name, bytes);
        });
        made.parts.putIfAbsent(part, content);
    }

    /** The archive, now and then with an entry twice or with two entries in the wrong order. */
    private static byte[] rezipped(SpecPackage made, Random random) {
        List<Map.Entry<String, byte[]>> entries = new ArrayList<>(made.entries().entrySet());
        int way = random.nextInt(20);
        int from = random.nextInt(entries.size());
        if (way == 0) {
            entries.add(random.nextInt(entries.size()), entries.get(from));
        } else if (way == 1) {
            entries.add(random.nextInt(entries.size()), entries.remove(from));
        }
        return SpecPackage.zip(entries);
    }
}
