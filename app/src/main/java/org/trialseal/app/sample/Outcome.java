package org.trialseal.app.sample;

/** How a subject left the study: the term the site wrote and the coded term of DS. */
enum Outcome {
    COMPLETED("Completed the study", "COMPLETED"),
    ADVERSE_EVENT("Stopped because of an adverse event", "ADVERSE EVENT"),
    WITHDRAWAL("Withdrew consent", "WITHDRAWAL BY SUBJECT"),
    LOST("Three calls and a registered letter without answer", "LOST TO FOLLOW-UP"),
    DEVIATION("Took an excluded medicine", "PROTOCOL DEVIATION"),
    DEATH("Died", "DEATH"),
    SCREEN_FAILURE("Did not meet the entry criteria", "SCREEN FAILURE");

    final String term;
    final String code;

    Outcome(String term, String code) {
        this.term = term;
        this.code = code;
    }
}
