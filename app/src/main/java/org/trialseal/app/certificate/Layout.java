package org.trialseal.app.certificate;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDLayoutAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.trialseal.app.certificate.Certificate.Judgement;
import org.trialseal.app.certificate.Certificate.Line;
import org.trialseal.app.certificate.Certificate.Section;
import org.trialseal.app.story.Fact;
import org.trialseal.core.digest.Sha256;

/** Puts a certificate on pages: what matters first, so that the first page can stand alone. */
final class Layout {
    private static final String PROGRAM = "TrialSeal";
    private static final String H1 = StandardStructureTypes.H1;
    private static final String H2 = StandardStructureTypes.H2;
    private static final String P = StandardStructureTypes.P;
    private static final int HAIRLINE = 0xdfe3e9;
    private static final float GAP = 10;
    private static final float PADDING = 11;
    private static final float SHAPE = 34;
    private static final float BAR = 5;
    private static final float CODE = 104;
    private static final float CODE_COLUMN = 124;
    private static final float LABELS = 112;
    private static final int DIGEST_LINE = 32;
    private static final float GUTTER = 18;
    private static final float INDENT = 9;

    private static final Style HEADING = Style.bold(10.5f);
    private static final Style BODY = Style.plain(8.5f);
    private static final Style CAPTION = Style.muted(7.5f);
    private static final Style TABLE = Style.plain(8.2f);
    private static final Style TINY = Style.muted(6.5f);
    private static final Style SMALL = Style.muted(7);

    private final Typeface face;
    private final Certificate certificate;
    private final Pages pages = new Pages();

    Layout(Typeface face, Certificate certificate) {
        this.face = face;
        this.certificate = certificate;
    }

    Pages pages() {
        head();
        judgement();
        facts();
        certificate.sections().forEach(this::section);
        notes();
        return pages;
    }

    private void head() {
        lines(P, List.of(PROGRAM), Style.bold(9).in(Style.ACCENT));
        pages.leave(3);
        lines(H1, face.lines(certificate.heading(), Style.bold(19), Pages.WIDTH), Style.bold(19));
        Style about = Style.muted(10);
        lines(P, face.lines(certificate.about(), about, Pages.WIDTH), about);
        pages.leave(GAP - 3);
    }

    private void lines(String part, List<String> lines, Style style) {
        pages.part(part, () -> pages.lines(lines, Pages.LEFT, style));
    }

    private void lines(String part, List<String> lines, float x, float top, Style style) {
        pages.part(part, () -> pages.lines(lines, x, top, style));
    }

    /** Some lines in one style. */
    private record Block(String part, List<String> lines, Style style, float above) {
        float height() {
            return above + lines.size() * style.leading();
        }
    }

    private void judgement() {
        Judgement judgement = certificate.judgement();
        Tone tone = judgement.tone();
        float x = Pages.LEFT + BAR + PADDING + SHAPE + PADDING;
        float width = Pages.LEFT + Pages.WIDTH - PADDING - x;
        List<Block> blocks = new ArrayList<>();
        block(blocks, H2, judgement.word(), Style.bold(16).in(tone.ink()), width, 0);
        block(blocks, P, judgement.sentence(), Style.bold(10.5f), width, 2);
        block(blocks, P, judgement.because(), Style.plain(9.5f), width, 3);
        block(blocks, P, judgement.when(), Style.bold(9.5f), width, 3);
        float height =
                2 * PADDING + (float) blocks.stream().mapToDouble(Block::height).sum();
        float top = pages.take(height);
        pages.add(pen -> {
            pen.box(Pages.LEFT, top - height, Pages.WIDTH, height, tone.ground());
            pen.frame(Pages.LEFT, top - height, Pages.WIDTH, height, 0.75f, tone.line());
            pen.box(Pages.LEFT, top - height, BAR, height, tone.ink());
            Shape.draw(pen, tone, Pages.LEFT + BAR + PADDING, top - PADDING - SHAPE, SHAPE);
        });
        float at = top - PADDING;
        for (Block block : blocks) {
            lines(block.part(), block.lines(), x, at - block.above(), block.style());
            at -= block.height();
        }
        pages.leave(GAP);
    }

    private void block(List<Block> blocks, String part, String text, Style style, float width, float above) {
        if (!text.isEmpty()) {
            blocks.add(new Block(part, face.lines(text, style, width), style, above));
        }
    }

    /** The facts on the left, the statement's code on the right. */
    private void facts() {
        float values = Pages.WIDTH - LABELS - (certificate.statement().isPresent() ? CODE_COLUMN : 0);
        float code = certificate.statement().map(this::code).orElse(0f);
        float[] facts = {0};
        pages.part(
                StandardStructureTypes.TABLE,
                () -> certificate.facts().forEach(fact -> facts[0] += fact(fact, values)));
        pages.leave(Math.max(code - facts[0], 0) + GAP);
    }

    /** Sets a fact; gives its height. */
    private float fact(Fact fact, float values) {
        List<String> label = face.lines(fact.label(), CAPTION, LABELS - 10);
        List<String> text = fact.digest() ? digest(fact.value()) : face.lines(fact.value(), BODY, values);
        float height = row(label, text);
        float top = pages.take(height);
        pages.part(StandardStructureTypes.TR, () -> {
            Row.ofRow(pages.part(StandardStructureTypes.TH, () -> pages.lines(label, Pages.LEFT, top - 0.8f, CAPTION)));
            lines(StandardStructureTypes.TD, text, Pages.LEFT + LABELS, top, BODY);
        });
        return height;
    }

    /** Draws the code and what it means; gives their height, which is not taken. */
    private float code(Sha256 statement) {
        List<String> caption = face.lines(certificate.caption(), TINY, CODE);
        float height = CODE + 6 + caption.size() * TINY.leading();
        float top = pages.take(height);
        pages.giveBack(height);
        boolean[][] modules = Code.modules(statement);
        float side = CODE / modules.length;
        float x = Pages.LEFT + Pages.WIDTH - CODE;
        PDStructureElement figure = pages.part(
                StandardStructureTypes.Figure,
                () -> pages.say(pen -> pen.squares(x, top - 2, side, modules, Style.TEXT)));
        figure.setAlternateDescription("QR: " + Code.text(statement));
        PDLayoutAttributeObject place = new PDLayoutAttributeObject();
        place.setBBox(new PDRectangle(x, top - 2 - CODE, CODE, CODE));
        figure.addAttribute(place);
        lines(P, caption, x, top - CODE - 6, TINY);
        return height;
    }

    private static float row(List<String> label, List<String> text) {
        return Math.max(label.size() * CAPTION.leading(), text.size() * BODY.leading()) + 2.5f;
    }

    private static List<String> digest(String hex) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < hex.length(); from += DIGEST_LINE) {
            lines.add(hex.substring(from, Math.min(hex.length(), from + DIGEST_LINE)));
        }
        return lines;
    }

    private void section(Section section) {
        pages.require(HEADING.leading() + 3 * BODY.leading());
        lines(H2, face.lines(section.heading(), HEADING, Pages.WIDTH), HEADING);
        if (!section.lead().isEmpty()) {
            lines(P, face.lines(section.lead(), CAPTION, Pages.WIDTH), CAPTION);
        }
        pages.leave(2.5f);
        List<Line> points =
                section.lines().stream().filter(line -> line.title().isEmpty()).toList();
        if (!points.isEmpty()) {
            pages.part(StandardStructureTypes.L, () -> points(points));
        }
        List<Line> rows =
                section.lines().stream().filter(line -> !line.title().isEmpty()).toList();
        if (!rows.isEmpty()) {
            boolean marked = rows.stream().anyMatch(row -> row.mark().isPresent());
            pages.part(
                    StandardStructureTypes.TABLE,
                    () -> rows.forEach(row -> new Row(face, pages, row, marked).add(TABLE, CAPTION, HAIRLINE)));
        }
        pages.leave(GAP - 3);
    }

    /** Points of a list together, in two columns when that takes less of the height. */
    private void points(List<Line> points) {
        float narrow = (Pages.WIDTH - GUTTER) / 2;
        List<List<String>> wide = texts(points, Pages.WIDTH);
        List<List<String>> texts = texts(points, narrow);
        int half = (texts.size() + 1) / 2;
        List<List<String>> left = texts.subList(0, half);
        List<List<String>> right = texts.subList(half, texts.size());
        float columns = Math.max(height(left), height(right));
        if (columns < height(wide)) {
            float top = pages.take(columns);
            column(left, Pages.LEFT, top);
            column(right, Pages.LEFT + narrow + GUTTER, top);
        } else {
            column(wide, Pages.LEFT, pages.take(height(wide)));
        }
    }

    private List<List<String>> texts(List<Line> points, float width) {
        return points.stream()
                .map(point -> face.lines(point.text(), TABLE, width - INDENT))
                .toList();
    }

    private static float height(List<List<String>> points) {
        return points.stream().mapToInt(List::size).sum() * TABLE.leading();
    }

    private void column(List<List<String>> points, float x, float from) {
        float at = from;
        for (List<String> point : points) {
            float top = at;
            pages.part(StandardStructureTypes.LI, () -> {
                lines(StandardStructureTypes.LBL, List.of("•"), x, top, TABLE.in(Style.MUTED));
                lines(StandardStructureTypes.L_BODY, point, x + INDENT, top, TABLE);
            });
            at -= point.size() * TABLE.leading();
        }
    }

    private void notes() {
        List<List<String>> notes = certificate.notes().stream()
                .map(note -> face.lines(note, SMALL, Pages.WIDTH))
                .toList();
        Style heading = new Style(true, 7.5f, Style.MUTED);
        float height = heading.leading();
        for (List<String> note : notes) {
            height += note.size() * SMALL.leading() + 2;
        }
        float at = pages.take(height);
        lines(H2, face.lines(certificate.notesHeading(), heading, Pages.WIDTH), Pages.LEFT, at, heading);
        at -= heading.leading();
        for (List<String> note : notes) {
            lines(P, note, Pages.LEFT, at, SMALL);
            at -= note.size() * SMALL.leading() + 2;
        }
    }
}
