package org.trialseal.app.sample;

import java.math.BigDecimal;

/**
 * A laboratory test: SDTM test code, name, category, unit, decimals, the reference ranges of men and women, and how
 * values lie in them. Spreads are fractions of the width of the range.
 */
enum LabTest {
    ALT("Alanine Aminotransferase", "CHEMISTRY", "U/L", 0, "10-40", "10-40", 0.42, 0.15, 0.09),
    AST("Aspartate Aminotransferase", "CHEMISTRY", "U/L", 0, "10-38", "10-38", 0.45, 0.14, 0.09),
    ALP("Alkaline Phosphatase", "CHEMISTRY", "U/L", 0, "40-130", "35-105", 0.45, 0.17, 0.06),
    BILI("Bilirubin", "CHEMISTRY", "umol/L", 1, "3.0-21.0", "3.0-21.0", 0.42, 0.14, 0.06),
    CREAT("Creatinine", "CHEMISTRY", "umol/L", 0, "62-106", "44-80", 0.52, 0.19, 0.08),
    SODIUM("Sodium", "CHEMISTRY", "mmol/L", 0, "135-145", "135-145", 0.5, 0.14, 0.13),
    K("Potassium", "CHEMISTRY", "mmol/L", 1, "3.5-5.1", "3.5-5.1", 0.5, 0.15, 0.11),
    GLUC("Glucose", "CHEMISTRY", "mmol/L", 1, "3.9-6.1", "3.9-6.1", 0.58, 0.19, 0.12),
    CRP("C Reactive Protein", "CHEMISTRY", "mg/L", 1, "0.0-5.0", "0.0-5.0", 0.35, 0.2, 0.16),
    HGB("Hemoglobin", "HEMATOLOGY", "g/L", 0, "135-175", "120-160", 0.48, 0.18, 0.07),
    WBC("Leukocytes", "HEMATOLOGY", "10^9/L", 1, "4.0-10.0", "4.0-10.0", 0.45, 0.17, 0.1),
    PLAT("Platelets", "HEMATOLOGY", "10^9/L", 0, "150-400", "150-400", 0.42, 0.17, 0.06);

    /** Below this the laboratory's CRP method gives no number. */
    private static final BigDecimal LOWEST_CRP = new BigDecimal("0.6");

    final String label;
    final String category;
    final String unit;
    private final int decimals;
    private final String male;
    private final String female;
    private final double centre;
    private final double between;
    private final double within;

    LabTest(
            String label,
            String category,
            String unit,
            int decimals,
            String male,
            String female,
            double centre,
            double between,
            double within) {
        this.label = label;
        this.category = category;
        this.unit = unit;
        this.decimals = decimals;
        this.male = male;
        this.female = female;
        this.centre = centre;
        this.between = between;
        this.within = within;
    }

    boolean isLiverTest() {
        return compareTo(BILI) <= 0;
    }

    /** Lower and upper limit of the reference range, both normal. */
    String low(Person person) {
        String range = range(person);
        return range.substring(0, range.indexOf('-'));
    }

    String high(Person person) {
        String range = range(person);
        return range.substring(range.indexOf('-') + 1);
    }

    private String range(Person person) {
        return person.female() ? female : male;
    }

    /** The subject's own usual position in the range, 0 at its lower and 1 at its upper limit. */
    double usual(Draw draw) {
        return draw.normal(centre, between);
    }

    /** A measured value around the usual position. */
    BigDecimal measure(Draw draw, double usual, Person person) {
        BigDecimal low = new BigDecimal(low(person));
        BigDecimal width = new BigDecimal(high(person)).subtract(low);
        return rounded(low.doubleValue() + draw.normal(usual, within) * width.doubleValue());
    }

    BigDecimal rounded(double value) {
        double scale = decimals == 0 ? 1 : 10;
        return BigDecimal.valueOf(Math.max(1, Math.round(value * scale)), decimals);
    }

    /** The result as the laboratory reports it. */
    String report(BigDecimal value) {
        boolean tooLittle = this == CRP && value.compareTo(LOWEST_CRP) < 0;
        return tooLittle ? "<" + LOWEST_CRP.toPlainString() : value.toPlainString();
    }

    /** {@code LOW}, {@code NORMAL} or {@code HIGH}. */
    String indicator(BigDecimal value, Person person) {
        if (value.compareTo(new BigDecimal(low(person))) < 0) {
            return "LOW";
        }
        return value.compareTo(new BigDecimal(high(person))) > 0 ? "HIGH" : "NORMAL";
    }
}
