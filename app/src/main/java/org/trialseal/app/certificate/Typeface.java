package org.trialseal.app.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The two faces of a document, which are shipped with the program, and how text is measured and broken in them. */
final class Typeface implements AutoCloseable {
    private static final float UNITS = 1_000;

    private final TrueTypeFont regularFile;
    private final TrueTypeFont boldFile;
    private final PDFont regular;
    private final PDFont bold;
    private final Glyphs glyphs;

    Typeface(PDDocument document) throws IOException {
        regularFile = read("NotoSans-Regular.ttf");
        boldFile = read("NotoSans-Bold.ttf");
        regular = PDType0Font.load(document, regularFile, true);
        bold = PDType0Font.load(document, boldFile, true);
        CmapLookup inRegular = regularFile.getUnicodeCmapLookup();
        CmapLookup inBold = boldFile.getUnicodeCmapLookup();
        glyphs = new Glyphs(code -> inRegular.getGlyphId(code) > 0 && inBold.getGlyphId(code) > 0);
    }

    private static TrueTypeFont read(String name) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + name);
            }
            TrueTypeFont file = new TTFParser().parse(new RandomAccessReadBuffer(in));
            // A ligature would be read back as a character that nobody wrote.
            file.setEnableGsub(false);
            return file;
        }
    }

    PDFont font(Style style) {
        return style.bold() ? bold : regular;
    }

    /** The text as it can be shown: see {@link Glyphs}. */
    String shown(String text) {
        return glyphs.shown(text);
    }

    /** Width in points of text that can be shown. */
    float width(String shown, Style style) {
        try {
            return font(style).getStringWidth(shown) / UNITS * style.size();
        } catch (IOException e) {
            throw new IllegalStateException("a face of the program itself cannot be read", e);
        }
    }

    /** Breaks text at blanks into lines of at most {@code width} points; a word that is longer anywhere. */
    List<String> lines(String text, Style style, float width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : shown(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, style) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (width(line, style) > width) {
                int fitting = fitting(line, style, width);
                lines.add(line.substring(0, fitting));
                line = line.substring(fitting);
            }
        }
        lines.add(line);
        return lines;
    }

    /** How many characters of a word fit, at least one. */
    private int fitting(String word, Style style, float width) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), style) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    @Override
    public void close() throws IOException {
        try (boldFile) {
            regularFile.close();
        }
    }
}
