package org.trialseal.core.seal;

import org.trialseal.core.digest.Bytes;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.json.CanonicalJson;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonString;

/** One thing that a seal commits to: a leaf of the statement's tree. */
public sealed interface SealEntry permits SourceEntry, DatasetEntry, DocumentEntry, LogEntry {
    /** Longest canonical JSON of an entry, in bytes. */
    int MAX_LENGTH = 4_096;
    /** Longest name, in UTF-16 code units. */
    int MAX_NAME = 255;

    /** {@code source}, {@code dataset}, {@code document} or {@code log}. */
    String kind();

    /** The name, unique among the datasets, logs and documents of a seal. */
    String name();

    /** 16 random bytes that hide the entry while it is not opened. */
    Bytes salt();

    /** The canonical form. */
    JsonObject toJson();

    /** The RFC 6962 leaf hash in the statement's tree. */
    default Sha256 leafHash() {
        return leafPreimage().sha256();
    }

    /** What the leaf hash is the hash of: the bytes 00 and 1a, and the canonical JSON. */
    default Bytes leafPreimage() {
        return Bytes.copyOf(new byte[] {0, TypeByte.ENTRY}).concat(Bytes.copyOf(toJson().canonicalBytes()));
    }

    /** Reads an entry from canonical bytes. */
    static SealEntry parse(String source, byte[] bytes) throws MalformedException {
        return fromJson(source, CanonicalJson.parseObject(source, bytes));
    }

    /** Reads an entry. */
    static SealEntry fromJson(String source, JsonObject json) throws MalformedException {
        if (json.canonicalBytes().length > MAX_LENGTH) {
            throw new MalformedException(
                    MalformedException.Kind.TOO_LARGE, source, "an entry has at most " + MAX_LENGTH + " bytes");
        }
        requireName(source, json.string(source, "name"));
        switch (json.string(source, "kind")) {
            case SourceEntry.KIND:
                return SourceEntry.fromJson(source, json);
            case DatasetEntry.KIND:
                return DatasetEntry.fromJson(source, json);
            case DocumentEntry.KIND:
                return DocumentEntry.fromJson(source, json);
            case LogEntry.KIND:
                return LogEntry.fromJson(source, json);
            default:
                throw new MalformedException(source, "an entry of unknown kind");
        }
    }

    /** Whether a name may stand in an entry. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && JsonString.isWellFormed(name)
                && name.chars().noneMatch(c -> c < 0x20 || c >= 0x7f && c < 0xa0 || c == '/' || c == '\\');
    }

    private static void requireName(String source, String name) throws MalformedException {
        if (!isName(name)) {
            throw new MalformedException(
                    source, "a name has 1 to 255 characters, no slashes and no control characters");
        }
    }
}
