package org.trialseal.app.work.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.trialseal.core.evidence.Passphrase;

/**
 * The sample trial, sealed on the practice network: its files, two seals and some packages.
 *
 * @param folder holds all of it
 */
public record SampleStudy(Path folder) {
    /** How many steps making it has. */
    public static final long STEPS = 8;

    /** A subject whose raised ALT is the story of the sample. */
    public static final String SUBJECT = "TS-2041-014-0007";

    /** The passphrase of its seals: it guards nothing. */
    public static final String PASSPHRASE = "for training only";

    /** That passphrase, to be closed after use. */
    public static Passphrase passphrase() {
        return Passphrase.of(PASSPHRASE.getBytes(StandardCharsets.UTF_8));
    }

    /** The files as they were sealed. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Later copies: one value of {@code lb.csv} is another one, {@code vs.csv} is written differently. */
    public Path later() {
        return folder.resolve("later");
    }

    /** The seal of the protocol. */
    public Path protocolSeal() {
        return folder.resolve("seal-1");
    }

    /** The seal of the data at database lock. */
    public Path lockSeal() {
        return folder.resolve("seal-2");
    }

    /** A package that shows all of one subject. */
    public Path subjectPackage() {
        return folder.resolve("subject.trialseal");
    }

    /** A package that shows three fields of one record. */
    public Path fieldPackage() {
        return folder.resolve("field.trialseal");
    }

    /** A package that shows the laboratory results as a whole. */
    public Path laboratoryPackage() {
        return folder.resolve("lb.trialseal");
    }
}
