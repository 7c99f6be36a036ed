package org.trialseal.core.evidence;

import java.nio.file.Path;

/** Names of the files of an evidence folder. */
public record EvidenceFiles(Path folder) {
    /** The statement. */
    public Path statement() {
        return folder.resolve("seal.json");
    }

    /** One entry a line, canonical, in order. */
    public Path entries() {
        return folder.resolve("entries.jsonl");
    }

    /** The event logs of the seals before, one a line. */
    public Path logs() {
        return folder.resolve("logs.jsonl");
    }

    /** Key under the passphrase. */
    public Path key() {
        return folder.resolve("key.json");
    }

    /** What opens schemas, settings and tags, encrypted. */
    public Path openings() {
        return folder.resolve("openings.enc");
    }

    /** The statements of the seals before, {@code 0001.json} ... */
    public Path ledger() {
        return folder.resolve("ledger");
    }

    /** Anchors; grow, and are replaced atomically. */
    public Path anchors() {
        return folder.resolve("anchors");
    }

    /** The OpenTimestamps proof of the statement. */
    public Path timestamp() {
        return anchors().resolve("seal.json.ots");
    }

    /** Block headers that tie the attested block to known ones. */
    public Path headers() {
        return anchors().resolve("headers.bin");
    }

    /** The folder of one artifact. */
    public Path artifact(int index) {
        return folder.resolve("artifacts").resolve(SealNumber.name(index));
    }

    /** The files of a dataset. */
    public DatasetFiles dataset(int index) {
        return new DatasetFiles(artifact(index));
    }
}
