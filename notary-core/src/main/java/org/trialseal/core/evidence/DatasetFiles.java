package org.trialseal.core.evidence;

import java.nio.file.Path;
import java.util.List;

/** Names of the files of one dataset in an evidence folder. */
public record DatasetFiles(Path folder) {
    /** Leaf hashes of all records, group after group. */
    public Path leaves() {
        return folder.resolve("leaves.bin");
    }

    /** Stored inner nodes of the groups' trees. */
    public Path nodes() {
        return folder.resolve("nodes.bin");
    }

    /** The group table, by ascending tag. */
    public Path groups() {
        return folder.resolve("groups.bin");
    }

    /** Leaf hashes of the subject entries, by ascending tag. */
    public Path groupLeaves() {
        return folder.resolve("group-leaves.bin");
    }

    /** Stored inner nodes of the tree over the subject entries. */
    public Path groupNodes() {
        return folder.resolve("group-nodes.bin");
    }

    /** What names the place of a change. */
    public Path fingerprints() {
        return folder.resolve("fingerprints.bin");
    }

    /** All of them. */
    public List<Path> all() {
        return List.of(leaves(), nodes(), groups(), groupLeaves(), groupNodes(), fingerprints());
    }
}
