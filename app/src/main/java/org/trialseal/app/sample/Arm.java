package org.trialseal.app.sample;

/** Treatment arms, and the name that SDTM gives to subjects who were never randomised. */
enum Arm {
    ACTIVE("EBF20", "EBF-41 20 mg", "EBF-41", "20"),
    PLACEBO("PBO", "Placebo", "PLACEBO", "0"),
    SCREEN_FAILURE("SCRNFAIL", "Screen Failure", "", "");

    final String code;
    final String label;
    final String treatment;
    final String dose;

    Arm(String code, String label, String treatment, String dose) {
        this.code = code;
        this.label = label;
        this.treatment = treatment;
        this.dose = dose;
    }
}
