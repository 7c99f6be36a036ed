package org.trialseal.core.proof;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.proof.EntryName.Kind;
import org.trialseal.core.seal.Statement;

/** Recognises the names that a manifest lists: the one order there is, each name at its place or absent where it may be. */
final class PackageLayout {
    private static final int MAX_DIGITS = 5;

    private final String source;
    private final List<String> listed;
    private final List<EntryName> names = new ArrayList<>();
    private long seal;

    private PackageLayout(String source, List<String> listed) {
        this.source = source;
        this.listed = listed;
    }

    static List<EntryName> recognise(String source, List<String> listed) throws MalformedException {
        PackageLayout layout = new PackageLayout(source, listed);
        layout.recognise();
        return List.copyOf(layout.names);
    }

    private void recognise() throws MalformedException {
        require(EntryName.of(Kind.PACKAGE));
        require(EntryName.of(Kind.STATEMENT, ++seal));
        while (accept(EntryName.of(Kind.STATEMENT, seal + 1))) {
            seal++;
        }
        accept(EntryName.of(Kind.TIMESTAMP, seal));
        accept(EntryName.of(Kind.HEADERS, seal));
        require(EntryName.of(Kind.ENTRIES, seal));
        require(EntryName.of(Kind.OPENINGS, seal));
        acceptArtifacts();
        require(EntryName.of(Kind.README));
        if (names.size() != listed.size()) {
            throw error("something follows " + names.get(names.size() - 1));
        }
    }

    private void acceptArtifacts() {
        int above = -1;
        int artifact = artifactOfNext();
        while (artifact > above
                && artifact < Statement.MAX_ENTRIES
                && (accept(new EntryName(Kind.DISCLOSURE, seal, artifact))
                        || accept(new EntryName(Kind.CONTENT, seal, artifact))
                        || accept(new EntryName(Kind.LOG, seal, artifact)))) {
            above = artifact;
            artifact = artifactOfNext();
        }
    }

    /** The number in the last part of the next name, or -1. */
    private int artifactOfNext() {
        String file = nextName().substring(nextName().lastIndexOf('/') + 1);
        int digits = 0;
        while (digits < file.length() && file.charAt(digits) >= '0' && file.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 || digits > MAX_DIGITS ? -1 : Integer.parseInt(file.substring(0, digits));
    }

    private String nextName() {
        return names.size() < listed.size() ? listed.get(names.size()) : "";
    }

    private boolean accept(EntryName name) {
        boolean fits = nextName().equals(name.text());
        if (fits) {
            names.add(name);
        }
        return fits;
    }

    private void require(EntryName name) throws MalformedException {
        if (!accept(name)) {
            throw error("expected " + name + " at place " + (names.size() + 1));
        }
    }

    private MalformedException error(String reason) {
        return new MalformedException(source, reason);
    }
}
