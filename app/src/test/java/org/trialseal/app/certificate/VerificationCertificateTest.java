package org.trialseal.app.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trialseal.app.work.verify.Examination.OfPackage;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.verify.Result;

/** What the certificate of a verification says, read back from its bytes. */
final class VerificationCertificateTest {
    private static byte[] pdf(OfPackage examined) {
        return pdf(examined, Locale.ENGLISH);
    }

    private static byte[] pdf(OfPackage examined, Locale locale) {
        return CertificatePdf.of(VerificationCertificate.of(examined, locale));
    }

    private static OfPackage failed() {
        return Examined.passed()
                .check("data:vs", Result.FAILED, "root-differs", true)
                .withTime();
    }

    @Test
    void of_aPass_saysWhatSinceWhenAndWhatNot() throws Exception {
        OfPackage examined = Examined.passed().withTime();
        try (Readback read = new Readback(pdf(examined))) {
            assertThat(read.document().getNumberOfPages()).isEqualTo(1);
            assertThat(read.text())
                    .contains("Certificate of a verification lb.trialseal")
                    .contains("PASSED")
                    .contains("exactly what was sealed as seal 2 (“database lock”) of study TS-2041")
                    .contains("It existed no later than 14 March 2026 (Bitcoin block 940,512).")
                    .contains("linked to a checkpoint shipped with this program")
                    .contains("TS-2041 - A trial of Xylon")
                    .contains("Signer required (EC)")
                    .contains("14 March 2026, 09:30 UTC, by the sealing computer’s own clock")
                    .contains("lb: all 15,777 records.")
                    .contains("Is lb exactly what was sealed?")
                    .contains("6 required: 6 passed, 0 failed, 0 indeterminate.")
                    .contains("What this does not prove")
                    .contains("true, complete, or were collected on that day")
                    .contains("checkpoints up to Bitcoin block 953,567")
                    .contains("Page 1 of 1")
                    .doesNotContain("FAILED")
                    .doesNotContain("INDETERMINATE");
            assertThat(read.text().replace(" ", ""))
                    .contains(examined.digest().hex())
                    .contains(Sha256.of(Examined.passed().statement().toBytes()).hex());
        }
    }

    @Test
    void of_aPass_hasTheStatementsDigestInItsCode() throws Exception {
        try (Readback read = new Readback(pdf(Examined.passed().withTime()))) {
            assertThat(read.code())
                    .isEqualTo("TrialSeal seal.json sha256 "
                            + Sha256.of(Examined.passed().statement().toBytes()).hex());
        }
    }

    @Test
    void of_aFailure_saysSoOnEveryPageAndNothingElse() throws Exception {
        try (Readback read = new Readback(pdf(failed()))) {
            assertThat(read.text(1))
                    .contains("Certificate of a failed verification")
                    .contains("FAILED")
                    .contains("does not prove what it claims to show")
                    .contains("What is listed is not what was sealed.")
                    .doesNotContain("PASSED")
                    .doesNotContain("It existed no later than 14 March 2026 (Bitcoin");
            assertThat(read.document().getDocumentInformation().getTitle()).startsWith("FAILED: ");
        }
        try (Readback read = new Readback(pdf(failed(), Locale.GERMAN))) {
            assertThat(read.text(1)).contains("NICHT BESTANDEN").contains("einer nicht bestandenen Prüfung");
            assertThat(read.text(1).replace("NICHT BESTANDEN", "")).doesNotContain("BESTANDEN");
        }
    }

    @Test
    void of_aDamagedStatement_hasNoCodeAndNoDate() throws Exception {
        OfPackage examined = Examined.passed()
                .check("statement", Result.FAILED, "damaged", true)
                .withoutStatement();
        try (Readback read = new Readback(pdf(examined))) {
            assertThat(read.text()).contains("FAILED").contains("seal 2").doesNotContain("claimed)");
            assertThat(read.document().getDocumentInformation().getCreationDate())
                    .isNull();
        }
    }

    @Test
    void of_somethingPending_isIndeterminateAndProvesNoTime() throws Exception {
        try (Readback read = new Readback(pdf(Examined.passed().pending()))) {
            assertThat(read.text())
                    .contains("INDETERMINATE")
                    .contains("No later than not proven")
                    .contains("A calendar promises a block, but none is named yet.")
                    .doesNotContain("PASSED")
                    .doesNotContain("existed no later than");
        }
    }

    @Test
    void of_aPassOnThePracticeNetwork_isForTrainingOnly() throws Exception {
        OfPackage examined = Examined.passed().onThePracticeNetwork().withTime();
        assertThat(examined.verdict()).isEqualTo(Result.PASSED);
        try (Readback read = new Readback(pdf(examined))) {
            assertThat(read.text())
                    .contains("FOR TRAINING ONLY")
                    .contains("nothing on this page is proven to anybody")
                    .doesNotContain("PASSED");
        }
        assertThat(VerificationCertificate.of(examined, Locale.ENGLISH)
                        .judgement()
                        .tone())
                .isEqualTo(Tone.OPEN);
    }

    @Test
    void of_manyChecks_putsTheBadOnesOnTheFirstPageAndCountsPages() throws Exception {
        Examined many = Examined.passed();
        for (int i = 0; i < 300; i++) {
            many.check("data:table" + i, Result.PASSED, "ok", true);
        }
        many.check("data:wrong", Result.FAILED, "root-differs", true);
        try (Readback read = new Readback(pdf(many.withTime()))) {
            int pages = read.document().getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            assertThat(read.text(1))
                    .contains("Is wrong exactly what was sealed?")
                    .contains("307 required: 306 passed, 1 failed, 0 indeterminate.")
                    .contains("What this does not prove")
                    .contains("Page 1 of " + pages);
            for (int page = 2; page <= pages; page++) {
                assertThat(read.text(page)).startsWith("FAILED").contains("Page " + page + " of " + pages);
            }
            assertThat(read.text()).contains("table299");
        }
    }

    @Test
    void of_moreChecksThanAreListed_saysHowManyAndHidesNoBadOne() throws Exception {
        Examined many = Examined.passed();
        for (int i = 0; i < 500; i++) {
            many.check("data:table" + i, Result.PASSED, "ok", true);
        }
        many.check("data:wrong", Result.FAILED, "root-differs", true);
        try (Readback read = new Readback(pdf(many.withTime()))) {
            assertThat(read.text(1)).contains("Is wrong exactly");
            assertThat(read.text())
                    .contains("Further checks 108 that are not listed here: 108 passed, 0 failed, 0 indeterminate.")
                    .doesNotContain("table499");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A0.trialseal",
                "\u202egnp.trialseal",
                "a\u0007b\u009bc\nPASSED.trialseal",
                "\u65e5\u672c\u8a9e\u306e\u540d\u524d.trialseal",
                "\u0627\u0644\u0639\u0631\u0628\u064a\u0629.trialseal",
                "smile \ud83d\ude00 \u200b\u00ad\u034f.trialseal",
                "Pru\u0308fung.trialseal",
                "<script>(alert)</script> \\) Tj ET.trialseal"
            })
    void of_namesThatAreMeantToMislead_areShownAsTheyAre(String name) throws Exception {
        try (Readback read = new Readback(pdf(Examined.passed()
                .named(name)
                .check("data:" + name, Result.PASSED, "ok", true)
                .withTime()))) {
            String text = read.text();
            assertThat(text).doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\t]]").contains(".trialseal");
            assertThat(text.codePoints().filter(code -> code > 0x2fff)).isEmpty();
            assertThat(text).contains("PASSED");
            if (name.startsWith("=")) {
                assertThat(text).contains("=cmd|' /C calc'!A0.trialseal");
            }
            if (name.startsWith("Pr")) {
                assertThat(text).contains("Pr\u00fcfung.trialseal");
            }
        }
    }

    @Test
    void of_aVeryLongName_staysOnThePage() throws Exception {
        String name = "W".repeat(251) + ".trialseal";
        try (Readback read = new Readback(pdf(Examined.passed().named(name).withTime()))) {
            assertThat(read.document().getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(read.text(1)).contains("PASSED").contains("What this does not prove");
        }
    }

    @Test
    void of_longNamesWithoutGlyphs_losesNoLine() throws Exception {
        String name = "\u65e5".repeat(245) + ".trialseal";
        OfPackage examined = Examined.passed()
                .named(name)
                .check("data:" + name, Result.PASSED, "ok", true)
                .withTime();
        try (Readback read = new Readback(pdf(examined))) {
            assertThat(read.text(1)).contains("PASSED");
            assertThat(read.text())
                    .contains("How far that is known")
                    .contains("What this does not prove")
                    .contains("About this page");
            assertThat(read.lowest()).as("above the foot of the page").isLessThan(842 - 30);
        }
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Asia/Kolkata", "ar-EG, Pacific/Apia", "de-DE, America/St_Johns"})
    void of_theSame_whereverItIsWritten_hasTheSameBytes(String locale, String zone) {
        byte[] here = pdf(failed());
        assertThat(pdf(failed())).isEqualTo(here);
        Locale before = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            assertThat(pdf(failed())).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
            TimeZone.setDefault(zoneBefore);
        }
    }

    @Test
    void of_another_hasAnotherId() throws Exception {
        try (Readback one = new Readback(pdf(failed()));
                Readback other = new Readback(pdf(Examined.passed().withTime()))) {
            assertThat(one.document().getDocument().getDocumentID().toList())
                    .isNotEqualTo(other.document().getDocument().getDocumentID().toList());
        }
    }

    @Test
    void of_anything_isSelfContainedAndPassive() throws Exception {
        byte[] pdf = pdf(Examined.passed().withTime(), Locale.GERMAN);
        try (Readback read = new Readback(pdf)) {
            assertThat(read.document().getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(read.document().getDocumentInformation().getTitle()).isEqualTo("BESTANDEN: lb.trialseal");
            assertThat(read.document()
                            .getDocumentInformation()
                            .getCreationDate()
                            .toInstant())
                    .isEqualTo("2026-03-14T09:30:00Z");
            assertThat(read.document().getDocumentCatalog().getOpenAction()).isNull();
            assertThat(read.document().getDocumentCatalog().getNames()).isNull();
            assertThat(read.document().getDocumentCatalog().getAcroForm()).isNull();
            for (PDPage page : read.document().getPages()) {
                assertThat(page.getAnnotations()).isEmpty();
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
            }
        }
        assertThat(new String(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
                .as("nothing is compressed")
                .doesNotContain("/Filter")
                .doesNotContain("/JavaScript")
                .doesNotContain("/URI");
    }
}
