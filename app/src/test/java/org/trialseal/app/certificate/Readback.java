package org.trialseal.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
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

    /** The structure, part by part in the order in which it is read. */
    List<Tagged> structure() throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (PDPage page : document.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            extractor.getMarkedContents().forEach(run -> texts.put(key(page, run.getMCID()), text(run)));
        }
        List<Tagged> all = new ArrayList<>();
        add(all, document.getDocumentCatalog().getStructureTreeRoot(), 0, texts);
        return all;
    }

    /**
     * One part of the document.
     *
     * @param depth 1 is the document
     * @param text what of it is set
     */
    record Tagged(int depth, PDStructureElement element, String text) {
        String type() {
            return element.getStructureType();
        }
    }

    private static void add(List<Tagged> all, PDStructureNode node, int depth, Map<String, String> texts) {
        int at = all.size();
        StringBuilder text = new StringBuilder();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                add(all, element, depth + 1, texts);
            } else if (kid instanceof PDMarkedContentReference reference) {
                text.append(texts.remove(key(reference.getPage(), reference.getMCID())));
            }
        }
        if (node instanceof PDStructureElement element) {
            all.add(at, new Tagged(depth, element, text.toString()));
        } else {
            texts.keySet().removeIf(key -> key.endsWith("/-1"));
            assertThat(texts).as("marked content outside the structure").isEmpty();
        }
    }

    private static String key(PDPage page, int id) {
        return System.identityHashCode(page.getCOSObject()) + "/" + id;
    }

    private static String text(PDMarkedContent run) {
        StringBuilder text = new StringBuilder();
        float line = -1;
        for (Object part : run.getContents()) {
            if (part instanceof TextPosition position) {
                boolean next = line >= 0 && Math.abs(position.getYDirAdj() - line) > 1;
                text.append(next ? " " : "").append(position.getUnicode());
                line = position.getYDirAdj();
            }
        }
        return text.toString();
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
