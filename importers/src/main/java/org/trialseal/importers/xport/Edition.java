package org.trialseal.importers.xport;

import org.trialseal.core.digest.MalformedException;
import org.trialseal.importers.fault.DataFault;

/** The two editions of the transport format: which titles their header cards bear, and how long names are. */
enum Edition {
    /** TS-140: names of 8 characters, labels of 40. */
    V5("LIBRARY", "MEMBER", "DSCRPTR", "NAMESTR", "OBS", 8),
    /** TS-140-2: names of 32 characters, labels of any length. */
    V8("LIBV8", "MEMBV8", "DSCPTV8", "NAMSTV8", "OBSV8", 32);

    private static final String CPORT = "**COMPRESSED** **COMPRESSED** ";

    private final String library;
    private final String member;
    private final String descriptor;
    private final String namestr;
    private final String observations;
    private final int memberName;

    Edition(String library, String member, String descriptor, String namestr, String observations, int memberName) {
        this.library = library;
        this.member = member;
        this.descriptor = descriptor;
        this.namestr = namestr;
        this.observations = observations;
        this.memberName = memberName;
    }

    /** The edition that a file's first card names. */
    static Edition of(Card first) throws MalformedException {
        for (Edition edition : values()) {
            if (first.isHeader(edition.library)) {
                return edition;
            }
        }
        if (first.text(0, CPORT.length()).equals(CPORT)) {
            throw first.malformed(0, DataFault.CPORT);
        }
        throw first.malformed(0, DataFault.NOT_XPORT);
    }

    /** Title of the header of the whole file. */
    String library() {
        return library;
    }

    /** Title of the header of a dataset. */
    String member() {
        return member;
    }

    String descriptor() {
        return descriptor;
    }

    String namestr() {
        return namestr;
    }

    String observations() {
        return observations;
    }

    /** Bytes of a dataset's name. */
    int memberName() {
        return memberName;
    }
}
