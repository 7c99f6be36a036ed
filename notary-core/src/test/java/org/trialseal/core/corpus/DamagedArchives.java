package org.trialseal.core.corpus;

import static org.trialseal.core.testing.SpecHash.cat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.trialseal.core.testing.SpecLogs;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Archives of other shapes than the one shape, and bytes damaged at random. */
final class DamagedArchives {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final String MANIFEST = "manifest-sha256.txt";

    private final SpecStudy study = SpecStudy.small();
    private final SpecPackage honest =
            study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));
    private final byte[] archive = honest.bytes();
    private final Random random;
    private final List<Vector> vectors = new ArrayList<>();

    DamagedArchives(Random random) {
        this.random = random;
    }

    List<Vector> all() {
        headers();
        order();
        names();
        manifests();
        damage();
        atRandom("small", archive, 120);
        SpecStudy sample = SpecStudy.sample();
        byte[] large = sample.show(new TreeMap<>(Map.of(
                        SpecStudy.LB, sample.dataset(SpecStudy.LB).everything(1),
                        SpecStudy.WIDE, sample.dataset(SpecStudy.WIDE).everything(3),
                        SpecStudy.PROTOCOL, sample.document(SpecStudy.PROTOCOL).content())))
                .bytes();
        atRandom("large", large, 60);
        SpecLogs logs = new SpecLogs(5, 8, 13, 7).seal();
        atRandom("log", logs.show(cat(logs.head(), logs.allRecords())).bytes(), 60);
        return vectors;
    }

    private void add(String name, String description, byte[] bytes) {
        vectors.add(Vector.of("archive-" + name, description, bytes, Conditions.PRACTICE));
    }

    /** Where the {@code skip}-th record with this signature begins. */
    private static int find(byte[] bytes, int signature, int skip) {
        int left = skip;
        for (int at = 0; at + 4 <= bytes.length; at++) {
            int word =
                    bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
            if (word == signature && left-- == 0) {
                return at;
            }
        }
        throw new AssertionError("no such record");
    }

    private static byte[] zip(LinkedHashMap<String, byte[]> entries) {
        return SpecPackage.zip(new ArrayList<>(entries.entrySet()));
    }

    private static byte[] insert(byte[] bytes, int at, byte[] what) {
        return cat(Arrays.copyOf(bytes, at), what, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private void headers() {
        for (int offset : new int[] {4, 5, 6, 7, 8, 10, 12, 18, 22, 26, 28}) {
            addHeader("local", LOCAL, 4, offset);
        }
        for (int offset : new int[] {4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42, 46}) {
            addHeader("central", CENTRAL, 3, offset);
        }
        for (int offset : new int[] {4, 6, 8, 10, 12, 16, 20}) {
            addHeader("end", END, 0, offset);
        }
        byte[] record = cat(new byte[] {0x50, 0x4b, 6, 6, 44}, new byte[51]);
        byte[] locator = cat(new byte[] {0x50, 0x4b, 6, 7}, new byte[16]);
        add("zip64", "Records of ZIP64.", insert(archive, find(archive, END, 0), cat(record, locator)));
        byte[] junk = {0x4d, 0x5a, 0};
        add("junk-before", "Something stands before the archive.", cat(junk, archive));
        add("junk-after", "Something follows the archive.", cat(archive, junk));
        add("junk-between", "Something stands between two entries.", insert(archive, find(archive, LOCAL, 3), junk));
        add(
                "junk-before-directory",
                "Something stands before the directory.",
                insert(archive, find(archive, CENTRAL, 0), junk));
        add("junk-before-end", "Something stands before the end record.", insert(archive, find(archive, END, 0), junk));
        add("twice", "The archive twice.", cat(archive, archive));
        add("no-bytes", "No bytes.", new byte[0]);
        add("text", "A text file.", "USUBJID,LBTEST\n".repeat(9).getBytes(StandardCharsets.US_ASCII));
        add("no-entries", "An archive without entries.", SpecPackage.zip(List.of()));
    }

    private void addHeader(String kind, int signature, int record, int offset) {
        byte[] changed = archive.clone();
        changed[find(archive, signature, record) + offset] ^= 1;
        add(kind + "-header-" + offset, "A field of a " + kind + " header differs.", changed);
    }

    private void order() {
        for (String name : honest.entries().keySet()) {
            LinkedHashMap<String, byte[]> entries = honest.entries();
            entries.remove(name);
            add("without-" + label(name), name + " is missing, the manifest names it.", zip(entries));
        }
        for (String name : honest.parts.keySet()) {
            SpecPackage made = study.show(
                            SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3))
                    .remove(name);
            add("manifest-without-" + label(name), name + " is missing, in the manifest, too.", made.bytes());
        }
        List<Map.Entry<String, byte[]>> entries =
                new ArrayList<>(honest.entries().entrySet());
        for (int i = 1; i < entries.size(); i++) {
            List<Map.Entry<String, byte[]>> swapped = new ArrayList<>(entries);
            swapped.add(i - 1, swapped.remove(i));
            add("swapped-" + i, "Two entries are swapped.", SpecPackage.zip(swapped));
        }
        List<String> parts = new ArrayList<>(honest.parts.keySet());
        for (int i = 1; i < parts.size(); i++) {
            List<String> swapped = new ArrayList<>(parts);
            swapped.add(i - 1, swapped.remove(i));
            SpecPackage made = new SpecPackage();
            swapped.forEach(name -> made.put(name, honest.get(name)));
            add("manifest-swapped-" + i, "Two entries are swapped, in the manifest, too.", made.bytes());
        }
        List<Map.Entry<String, byte[]>> twice = new ArrayList<>(entries);
        twice.add(5, twice.get(4));
        add("entry-twice", "An entry twice.", SpecPackage.zip(twice));
        LinkedHashMap<String, byte[]> more = honest.entries();
        more.put("data/more.txt", new byte[] {1});
        add("entry-more", "An entry that the manifest does not name.", zip(more));
    }

    private static String label(String name) {
        return name.substring(5).replaceAll("[^a-z0-9]+", "-");
    }

    private void names() {
        String[] names = {
            "../readme.txt",
            "/etc/passwd",
            "data/../../x",
            "data/seals/0003/../seal.json",
            "data\\readme.txt",
            "data/README.txt",
            "data/readme.txt/",
            "data/seals/3/0001.disclosure",
            "data/seals/0003/1.disclosure",
            "data/seals/0003/00002.disclosure",
            "data/seals/0003/0002.disclosure.exe",
            "data/seals/0003/0000.disclosure",
            "data/seals/0003/999999.content",
            "data/seals/0003/65535.content",
            "data/seals/0004/0002.content",
            "con",
            "data/seals/0003/0002.content\u0000",
            "data/seals/0003/0002." + "x".repeat(64)
        };
        for (int i = 0; i < names.length; i++) {
            SpecPackage made = new SpecPackage();
            String odd = names[i];
            honest.parts.forEach((part, content) -> {
                if (part.equals("data/readme.txt")) {
                    made.put(odd, new byte[] {1});
                }
                made.put(part, content);
            });
            add("name-" + i, "An entry of a name outside the layout.", made.bytes());
        }
        SpecPackage both = study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));
        byte[] readme = both.get("data/readme.txt");
        both.remove("data/readme.txt")
                .put(SpecPackage.artifact(1, "content"), new byte[] {1})
                .put("data/readme.txt", readme);
        add("artifact-twice", "An artifact in two kinds.", both.bytes());
        SpecPackage unknown =
                study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));
        unknown.remove("data/readme.txt")
                .put(SpecPackage.artifact(2, "log"), new byte[] {1})
                .put("data/readme.txt", readme);
        add("artifact-beyond", "An artifact beyond the entries.", unknown.bytes());
    }

    private void manifests() {
        String manifest = text(honest.entries().get(MANIFEST));
        Map<String, String> changed = new LinkedHashMap<>();
        changed.put("line-more", manifest + "\n");
        changed.put("line-before", "\n" + manifest);
        changed.put("comment", manifest + "# x\n");
        changed.put("space-after", manifest.replaceFirst("\n", " \n"));
        changed.put("crlf", manifest.replace("\n", "\r\n"));
        changed.put("upper-case", manifest.replaceFirst("[a-f]", "A"));
        changed.put("one-space", manifest.replace("  ", " "));
        changed.put("star", manifest.replace("  ", " *"));
        changed.put("no-end", manifest.substring(0, manifest.length() - 1));
        changed.put("empty", "");
        changed.put("bagit-too", "0".repeat(64) + "  bagit.txt\n" + manifest);
        changed.forEach((name, wrong) -> {
            LinkedHashMap<String, byte[]> entries = honest.entries();
            entries.put(MANIFEST, wrong.getBytes(StandardCharsets.US_ASCII));
            add("manifest-" + name, "The manifest has another form.", zip(entries));
        });
        LinkedHashMap<String, byte[]> bagit = honest.entries();
        bagit.put(
                "bagit.txt",
                "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.US_ASCII));
        add("bagit-version", "Another version of BagIt.", zip(bagit));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private void damage() {
        List<String> names = new ArrayList<>(honest.entries().keySet());
        for (int record = 0; record < names.size(); record++) {
            byte[] wrong = archive.clone();
            wrong[find(archive, LOCAL, record) + 14] ^= 1;
            wrong[find(archive, CENTRAL, record) + 16] ^= 1;
            add("crc-" + label(names.get(record)), "The CRC-32 of " + names.get(record) + " is wrong.", wrong);
        }
        for (String name : honest.parts.keySet()) {
            LinkedHashMap<String, byte[]> entries = honest.entries();
            String wrong =
                    text(entries.get(MANIFEST)).replaceFirst("[0-9a-f]{64}  " + name, "0".repeat(64) + "  " + name);
            entries.put(MANIFEST, wrong.getBytes(StandardCharsets.US_ASCII));
            add("digest-" + label(name), "The digest of " + name + " is wrong.", zip(entries));
            LinkedHashMap<String, byte[]> other = honest.entries();
            byte[] content = other.get(name).clone();
            content[content.length / 2] ^= 1;
            other.put(name, content);
            add("content-" + label(name), "The content of " + name + " was changed.", zip(other));
            LinkedHashMap<String, byte[]> cut = honest.entries();
            cut.put(name, Arrays.copyOf(content, content.length / 2));
            add("content-cut-" + label(name), "The content of " + name + " was cut.", zip(cut));
        }
    }

    private void atRandom(String name, byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            byte[] changed = bytes.clone();
            String what = "Bits are flipped at random.";
            switch (i % 6) {
                case 4:
                    changed = Arrays.copyOf(bytes, random.nextInt(bytes.length));
                    what = "Cut at random.";
                    break;
                case 5:
                    int from = random.nextInt(bytes.length - 8);
                    Arrays.fill(changed, from, from + 8, (byte) random.nextInt(256));
                    what = "Eight bytes are overwritten at random.";
                    break;
                default:
                    for (int flip = 0; flip <= i % 3; flip++) {
                        changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
                    }
            }
            add("random-" + name + "-" + i, what, changed);
        }
    }
}
