package org.trialseal.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trialseal.core.testing.SpecHash.cat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** Archives of other shapes than the one shape. */
final class ArchiveAttackTest {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private final SpecStudy study = SpecStudy.small();
    private final SpecPackage honest =
            study.show(SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3));
    private final byte[] archive = honest.bytes();

    private static List<EntryName> read(byte[] bytes) throws IOException, MalformedException {
        PackageReader reader = PackageReader.open("test.trialseal", new ByteArrayInputStream(bytes));
        List<EntryName> names = new ArrayList<>();
        for (Optional<PackageEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
            names.add(next.get().name());
        }
        assertThat(reader.damaged()).isEmpty();
        return names;
    }

    private static void assertMalformed(byte[] bytes, String reason) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(reason);
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

    private byte[] with(int signature, int record, int offset, int value) {
        byte[] changed = archive.clone();
        changed[find(archive, signature, record) + offset] = (byte) value;
        return changed;
    }

    private static byte[] insert(byte[] bytes, int at, byte[] what) {
        return cat(Arrays.copyOf(bytes, at), what, Arrays.copyOfRange(bytes, at, bytes.length));
    }

    @Test
    void read_honestPackage_namesItsEntriesAndOthersReadItToo() throws Exception {
        assertThat(read(archive)).extracting(EntryName::text).containsExactlyElementsOf(honest.parts.keySet());
        LinkedHashMap<String, byte[]> others = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                others.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertThat(others.keySet()).containsExactlyElementsOf(honest.entries().keySet());
        honest.entries()
                .forEach(
                        (name, content) -> assertThat(others.get(name)).as(name).isEqualTo(content));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 45, version of ZIP64",
        "4, 10, version",
        "6, 1, encrypted",
        "6, 8, data descriptor",
        "7, 8, names in UTF-8",
        "8, 8, deflated",
        "8, 99, encrypted by AES",
        "10, 1, time",
        "12, 34, date",
        "18, 1, stored of another size",
        "28, 4, extra field",
    })
    void read_localHeaderOfAnotherShape_isMalformed(int offset, int value, String what) {
        for (int record : new int[] {0, 2, 9}) {
            byte[] changed = with(LOCAL, record, offset, value);
            assertThat(changed).as(what).isNotEqualTo(archive);
            assertMalformed(changed, "compressed, encrypted, dated or extended");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 6, 8, 10, 12, 14, 16, 20, 24, 28, 30, 32, 34, 36, 38, 42, 46})
    void read_centralDirectoryThatDiffers_isMalformed(int offset) {
        for (int record : new int[] {0, 3, 9}) {
            int at = find(archive, CENTRAL, record) + offset;
            assertMalformed(with(CENTRAL, record, offset, archive[at] ^ 1), "does not mirror");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 16, 20})
    void read_endRecordThatDiffers_isMalformed(int offset) {
        int at = find(archive, END, 0) + offset;
        assertMalformed(with(END, 0, offset, archive[at] ^ 1), "end record");
    }

    @Test
    void read_checksumThatIsWrongEverywhere_isDamageOfThatEntry() throws Exception {
        List<String> names = new ArrayList<>(honest.entries().keySet());
        for (int record = 0; record < names.size(); record++) {
            byte[] wrong = archive.clone();
            wrong[find(archive, LOCAL, record) + 14] ^= 1;
            wrong[find(archive, CENTRAL, record) + 16] ^= 1;
            PackageReader reader = PackageReader.open("test.trialseal", new ByteArrayInputStream(wrong));
            Optional<PackageEntry> next = reader.next();
            while (next.isPresent()) {
                assertThat(reader.isIntact(next.get()))
                        .isEqualTo(!next.get().name().text().equals(names.get(record)));
                next = reader.next();
            }
            assertThat(reader.damaged()).extracting(EntryName::text).containsExactly(names.get(record));
        }
    }

    @Test
    void read_digestThatIsWrongInTheManifest_isDamageOfThatEntry() throws Exception {
        for (String name : honest.parts.keySet()) {
            LinkedHashMap<String, byte[]> entries = honest.entries();
            String manifest = new String(entries.get("manifest-sha256.txt"), StandardCharsets.US_ASCII);
            String wrong = manifest.replaceFirst("[0-9a-f]{64}  " + name, "0".repeat(64) + "  " + name);
            entries.put("manifest-sha256.txt", wrong.getBytes(StandardCharsets.US_ASCII));
            PackageReader reader = PackageReader.open("test.trialseal", new ByteArrayInputStream(zip(entries)));
            Optional<PackageEntry> next = reader.next();
            while (next.isPresent()) {
                next = reader.next();
            }
            assertThat(reader.damaged()).extracting(EntryName::text).containsExactly(name);
        }
    }

    @Test
    void read_zip64Records_isMalformed() {
        byte[] record = cat(new byte[] {0x50, 0x4b, 6, 6, 44}, new byte[51]);
        byte[] locator = cat(new byte[] {0x50, 0x4b, 6, 7}, new byte[16]);
        assertMalformed(insert(archive, find(archive, END, 0), cat(record, locator)), "end record");
    }

    @Test
    void read_junkAnywhere_isMalformed() {
        byte[] junk = {0x4d, 0x5a, 0};
        assertMalformed(cat(junk, archive), "expected the archive entry bagit.txt");
        assertMalformed(insert(archive, find(archive, LOCAL, 3), junk), "expected the archive entry data/seals/0001");
        assertMalformed(insert(archive, find(archive, CENTRAL, 0), junk), "does not mirror");
        assertMalformed(insert(archive, find(archive, CENTRAL, 4), junk), "does not mirror");
        assertMalformed(insert(archive, find(archive, END, 0), junk), "end record");
        assertMalformed(cat(archive, junk), "something follows the end");
        assertMalformed(cat(archive, archive), "something follows the end");
    }

    @Test
    void read_archiveComment_isMalformed() {
        byte[] comment = {1, 2, 3};
        byte[] announced = with(END, 0, 20, comment.length);
        assertMalformed(cat(announced, comment), "end record");
        assertMalformed(cat(archive, comment), "something follows the end");
    }

    @Test
    void read_entriesThatOverlap_isMalformed() {
        byte[] first = Arrays.copyOfRange(archive, find(archive, CENTRAL, 0) + 42, find(archive, CENTRAL, 0) + 46);
        byte[] overlapping = archive.clone();
        System.arraycopy(first, 0, overlapping, find(archive, CENTRAL, 1) + 42, first.length);
        assertMalformed(overlapping, "does not mirror");
        byte[] inner = honest.get(SpecPackage.STATEMENT);
        int at = find(archive, LOCAL, 3);
        byte[] nested = cat(Arrays.copyOfRange(archive, at, find(archive, LOCAL, 4)), inner);
        assertMalformed(insert(archive, at, nested), "expected the archive entry");
    }

    /** Of 4 GiB less a byte, which would be ZIP64's; and more than the rest of the file. */
    @ParameterizedTest
    @CsvSource({"-1,4 GiB or more", "127,is larger than"})
    void read_hugeDeclaredSize_isMalformedBeforeItIsBelieved(int top, String reason) {
        byte[] changed = archive.clone();
        int at = find(archive, LOCAL, 2);
        for (int field : new int[] {18, 22}) {
            Arrays.fill(changed, at + field, at + field + 3, (byte) -1);
            changed[at + field + 3] = (byte) top;
        }
        assertMalformed(changed, reason);
    }

    @Test
    void read_contentOfUnlimitedEntryThatIsNotThere_isMalformed() {
        byte[] changed = archive.clone();
        List<String> names = new ArrayList<>(honest.entries().keySet());
        int at = find(archive, LOCAL, names.indexOf(SpecPackage.artifact(SpecStudy.LB, "disclosure")));
        changed[at + 21] = 0x7f;
        changed[at + 25] = 0x7f;
        assertMalformed(changed, "ends too early");
    }

    /** Symbolic links, devices, executables and folders in the directory's external attributes. */
    @ParameterizedTest
    @ValueSource(ints = {0120777, 0100755, 0040755, 0060600})
    void read_unixAttributes_isMalformed(int mode) {
        byte[] changed = archive.clone();
        int at = find(archive, CENTRAL, 4);
        changed[at + 40] = (byte) mode;
        changed[at + 41] = (byte) (mode >> 8);
        changed[at + 5] = 3;
        assertMalformed(changed, "does not mirror");
    }

    @Test
    void read_dataDescriptor_isMalformed() {
        byte[] descriptor = {0x50, 0x4b, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] with = insert(archive, find(archive, LOCAL, 3), descriptor);
        assertMalformed(with, "expected the archive entry");
    }

    @Test
    void read_70000Entries_isMalformed() {
        List<Map.Entry<String, byte[]>> many = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            many.add(Map.entry("data/" + i, new byte[0]));
        }
        assertMalformed(SpecPackage.zip(many), "bagit.txt");
        many.addAll(0, honest.entries().entrySet());
        assertMalformed(SpecPackage.zip(many), "does not mirror");
    }

    private static byte[] zip(LinkedHashMap<String, byte[]> entries) {
        return SpecPackage.zip(new ArrayList<>(entries.entrySet()));
    }

    @Test
    void read_entryThatTheManifestDoesNotName_isMalformed() {
        LinkedHashMap<String, byte[]> entries = honest.entries();
        entries.put("data/more.txt", new byte[] {1});
        assertMalformed(zip(entries), "does not mirror");
        List<Map.Entry<String, byte[]>> twice = new ArrayList<>(honest.entries().entrySet());
        twice.add(5, twice.get(4));
        assertMalformed(SpecPackage.zip(twice), "expected the archive entry");
    }

    @Test
    void read_entryThatIsMissing_isMalformed() {
        for (String name : honest.entries().keySet()) {
            LinkedHashMap<String, byte[]> entries = honest.entries();
            entries.remove(name);
            assertMalformed(zip(entries), "expected the archive entry " + name);
        }
    }

    @Test
    void read_entriesInAnotherOrder_isMalformed() {
        int count = honest.entries().size();
        for (int i = 1; i < count; i++) {
            List<Map.Entry<String, byte[]>> swapped =
                    new ArrayList<>(honest.entries().entrySet());
            swapped.add(i - 1, swapped.remove(i));
            assertMalformed(SpecPackage.zip(swapped), "expected the archive entry");
        }
    }

    /** Manifest and archive agree on names that the layout does not have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../readme.txt",
                "/etc/passwd",
                "data/../../x",
                "data/seals/0003/../seal.json",
                "data\\readme.txt",
                "data/README.txt",
                "data/readme.txt/",
                "data/seals/3/0001.disclosure",
                "data/seals/0003/1.disclosure",
                "data/seals/0003/00001.disclosure",
                "data/seals/0003/0002.disclosure.exe",
                "data/seals/0003/0000.disclosure",
                "data/seals/0003/0002.content\u0000",
                "data/seals/0003/0002.\u0441ontent",
                "data/seals/0003/999999.content",
                "data/seals/0004/0002.content",
                "con"
            })
    void read_namesOutsideTheLayout_isMalformed(String name) {
        SpecPackage made = new SpecPackage();
        honest.parts.forEach((part, content) -> {
            if (part.equals("data/readme.txt")) {
                made.put(name, new byte[] {1});
            }
            made.put(part, content);
        });
        assertMalformed(made.bytes(), "manifest-sha256.txt");
    }

    @Test
    void read_artifactTwiceOrInTwoKinds_isMalformed() {
        byte[] content = {1};
        byte[] readme = honest.get("data/readme.txt");
        honest.remove("data/readme.txt")
                .put(SpecPackage.artifact(1, "content"), content)
                .put("data/readme.txt", readme);
        assertMalformed(honest.bytes(), "expected data/readme.txt");
    }

    @Test
    void read_partsOutOfTheirOrderInTheManifestToo_isMalformed() {
        byte[] headers = honest.get(SpecPackage.HEADERS);
        SpecPackage made = new SpecPackage();
        honest.parts.forEach((part, content) -> {
            if (part.equals(SpecPackage.OTS)) {
                made.put(SpecPackage.HEADERS, headers);
            }
            if (!part.equals(SpecPackage.HEADERS)) {
                made.put(part, content);
            }
        });
        assertMalformed(made.bytes(), "expected data/seals/0003/entries.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\r\n", "# x\n", "0\n"})
    void read_manifestWithAnythingElse_isMalformed(String more) {
        LinkedHashMap<String, byte[]> entries = honest.entries();
        String manifest = new String(entries.get("manifest-sha256.txt"), StandardCharsets.US_ASCII);
        for (String changed : List.of(manifest + more, more + manifest, manifest.replaceFirst("\n", more + "\n"))) {
            if (!changed.equals(manifest)) {
                entries.put("manifest-sha256.txt", changed.getBytes(StandardCharsets.US_ASCII));
                assertMalformed(zip(entries), "manifest-sha256.txt");
            }
        }
    }

    @Test
    void read_manifestInUpperCaseOrWithOneSpace_isMalformed() {
        LinkedHashMap<String, byte[]> entries = honest.entries();
        String manifest = new String(entries.get("manifest-sha256.txt"), StandardCharsets.US_ASCII);
        entries.put("manifest-sha256.txt", manifest.replaceFirst("[a-f]", "A").getBytes(StandardCharsets.US_ASCII));
        assertMalformed(zip(entries), "lower-case");
        entries.put("manifest-sha256.txt", manifest.replace("  ", " ").getBytes(StandardCharsets.US_ASCII));
        assertMalformed(zip(entries), "two spaces");
        entries.put("manifest-sha256.txt", manifest.replace("  ", " *").getBytes(StandardCharsets.US_ASCII));
        assertMalformed(zip(entries), "two spaces");
    }

    @Test
    void read_emptyOrOtherArchive_isMalformed() throws Exception {
        assertMalformed(new byte[0], "not a proof package: ends too early");
        assertMalformed(SpecPackage.zip(List.of()), "not a proof package: expected the archive entry bagit.txt");
        assertMalformed("USUBJID,LBTEST\n".repeat(9).getBytes(StandardCharsets.US_ASCII), "not a proof package");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : honest.entries().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        assertMalformed(out.toByteArray(), "bagit.txt");
        assertMalformed(
                zip(new LinkedHashMap<>(
                        Map.of("bagit.txt", "BagIt-Version: 0.97\n".getBytes(StandardCharsets.US_ASCII)))),
                "not a proof package");
    }
}
