package org.trialseal.app.sample;

import java.util.ArrayList;
import java.util.List;
import org.trialseal.app.sample.PdfDocument.Font;
import org.trialseal.app.sample.PdfDocument.Line;

/**
 * Sets the protocol's text in pages. A line that begins with {@code #} is a heading, one that begins with a bar is a
 * line of a table, an empty line ends a paragraph; everything else is wrapped.
 */
final class ProtocolLayout {
    private static final int LEFT = 62;
    private static final int TOP = 780;
    private static final int BOTTOM = 70;

    /** What is sure to fit between the margins. */
    private static final int CHARACTERS_OF_BODY = 92;

    private static final int CHARACTERS_OF_HEADING = 70;

    private final List<List<Line>> pages = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int y = BOTTOM;

    static List<List<Line>> pages(String text, String footer) {
        ProtocolLayout layout = new ProtocolLayout();
        text.lines().forEach(layout::add);
        layout.endParagraph();
        return layout.withFooters(footer);
    }

    private void add(String line) {
        if (line.startsWith("# ")) {
            endParagraph();
            heading(line.substring(2));
        } else if (line.startsWith("|")) {
            endParagraph();
            put(Font.TABLE, 9, line.substring(1), 12);
        } else if (line.isEmpty()) {
            endParagraph();
            y -= 7;
        } else {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
        }
    }

    /** A heading takes two lines of text with it to the same page. */
    private void heading(String text) {
        if (y < BOTTOM + 60) {
            newPage();
        }
        wrap(Font.HEADING, 12, text, 19, CHARACTERS_OF_HEADING);
    }

    private void endParagraph() {
        wrap(Font.BODY, 10, paragraph.toString(), 14, CHARACTERS_OF_BODY);
        paragraph.setLength(0);
    }

    private void wrap(Font font, int size, String text, int height, int characters) {
        String rest = text;
        while (!rest.isEmpty()) {
            int cut = rest.length() <= characters ? rest.length() : rest.lastIndexOf(' ', characters);
            put(font, size, rest.substring(0, cut), height);
            rest = rest.substring(cut).stripLeading();
        }
    }

    private void put(Font font, int size, String text, int height) {
        if (y - height < BOTTOM) {
            newPage();
        }
        y -= height;
        pages.get(pages.size() - 1).add(new Line(font, size, LEFT, y, text));
    }

    private void newPage() {
        pages.add(new ArrayList<>());
        y = TOP;
    }

    private List<List<Line>> withFooters(String footer) {
        for (int i = 0; i < pages.size(); i++) {
            String text = footer + "     Page " + (i + 1) + " of " + pages.size();
            pages.get(i).add(new Line(Font.BODY, 8, LEFT, 40, text));
        }
        return pages;
    }
}
