package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.h;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.trialseal.core.json.JsonObject;

/** A document or a source file sealed by the words of docs/proof-format.md. */
public final class SpecDocument implements SpecArtifact {
    private static final int CHUNK = 1 << 20;

    public final int artifact;
    public final String name;
    public final byte[] bytes;
    public final byte[] key;
    public final byte[] salt;
    public final byte[] fileSalt;
    /** The bytes whose digest and length the entry commits to. */
    public byte[] fileBytes;

    /** The length that the entry commits to. */
    public long fileLength;

    private final boolean isSource;

    public SpecDocument(int artifact, String name, byte[] bytes, boolean isSource, byte[] nonce, Random random) {
        this.artifact = artifact;
        this.name = name;
        this.bytes = bytes;
        this.fileBytes = bytes;
        this.fileLength = bytes.length;
        this.isSource = isSource;
        this.key = SpecHash.groupKey(SpecDataset.bytes(random, 32), nonce, artifact);
        this.salt = SpecDataset.bytes(random, 16);
        this.fileSalt = SpecDataset.bytes(random, 16);
    }

    private List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += CHUNK) {
            byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length));
            long index = leaves.size();
            leaves.add(cat(0x19, h(0x18, SpecHash.salt(key, index, 0), u64(index), u32(chunk.length), chunk)));
        }
        return leaves;
    }

    @Override
    public int artifact() {
        return artifact;
    }

    @Override
    public JsonObject entry() {
        JsonObject.Builder entry = JsonObject.builder()
                .put("file", SpecDataset.hex(h(0x17, 3, fileSalt, u64(fileLength), h((Object) fileBytes))))
                .put("kind", isSource ? "source" : "document")
                .put("name", name)
                .put("salt", SpecDataset.hex(salt));
        if (!isSource) {
            entry.put("chunks", leaves().size()).put("root", SpecDataset.hex(SpecHash.root(leaves())));
        }
        return entry.build();
    }

    @Override
    public List<JsonObject> openings() {
        return List.of(JsonObject.builder()
                .put("artifact", artifact)
                .put(
                        "content",
                        JsonObject.builder()
                                .put("digest", SpecDataset.hex(h((Object) fileBytes)))
                                .put("length", fileLength)
                                .build())
                .put("kind", "file")
                .put("salt", SpecDataset.hex(fileSalt))
                .build());
    }

    /** The document shown. */
    public byte[] content() {
        return cat(ascii("trialseal/1 document\n"), u32(artifact), key, bytes);
    }
}
