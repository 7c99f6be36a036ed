package org.trialseal.core.proof;

import java.util.Locale;

/**
 * The name of an entry of the package.
 *
 * @param kind what it is
 * @param seal number of the seal in whose folder it lies, from 1; 0 outside these folders
 * @param artifact index of the entry of the seal that it shows; 0 for other kinds
 */
public record EntryName(Kind kind, long seal, int artifact) {
    private static final String DATA = "data/";

    /** Kinds of entries, in the order in which they stand. */
    public enum Kind {
        BAGIT(false, "bagit.txt", Limit.BAGIT),
        MANIFEST(false, "manifest-sha256.txt", Limit.SMALL_ENTRY),
        PACKAGE(false, DATA + "package.json", Limit.PACKAGE_JSON),
        STATEMENT(true, "seal.json", Limit.STATEMENT),
        TIMESTAMP(true, "seal.json.ots", Limit.TIMESTAMP),
        HEADERS(true, "headers.bin", Limit.SMALL_ENTRY),
        ENTRIES(true, "entries.json", Limit.SMALL_ENTRY),
        OPENINGS(true, "openings.json", Limit.SMALL_ENTRY),
        /** Something shown of a dataset. */
        DISCLOSURE(true, ".disclosure", Limit.ARCHIVE_BYTES),
        /** A document. */
        CONTENT(true, ".content", Limit.ARCHIVE_BYTES),
        /** Something shown of an event log. */
        LOG(true, ".log", Limit.ARCHIVE_BYTES),
        README(false, DATA + "readme.txt", Limit.SMALL_ENTRY);

        private final boolean inSeal;
        private final String end;
        private final Limit limit;

        Kind(boolean inSeal, String end, Limit limit) {
            this.inSeal = inSeal;
            this.end = end;
            this.limit = limit;
        }

        /** Most bytes of an entry of this kind. */
        public Limit limit() {
            return limit;
        }

        /** Whether it shows an artifact. */
        public boolean showsArtifact() {
            return this == DISCLOSURE || this == CONTENT || this == LOG;
        }
    }

    static EntryName of(Kind kind) {
        return new EntryName(kind, 0, 0);
    }

    static EntryName of(Kind kind, long seal) {
        return new EntryName(kind, seal, 0);
    }

    /** The name in the archive. */
    public String text() {
        return kind.inSeal ? DATA + "seals/" + fourDigits(seal) + "/" + file() : kind.end;
    }

    /** The last part of the name. */
    public String file() {
        return kind.showsArtifact()
                ? fourDigits(artifact) + kind.end
                : kind.end.substring(kind.end.lastIndexOf('/') + 1);
    }

    private static String fourDigits(long number) {
        return String.format(Locale.ROOT, "%04d", number);
    }

    @Override
    public String toString() {
        return text();
    }
}
