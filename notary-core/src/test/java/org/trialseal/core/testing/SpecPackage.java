package org.trialseal.core.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.trialseal.core.record.DataFile;

/** The parts of a proof package, to be changed at will and put together by the words of docs/proof-format.md. */
public final class SpecPackage {
    public static final String SEAL = "data/seals/0003/";
    public static final String STATEMENT = SEAL + "seal.json";
    public static final String OTS = SEAL + "seal.json.ots";
    public static final String HEADERS = SEAL + "headers.bin";
    public static final String ENTRIES = SEAL + "entries.json";
    public static final String OPENINGS = SEAL + "openings.json";
    private static final String BAGIT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /** Names and contents in their order, from {@code data/package.json} on. */
    public final LinkedHashMap<String, byte[]> parts = new LinkedHashMap<>();

    public static String artifact(int index, String kind) {
        return String.format(java.util.Locale.ROOT, "%s%04d.%s", SEAL, index, kind);
    }

    public SpecPackage put(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    public SpecPackage remove(String name) {
        parts.remove(name);
        return this;
    }

    public byte[] get(String name) {
        return java.util.Objects.requireNonNull(parts.get(name));
    }

    /** All entries of the archive, manifest included. */
    public LinkedHashMap<String, byte[]> entries() {
        StringBuilder manifest = new StringBuilder();
        parts.forEach((name, content) -> manifest.append(SpecDataset.hex(SpecHash.h((Object) content)))
                .append("  ")
                .append(name)
                .append('\n'));
        LinkedHashMap<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("bagit.txt", BAGIT.getBytes(StandardCharsets.US_ASCII));
        entries.put("manifest-sha256.txt", manifest.toString().getBytes(StandardCharsets.US_ASCII));
        entries.putAll(parts);
        return entries;
    }

    /** The archive. */
    public byte[] bytes() {
        return zip(new ArrayList<>(entries().entrySet()));
    }

    /** Stores entries one after the other, little-endian throughout. */
    public static byte[] zip(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> entry : entries) {
            byte[] name = entry.getKey().getBytes(StandardCharsets.ISO_8859_1);
            byte[] content = entry.getValue();
            int offset = out.size();
            CRC32 crc = new CRC32();
            crc.update(content);
            int checksum = (int) crc.getValue();
            put(out, 4, 0x04034b50, 2, 20, 2, 0, 2, 0, 2, 0, 2, 0x21, 4, checksum);
            put(out, 4, content.length, 4, content.length, 2, name.length, 2, 0);
            out.writeBytes(name);
            out.writeBytes(content);
            put(directory, 4, 0x02014b50, 2, 20, 2, 20, 2, 0, 2, 0, 2, 0, 2, 0x21, 4, checksum);
            put(directory, 4, content.length, 4, content.length, 2, name.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0);
            put(directory, 4, offset);
            directory.writeBytes(name);
        }
        int start = out.size();
        out.writeBytes(directory.toByteArray());
        put(out, 4, 0x06054b50, 2, 0, 2, 0, 2, entries.size(), 2, entries.size(), 4, directory.size(), 4, start, 2, 0);
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, int... widthsAndValues) {
        for (int i = 0; i < widthsAndValues.length; i += 2) {
            for (int octet = 0; octet < widthsAndValues[i]; octet++) {
                out.write(widthsAndValues[i + 1] >>> 8 * octet);
            }
        }
    }

    /** The archive as a file. */
    public DataFile file() {
        return file(bytes());
    }

    /** Bytes as a file. */
    public static DataFile file(byte[] bytes) {
        return new DataFile() {
            @Override
            public String name() {
                return "test.trialseal";
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
