package org.trialseal.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.certificate.Certificate;
import org.trialseal.app.certificate.CertificateFile;
import org.trialseal.core.digest.MalformedException;
import picocli.CommandLine.Option;

/** The options of commands that can write a certificate. */
final class ReportOptions {
    @Option(
            names = "--report",
            paramLabel = "FILE.pdf",
            description = "Write a certificate, too: one page of plain words. Refuses to replace a file.")
    private @Nullable Path file;

    @Option(
            names = "--lang",
            paramLabel = "en|de",
            description = "Language of the certificate: en (the default) or de.")
    private String language = "en";

    /** Makes the certificate in a language. */
    @FunctionalInterface
    interface Content {
        Certificate in(Locale locale) throws IOException, MalformedException;
    }

    /** Whether one is wanted. */
    boolean isWanted() {
        return file != null;
    }

    /** Refuses, before any work, what could not be written in the end. */
    void check() throws IOException, CommandFailure {
        locale();
        if (file != null) {
            CertificateFile.requireFree(file);
        }
    }

    /** Writes the certificate when one is wanted. */
    void write(Content content) throws IOException, MalformedException, CommandFailure {
        if (file != null) {
            CertificateFile.requireFree(file);
            CertificateFile.write(file, content.in(locale()));
        }
    }

    /** Says where it is, when one was written. */
    void tell(Output output) {
        if (file != null) {
            output.say("Wrote " + file + ".");
        }
    }

    private Locale locale() throws CommandFailure {
        switch (language) {
            case "en":
                return Locale.ENGLISH;
            case "de":
                return Locale.GERMAN;
            default:
                throw CommandFailure.usage("--lang is en or de");
        }
    }
}
