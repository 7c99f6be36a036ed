package org.trialseal.app.ui.paper;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trialseal.app.certificate.Certificate;
import org.trialseal.app.certificate.CertificateFile;
import org.trialseal.app.certificate.SealCertificate;
import org.trialseal.app.certificate.VerificationCertificate;
import org.trialseal.app.ui.file.FileChoice;
import org.trialseal.app.ui.job.Jobs;
import org.trialseal.app.ui.part.Trouble;
import org.trialseal.app.ui.route.Notice;
import org.trialseal.app.ui.route.Notices;
import org.trialseal.app.ui.words.Words;
import org.trialseal.app.work.Safe;
import org.trialseal.app.work.verify.Examination;
import org.trialseal.core.evidence.EvidenceFolder;
import org.trialseal.core.verify.VerificationPolicy;

/** Asks where a certificate is to be saved, writes it off the interface thread, and says how that went. */
public final class CertificateDesk {
    private static final String SUFFIX = ".pdf";

    private final Jobs jobs;
    private final FileChoice files;
    private final Notices notices;
    private final Supplier<VerificationPolicy> policy;
    private final Words words;
    private final Function<Exception, Trouble> explanation;

    /**
     * @param policy judges the anchors of seals
     * @param explanation tells of a failure in words
     */
    public CertificateDesk(
            Jobs jobs,
            FileChoice files,
            Notices notices,
            Supplier<VerificationPolicy> policy,
            Words words,
            Function<Exception, Trouble> explanation) {
        this.jobs = jobs;
        this.files = files;
        this.notices = notices;
        this.policy = policy;
        this.words = words;
        this.explanation = explanation;
    }

    /** Makes a certificate in a language. */
    @FunctionalInterface
    private interface Content {
        Certificate in(Locale locale) throws Exception;
    }

    /** Saves the certificate of a verification. */
    public void save(Examination examined) {
        String name = name(examined.file()).replaceFirst("\\.trialseal$", "");
        save(name, locale -> VerificationCertificate.of(examined, locale));
    }

    /** Saves the certificate of the seal in an evidence folder, as its anchor stands now. */
    public void saveSeal(Path folder) {
        save(name(folder), locale -> SealCertificate.of(EvidenceFolder.open(folder), policy.get(), locale));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /** The dialog asks before it replaces a file. */
    private void save(String name, Content content) {
        files.save(words.of("paper.save.title"), name + SUFFIX).ifPresent(file -> write(file, content));
    }

    private void write(Path file, Content content) {
        jobs.of(meter -> {
                    CertificateFile.write(file, content.in(words.language().locale()));
                    return file;
                })
                .then(written ->
                        notices.tell(Notice.ofSaved(words.of("paper.saved", Safe.text(name(written))), written)))
                .otherwise(this::explain)
                .start();
    }

    private void explain(Exception failure) {
        Trouble trouble = explanation.apply(failure);
        notices.tell(new Notice(Notice.Tone.TROUBLE, trouble.title() + " " + trouble.advice()));
    }
}
