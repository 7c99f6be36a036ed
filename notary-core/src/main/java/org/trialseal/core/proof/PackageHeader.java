package org.trialseal.core.proof;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;

/** {@code package.json}: the format of the package and the seal it is about. */
public final class PackageHeader {
    /** The format of the archive and of everything in it. */
    public static final String FORMAT = "trialseal-package/1";

    private PackageHeader() {}

    static Bytes toBytes(long seal) {
        JsonObject json =
                JsonObject.builder().put("format", FORMAT).put("seal", seal).build();
        return Bytes.copyOf(json.canonicalBytes());
    }

    /**
     * Reads it and gives the number of the seal.
     *
     * @throws MalformedException when it is not canonical or of a format unknown to this program
     */
    public static long read(String source, InputStream in) throws IOException, MalformedException {
        JsonObject json = CanonicalJson.parseObject(source, in.readAllBytes());
        if (!json.string(source, "format").equals(FORMAT)) {
            throw new MalformedException(
                    MalformedException.Kind.NEWER,
                    source,
                    "format version is unknown to this program; a newer TrialSeal may read it");
        }
        json.requireOnly(source, Set.of("format", "seal"));
        return json.integer(source, "seal");
    }
}
