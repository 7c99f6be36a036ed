package org.trialseal.app.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The few parts of PDF 1.4 (ISO 32000-1) that plain pages of text need: standard fonts, one uncompressed content stream
 * a page, a cross-reference table. The same text always gives the same bytes: no clock, no random identifier.
 */
final class PdfDocument {
    /** The version, and four characters beyond ASCII that mark the file as binary (7.5.2). */
    private static final String HEADER = "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n";

    /** Object numbers; the fonts have their own, and then each page and its content follow. */
    private static final int CATALOG = 1;

    private static final int PAGE_TREE = 2;
    private static final int INFORMATION = 3;
    private static final int FIRST_PAGE = 7;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private PdfDocument() {}

    /** The standard fonts used (ISO 32000-1, 9.6.2.2). */
    enum Font {
        BODY("Helvetica", 4),
        HEADING("Helvetica-Bold", 5),
        TABLE("Courier", 6);

        private final String baseFont;
        private final int object;

        Font(String baseFont, int object) {
            this.baseFont = baseFont;
            this.object = object;
        }

        private String definition() {
            return "<< /Type /Font /Subtype /Type1 /BaseFont /" + baseFont + " /Encoding /WinAnsiEncoding >>";
        }

        private String resource() {
            return "/F" + object + " " + object + " 0 R ";
        }
    }

    /**
     * One line of text.
     *
     * @param size font size in points
     * @param x distance from the left edge in points
     * @param y distance of the base line from the lower edge in points
     * @param text characters that Latin-1 and WinAnsiEncoding share
     */
    record Line(Font font, int size, int x, int y, String text) {
        private String operators() {
            return "/F" + font.object + " " + size + " Tf 1 0 0 1 " + x + " " + y + " Tm " + string(text) + " Tj\n";
        }
    }

    /**
     * Writes pages of A4.
     *
     * @param title for the document information
     * @param created a PDF date, e.g. {@code D:20250303090000Z}
     */
    static byte[] write(String title, String created, List<List<Line>> pages) {
        PdfDocument pdf = new PdfDocument();
        pdf.print(HEADER);
        pdf.object("<< /Type /Catalog /Pages " + PAGE_TREE + " 0 R >>");
        pdf.object(pageTree(pages.size()));
        pdf.object("<< /Title " + string(title) + " /CreationDate (" + created + ") >>");
        for (Font font : Font.values()) {
            pdf.object(font.definition());
        }
        for (int i = 0; i < pages.size(); i++) {
            pdf.page(i, pages.get(i));
        }
        return pdf.finish();
    }

    private static String pageTree(int count) {
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < count; i++) {
            kids.append(FIRST_PAGE + 2 * i).append(" 0 R ");
        }
        return "<< /Type /Pages /Kids [ " + kids + "] /Count " + count + " /MediaBox [ 0 0 595 842 ] >>";
    }

    private void page(int index, List<Line> lines) {
        String fonts = Stream.of(Font.values()).map(Font::resource).collect(Collectors.joining());
        object("<< /Type /Page /Parent " + PAGE_TREE + " 0 R /Resources << /Font << " + fonts + ">> >> /Contents "
                + (FIRST_PAGE + 2 * index + 1) + " 0 R >>");
        String content = lines.stream().map(Line::operators).collect(Collectors.joining("", "BT\n", "ET\n"));
        object("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
    }

    /** Appends an indirect object; numbers are given in order. */
    private void object(String body) {
        offsets.add(out.size());
        print(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private byte[] finish() {
        int start = out.size();
        int count = offsets.size() + 1;
        print("xref\n0 " + count + "\n0000000000 65535 f \n");
        for (int offset : offsets) {
            String digits = Integer.toString(offset);
            print("0".repeat(10 - digits.length()) + digits + " 00000 n \n");
        }
        print("trailer\n<< /Size " + count + " /Root " + CATALOG + " 0 R /Info " + INFORMATION + " 0 R >>\nstartxref\n"
                + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    /** A literal string (ISO 32000-1, 7.3.4.2). */
    private static String string(String text) {
        return "(" + text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ")";
    }

    private void print(String text) {
        if (!text.chars().allMatch(c -> c < 0x80 || (c >= 0xA0 && c <= 0xFF))) {
            throw new IllegalArgumentException("a character that this writer's encoding does not have");
        }
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
