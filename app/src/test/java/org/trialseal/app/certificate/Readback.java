package org.trialseal.app.certificate;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a certificate as a program of somebody else would. */
public final class Readback implements AutoCloseable {
    private static final float DPI = 150;

    private final PDDocument document;

    /** @param pdf a whole document */
    public Readback(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
    }

    PDDocument document() {
        return document;
    }

    /** The text of all pages, line ends taken for blanks. */
    public String text() throws IOException {
        return flat(new PDFTextStripper());
    }

    /** The text of one page, from 1. */
    String text(int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return flat(stripper);
    }

    private String flat(PDFTextStripper stripper) throws IOException {
        return stripper.getText(document).replaceAll("\\R", " ").replaceAll(" +", " ");
    }

    /** The lowest text of all pages, in points from the top. */
    float lowest() throws IOException {
        float[] lowest = {0};
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                for (TextPosition position : positions) {
                    lowest[0] = Math.max(lowest[0], position.getYDirAdj());
                }
            }
        };
        stripper.getText(document);
        return lowest[0];
    }

    /** What the QR code on the first page says, read from the page as a picture. */
    String code() throws Exception {
        BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
