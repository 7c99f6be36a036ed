package org.trialseal.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trialseal.app.sample.PdfDocument.Font;
import org.trialseal.app.sample.PdfDocument.Line;

class ProtocolTest {
    private static final Pattern ENTRY = Pattern.compile("(\\d{10}) 00000 n \n");
    private static final Pattern STREAM = Pattern.compile("/Length (\\d+) >>\nstream\n(.*?)endstream", Pattern.DOTALL);

    private final String pdf = new String(Protocol.toPdf(), StandardCharsets.ISO_8859_1);

    @Test
    void toPdf_crossReferences_pointAtTheirObjects() {
        int table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        assertThat(pdf.substring(table)).startsWith("xref\n0 ");
        Matcher entry = ENTRY.matcher(pdf.substring(table));
        int number = 0;
        while (entry.find()) {
            number++;
            assertThat(pdf.substring(Integer.parseInt(entry.group(1)))).startsWith(number + " 0 obj\n");
        }
        assertThat(pdf).contains("/Size " + (number + 1) + " ");
        assertThat(number).isEqualTo(12);
    }

    @Test
    void toPdf_streams_haveTheirStatedLengths() {
        Matcher stream = STREAM.matcher(pdf);
        int pages = 0;
        while (stream.find()) {
            pages++;
            assertThat(stream.group(2)).hasSize(Integer.parseInt(stream.group(1)));
        }
        assertThat(pdf).contains("/Count " + pages + " ");
    }

    @Test
    void toPdf_text_namesEveryVisitTestAndSite() {
        for (Visit visit : Visit.values()) {
            assertThat(pdf).contains("(" + visit.number + "   " + visit.label + " ");
        }
        for (LabTest test : LabTest.values()) {
            assertThat(pdf).contains(test.label);
        }
        for (Site site : Site.all()) {
            assertThat(pdf).contains(site.investigator());
        }
        assertThat(pdf).doesNotContain("@");
    }

    @Test
    void toPdf_lines_fitThePage() {
        Matcher line = Pattern.compile("/F6 .*Tm \\((.*)\\) Tj").matcher(pdf);
        int longest = 0;
        while (line.find()) {
            longest = Math.max(longest, line.group(1).length());
        }
        assertThat(longest).as("characters of Courier 9 between the margins").isBetween(60, 87);
    }

    @Test
    void write_parenthesesAndBackslash_escaped() {
        byte[] bytes =
                PdfDocument.write("a", "D:20250101000000Z", List.of(List.of(new Line(Font.BODY, 10, 1, 2, "(\\)"))));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("(\\(\\\\\\)) Tj");
    }

    @Test
    void write_characterOutsideTheEncoding_refused() {
        List<List<Line>> pages = List.of(List.of(new Line(Font.BODY, 10, 1, 2, "\u20AC")));

        assertThatThrownBy(() -> PdfDocument.write("a", "D:20250101000000Z", pages))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a character that this writer's encoding does not have");
    }
}
