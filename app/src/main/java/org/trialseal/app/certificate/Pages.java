package org.trialseal.app.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.trialseal.app.certificate.Tagging.Drawn;

/**
 * Pages of A4 while they are filled from top to bottom, and the structure of what stands on them, in the order in which it is
 * read. Distances are points from the lower left corner.
 */
final class Pages {
    static final float LEFT = 50;
    static final float WIDTH = 495;

    private static final float TOP = 804;
    private static final float TOP_LATER = 772;
    private static final float BOTTOM = 54;

    private final List<List<Drawn>> pages = new ArrayList<>();
    private final PDStructureTreeRoot tree = new PDStructureTreeRoot();
    private PDStructureElement part = new PDStructureElement(StandardStructureTypes.DOCUMENT, tree);
    private float y = TOP;

    Pages() {
        tree.appendKid(part);
        pages.add(new ArrayList<>());
    }

    /** Adds a decoration to the page that is being filled. */
    void add(Pen.Stroke stroke) {
        page().add(Drawn.decoration(stroke));
    }

    /** Adds what belongs to the part that is being filled. */
    void say(Pen.Stroke stroke) {
        page().add(new Drawn(Optional.of(part), stroke));
    }

    private List<Drawn> page() {
        return pages.get(pages.size() - 1);
    }

    /**
     * Fills a part of the document, inside the one that is being filled.
     *
     * @param type of {@link StandardStructureTypes}
     */
    PDStructureElement part(String type, Runnable content) {
        PDStructureElement outer = part;
        PDStructureElement inner = new PDStructureElement(type, outer);
        outer.appendKid(inner);
        part = inner;
        content.run();
        part = outer;
        return inner;
    }

    /** Takes so much of the height, on a new page when it is not there; gives the upper edge. */
    float take(float height) {
        require(height);
        float top = y;
        y -= height;
        return top;
    }

    /** Gives back height that was taken last, for something else beside it. */
    void giveBack(float height) {
        y += height;
    }

    /** Begins a new page when less than this is left. */
    void require(float height) {
        if (y - height < BOTTOM && y < TOP_LATER) {
            pages.add(new ArrayList<>());
            y = TOP_LATER;
        }
    }

    /** Leaves so much empty, unless the page has just begun. */
    void leave(float height) {
        if (y < TOP_LATER) {
            y -= height;
        }
    }

    /** Takes the height of some lines and sets them one below the other. */
    void lines(List<String> lines, float x, Style style) {
        for (String line : lines) {
            float top = take(style.leading());
            set(line, x, top, style);
        }
    }

    /** Sets lines below a height that was taken before. */
    void lines(List<String> lines, float x, float top, Style style) {
        float at = top;
        for (String line : lines) {
            set(line, x, at, style);
            at -= style.leading();
        }
    }

    private void set(String line, float x, float top, Style style) {
        float base = top - style.size() * 1.07f;
        say(pen -> pen.text(x, base, style, line));
    }

    /** What is drawn, page by page. */
    List<List<Drawn>> drawn() {
        return List.copyOf(pages);
    }

    /** The structure. */
    PDStructureTreeRoot tree() {
        return tree;
    }
}
