package org.trialseal.app.certificate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.trialseal.app.certificate.Tagging.Drawn;
import org.trialseal.app.work.Program;

/** Writes a certificate as tagged PDF 1.6: A4, faces embedded, no script, no link, no form, no compression. */
public final class CertificatePdf {
    private static final float FOOT = 32;
    private static final float HEAD = 796;
    private static final int DIGITS = 16;
    private static final Style SMALL = Style.muted(7.5f);

    private final Certificate certificate;
    private final PDDocument document;
    private final Typeface face;

    private CertificatePdf(Certificate certificate, PDDocument document, Typeface face) {
        this.certificate = certificate;
        this.document = document;
        this.face = face;
    }

    /** The bytes, which are the same whenever, wherever and how often the same certificate is written. */
    public static byte[] of(Certificate certificate) {
        try (PDDocument document = new PDDocument();
                Typeface face = new Typeface(document)) {
            new CertificatePdf(certificate, document, face).fill();
            document.setDocumentId(0L);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return PlainPdf.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("a document in memory cannot be written", e);
        }
    }

    private void fill() throws IOException {
        describe();
        Pages pages = new Layout(face, certificate).pages();
        Tagging tagging = new Tagging();
        int of = pages.drawn().size();
        for (int i = 0; i < of; i++) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream out = new PDPageContentStream(document, page, AppendMode.OVERWRITE, false)) {
                tagging.draw(page, out, new Pen(out, face), framed(pages.drawn().get(i), i + 1, of));
            }
        }
        tagging.finish(document, pages.tree());
    }

    /** What stands on a page with what stands on every page, which is decoration. */
    private List<Drawn> framed(List<Drawn> drawn, int page, int of) {
        List<Drawn> framed = new ArrayList<>(drawn);
        if (page > 1) {
            framed.add(0, Drawn.decoration(this::continued));
        }
        framed.add(Drawn.decoration(pen -> foot(pen, page, of)));
        return framed;
    }

    private void describe() {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(face.shown(certificate.title()));
        information.setSubject(face.shown(certificate.heading()));
        information.setCreator(Program.line());
        certificate.claimed().ifPresent(claimed -> {
            information.setCreationDate(GregorianCalendar.from(claimed.atZone(ZoneOffset.UTC)));
            information.setModificationDate(GregorianCalendar.from(claimed.atZone(ZoneOffset.UTC)));
        });
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(certificate.locale().toLanguageTag());
        PDViewerPreferences preferences = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /** A later page says at its top how it all came out: nobody takes it for a pass when it is none. */
    private void continued(Pen pen) throws IOException {
        Tone tone = certificate.judgement().tone();
        Style word = new Style(true, 9, tone.ink());
        Shape.draw(pen, tone, Pages.LEFT, HEAD - 1.6f, 10);
        String outcome = face.shown(certificate.judgement().word());
        pen.text(Pages.LEFT + 15, HEAD, word, outcome);
        float x = Pages.LEFT + 15 + face.width(outcome, word) + 8;
        String about = certificate.heading() + ", " + certificate.about();
        pen.text(
                x,
                HEAD,
                SMALL,
                face.lines(about, SMALL, Pages.LEFT + Pages.WIDTH - x).get(0));
    }

    private void foot(Pen pen, int page, int of) throws IOException {
        pen.line(0.5f, 0xdfe3e9, Pages.LEFT, FOOT + 12, Pages.LEFT + Pages.WIDTH, FOOT + 12);
        String statement = certificate
                .statement()
                .map(digest -> ", seal.json " + digest.hex().substring(0, DIGITS) + "...")
                .orElse("");
        pen.text(Pages.LEFT, FOOT, SMALL, face.shown(Program.line() + statement));
        String number = certificate
                .page()
                .replace("{0}", Integer.toString(page))
                .replace("{1}", String.format(Locale.ROOT, "%d", of));
        pen.text(Pages.LEFT + Pages.WIDTH - face.width(number, SMALL), FOOT, SMALL, number);
    }
}
