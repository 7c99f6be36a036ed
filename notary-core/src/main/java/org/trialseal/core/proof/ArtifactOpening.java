package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.seal.Opening;

/**
 * A commitment of an entry, opened as a whole.
 *
 * @param artifact index of the entry in the statement's tree, [0, 65535)
 */
public record ArtifactOpening(int artifact, Opening opening) implements Comparable<ArtifactOpening> {
    private static final String LIST = "openings";

    @Override
    public int compareTo(ArtifactOpening other) {
        int byArtifact = Integer.compare(artifact, other.artifact);
        return byArtifact != 0 ? byArtifact : opening.kind().compareTo(other.opening.kind());
    }

    /** {@code openings.json}, by ascending artifact and kind. */
    static Bytes listToBytes(List<ArtifactOpening> openings) {
        List<JsonObject> items = new ArrayList<>();
        for (ArtifactOpening opening :
                openings.stream().sorted(Comparator.naturalOrder()).toList()) {
            items.add(opening.toJson());
        }
        return JsonItems.write(LIST, items);
    }

    private JsonObject toJson() {
        return JsonObject.builder()
                .put("artifact", artifact)
                .put("content", content())
                .put("kind", opening.kind().word())
                .put("salt", opening.salt())
                .build();
    }

    private JsonObject content() {
        if (opening.kind() == Opening.Kind.FILE) {
            return JsonObject.builder()
                    .put("digest", opening.fileDigest())
                    .put("length", opening.fileLength())
                    .build();
        }
        try {
            return CanonicalJson.parseObject("opening", opening.content().toArray());
        } catch (MalformedException e) {
            throw new IllegalArgumentException("the content of an opening is canonical JSON", e);
        }
    }

    /**
     * Reads {@code openings.json}.
     *
     * @throws MalformedException when it is not canonical or does not ascend by artifact and kind
     */
    public static List<ArtifactOpening> readList(String source, InputStream in) throws IOException, MalformedException {
        JsonItems items = new JsonItems(source, LIST, Limit.OPENING, in);
        List<ArtifactOpening> openings = new ArrayList<>();
        for (Optional<JsonObject> item = items.next(); item.isPresent(); item = items.next()) {
            ArtifactOpening opening = fromJson(source, item.get());
            if (!openings.isEmpty() && openings.get(openings.size() - 1).compareTo(opening) >= 0) {
                throw new MalformedException(source, "openings do not ascend by artifact and kind");
            }
            openings.add(opening);
        }
        return openings;
    }

    private static ArtifactOpening fromJson(String source, JsonObject json) throws MalformedException {
        json.requireOnly(source, Set.of("artifact", "content", "kind", "salt"));
        Opening.Kind kind = kind(source, json.string(source, "kind"));
        Bytes salt = json.hex(source, "salt", Opening.SALT_LENGTH);
        JsonObject content = json.object(source, "content");
        return new ArtifactOpening(
                OpenedEntry.index(source, json, "artifact"),
                kind == Opening.Kind.FILE
                        ? file(source, salt, content)
                        : new Opening(kind, salt, Bytes.copyOf(content.canonicalBytes())));
    }

    private static Opening.Kind kind(String source, String word) throws MalformedException {
        for (Opening.Kind kind : Opening.Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new MalformedException(source, "an opening of unknown kind");
    }

    private static Opening file(String source, Bytes salt, JsonObject content) throws MalformedException {
        content.requireOnly(source, Set.of("digest", "length"));
        return Opening.ofFile(salt, content.integer(source, "length"), content.sha256(source, "digest"));
    }
}
