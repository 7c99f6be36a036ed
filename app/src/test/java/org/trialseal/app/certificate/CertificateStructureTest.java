package org.trialseal.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trialseal.app.certificate.Readback.Tagged;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.verify.Result;

/** The structure of a certificate, as a screen reader follows it. */
final class CertificateStructureTest {
    private static Readback read(OfPackage examined, Locale locale) throws Exception {
        return new Readback(CertificatePdf.of(VerificationCertificate.of(examined, locale)));
    }

    private static List<String> texts(List<Tagged> structure, String type) {
        return structure.stream()
                .filter(part -> part.type().equals(type))
                .map(Tagged::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Certificate of a verification, PASSED, The checks, Is lb exactly what was sealed?, Study",
        "de, Bescheinigung einer Prüfung, BESTANDEN, Die Prüfungen, 'Ist lb genau das, was gesiegelt wurde?', Studie"
    })
    void structure_ofAPass_isReadInOrderInItsLanguage(
            String language, String heading, String outcome, String checks, String asked, String study)
            throws Exception {
        OfPackage examined = Examined.passed().withTime();
        try (Readback read = read(examined, Locale.forLanguageTag(language))) {
            PDDocument document = read.document();
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(document.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            List<Tagged> structure = read.structure();
            assertThat(structure.get(0).type()).isEqualTo("Document");
            assertThat(structure).filteredOn(part -> part.depth() == 1).hasSize(1);
            assertThat(texts(structure, "H1")).containsExactly(heading);
            assertThat(texts(structure, "H2")).startsWith(outcome).contains(checks);
            assertThat(texts(structure, "TH")).contains(asked, study);
            assertThat(texts(structure, "LBody")).isNotEmpty();
            Tagged code = structure.stream()
                    .filter(part -> part.type().equals("Figure"))
                    .findFirst()
                    .orElseThrow();
            assertThat(code.element().getAlternateDescription())
                    .isEqualTo("QR: TrialSeal seal.json sha256 "
                            + Sha256.of(Examined.passed().statement().toBytes())
                                    .hex());
            assertThat(order(structure, "H1", heading)).isLessThan(order(structure, "H2", outcome));
            assertThat(order(structure, "H2", outcome)).isLessThan(order(structure, "TH", study));
            assertThat(order(structure, "TH", study)).isLessThan(order(structure, "H2", checks));
            assertThat(order(structure, "H2", checks)).isLessThan(order(structure, "TH", asked));
        }
    }

    private static int order(List<Tagged> structure, String type, String text) {
        for (int i = 0; i < structure.size(); i++) {
            if (structure.get(i).type().equals(type) && structure.get(i).text().equals(text)) {
                return i;
            }
        }
        throw new AssertionError("no " + type + " " + text);
    }

    @Test
    void tables_ofManyPages_haveAHeaderCellInEachRowAndAsManyCells() throws Exception {
        Examined many = Examined.passed();
        for (int i = 0; i < 500; i++) {
            many.check("data:table" + i, Result.PASSED, "ok", true);
        }
        try (Readback read = read(many.withTime(), Locale.ENGLISH)) {
            assertThat(read.document().getNumberOfPages()).isGreaterThan(5);
            List<Tagged> structure = read.structure();
            int rows = 0;
            for (int table = 0; table < structure.size(); table++) {
                if (structure.get(table).type().equals("Table")) {
                    List<Integer> widths = widths(structure, table);
                    assertThat(widths).as("cells of each row").isNotEmpty().containsOnly(widths.get(0));
                    rows += widths.size();
                }
            }
            assertThat(rows).isGreaterThan(CheckTable.MOST_CHECKS);
        }
    }

    private static List<Integer> widths(List<Tagged> structure, int table) {
        List<Integer> widths = new ArrayList<>();
        int depth = structure.get(table).depth();
        for (int i = table + 1; i < structure.size() && structure.get(i).depth() > depth; i++) {
            Tagged part = structure.get(i);
            if (part.type().equals("TR")) {
                widths.add(0);
                assertThat(structure.get(i + 1).type()).isEqualTo("TH");
                assertThat(table(structure.get(i + 1)).getScope()).isEqualTo("Row");
            } else {
                int last = widths.size() - 1;
                boolean plain = part.element().getAttributes().size() == 0;
                widths.set(last, widths.get(last) + (plain ? 1 : table(part).getColSpan()));
            }
        }
        return widths;
    }

    private static PDTableAttributeObject table(Tagged part) {
        return (PDTableAttributeObject) part.element().getAttributes().getObject(0);
    }

    @Test
    void parentTree_ofEachPage_leadsFromMarkedContentToItsPart() throws Exception {
        Examined many = Examined.passed();
        for (int i = 0; i < 60; i++) {
            many.check("data:table" + i, Result.PASSED, "ok", true);
        }
        try (Readback read = read(many.withTime(), Locale.GERMAN)) {
            PDStructureTreeRoot tree = read.document().getDocumentCatalog().getStructureTreeRoot();
            int pages = read.document().getNumberOfPages();
            assertThat(tree.getParentTreeNextKey()).isEqualTo(pages);
            int content = 0;
            for (int page = 0; page < pages; page++) {
                assertThat(read.document().getPage(page).getStructParents()).isEqualTo(page);
                PDParentTreeValue parts =
                        (PDParentTreeValue) tree.getParentTree().getValue(page);
                content += ((COSArray) parts.getCOSObject()).size();
            }
            assertThat(content).isGreaterThan(60);
            assertThat(read.structure())
                    .filteredOn(part -> !part.text().isEmpty())
                    .hasSizeBetween(60, content);
        }
    }

    @Test
    void text_ofAName_isEscapedInTheStructureToo() throws Exception {
        try (Readback read = read(Examined.passed().named("\u202egnp.trialseal").withTime(), Locale.ENGLISH)) {
            assertThat(read.structure())
                    .allSatisfy(part -> assertThat(part.text() + part.element().getAlternateDescription())
                            .doesNotContainPattern("\\p{Cf}"));
        }
    }
}
