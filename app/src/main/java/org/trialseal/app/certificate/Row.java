package org.trialseal.app.certificate;

import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Mark;

/** One row of a table: what was asked, what was answered, and the result by shape and word. Never broken over pages. */
final class Row {
    private static final float ASKED = 152;
    private static final float RESULT = 96;
    private static final float SHAPE = 9;
    private static final float SPACE = 8;
    private static final float ABOVE = 2.2f;
    private static final float BELOW = 3f;

    private final Typeface face;
    private final Pages pages;
    private final Line line;
    private final boolean marked;

    /** @param marked whether rows of the table have results */
    Row(Typeface face, Pages pages, Line line, boolean marked) {
        this.face = face;
        this.pages = pages;
        this.line = line;
        this.marked = marked;
    }

    void add(Style body, Style caption, int hairline) {
        Style asked = new Style(true, body.size(), body.ink());
        float answer = Pages.WIDTH - ASKED - (line.mark().isPresent() ? RESULT : 0);
        List<String> titles = face.lines(line.title(), asked, ASKED - SPACE);
        List<String> texts = face.lines(line.text(), body, answer - SPACE);
        float height = Math.max(titles.size(), texts.size()) * body.leading();
        boolean remarked = line.mark().filter(mark -> !mark.remark().isEmpty()).isPresent();
        float full = ABOVE + Math.max(height, remarked ? body.leading() + caption.leading() : 0) + BELOW;
        float top = pages.take(full);
        pages.add(pen -> pen.line(0.5f, hairline, Pages.LEFT, top, Pages.LEFT + Pages.WIDTH, top));
        pages.part(StandardStructureTypes.TR, () -> {
            ofRow(pages.part(StandardStructureTypes.TH, () -> pages.lines(titles, Pages.LEFT, top - ABOVE, asked)));
            PDStructureElement answered = pages.part(
                    StandardStructureTypes.TD, () -> pages.lines(texts, Pages.LEFT + ASKED, top - ABOVE, body));
            if (line.mark().isPresent()) {
                Mark mark = line.mark().get();
                pages.part(StandardStructureTypes.TD, () -> mark(mark, top - ABOVE, body, caption));
            } else if (marked) {
                PDTableAttributeObject wide = new PDTableAttributeObject();
                wide.setColSpan(2);
                answered.addAttribute(wide);
            }
        });
    }

    /** Says that a header cell is that of its row. */
    static void ofRow(PDStructureElement header) {
        PDTableAttributeObject scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_ROW);
        header.addAttribute(scope);
    }

    private void mark(Mark mark, float top, Style body, Style caption) {
        float x = Pages.LEFT + Pages.WIDTH - RESULT;
        float shape = top - body.leading() / 2 - SHAPE / 2 - 0.4f;
        Style word = new Style(true, body.size(), mark.tone().ink());
        pages.add(pen -> Shape.draw(pen, mark.tone(), x, shape, SHAPE));
        pages.lines(List.of(face.shown(mark.word())), x + SHAPE + 4, top, word);
        if (!mark.remark().isEmpty()) {
            pages.lines(List.of(face.shown(mark.remark())), x + SHAPE + 4, top - body.leading(), caption);
        }
    }
}
