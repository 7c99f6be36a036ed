package org.trialseal.app.certificate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * Ties what is drawn to the structure of the document, which a screen reader follows (ISO 32000-1, 14.7 and 14.8): each run
 * of strokes of one part is marked content; what belongs to no part is an artifact, which is not read.
 */
final class Tagging {
    private final Map<Integer, PDParentTreeValue> parents = new TreeMap<>();

    /** Something to be drawn, and the part of the document that it belongs to; none for decoration. */
    record Drawn(Optional<PDStructureElement> part, Pen.Stroke stroke) {
        static Drawn decoration(Pen.Stroke stroke) {
            return new Drawn(Optional.empty(), stroke);
        }
    }

    /** Draws on a page, in order. */
    void draw(PDPage page, PDPageContentStream out, Pen pen, List<Drawn> drawn) throws IOException {
        COSArray elements = new COSArray();
        Optional<PDStructureElement> open = Optional.empty();
        for (int i = 0; i < drawn.size(); i++) {
            Drawn next = drawn.get(i);
            if (i == 0 || !next.part().equals(open)) {
                if (i > 0) {
                    out.endMarkedContent();
                }
                open = next.part();
                begin(page, out, open, elements);
            }
            next.stroke().with(pen);
        }
        out.endMarkedContent();
        page.setStructParents(parents.size());
        parents.put(parents.size(), new PDParentTreeValue(elements));
    }

    private static void begin(
            PDPage page, PDPageContentStream out, Optional<PDStructureElement> part, COSArray elements)
            throws IOException {
        if (part.isEmpty()) {
            out.beginMarkedContent(COSName.ARTIFACT);
            return;
        }
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setPage(page);
        reference.setMCID(elements.size());
        out.beginMarkedContent(COSName.getPDFName(part.get().getStructureType()), elements.size());
        part.get().appendKid(reference);
        elements.add(part.get());
    }

    /** Gives the document its structure, once all pages are drawn. */
    void finish(PDDocument document, PDStructureTreeRoot tree) {
        PDNumberTreeNode places = new PDNumberTreeNode(PDParentTreeValue.class);
        places.setNumbers(parents);
        tree.setParentTree(places);
        tree.setParentTreeNextKey(parents.size());
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marked);
        document.getDocumentCatalog().setStructureTreeRoot(tree);
    }
}
