package org.trialseal.app.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.trialseal.app.story.Fact;
import org.trialseal.core.digest.Sha256;

/**
 * What a certificate says, in the words of its language, before it has pages.
 *
 * @param locale of the language
 * @param title of the document; says the outcome
 * @param heading what kind of certificate it is
 * @param about what it is about, in one line
 * @param judgement the outcome
 * @param facts what it rests on
 * @param statement digest of the statement, unless it is damaged
 * @param caption of the statement's code
 * @param sections in order
 * @param notesHeading above the notes
 * @param notes the small print, a paragraph each
 * @param page how pages are counted: {@code {0}} of {@code {1}}
 * @param claimed the statement's claimed time
 */
public record Certificate(
        Locale locale,
        String title,
        String heading,
        String about,
        Judgement judgement,
        List<Fact> facts,
        Optional<Sha256> statement,
        String caption,
        List<Section> sections,
        String notesHeading,
        List<String> notes,
        String page,
        Optional<Instant> claimed) {
    public Certificate {
        facts = List.copyOf(facts);
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /**
     * The outcome.
     *
     * @param word such as PASSED
     * @param because what decided it; may be empty
     * @param when the time in one sentence; may be empty
     */
    record Judgement(Tone tone, String word, String sentence, String because, String when) {}

    /**
     * Some lines under a heading.
     *
     * @param lead above the lines; may be empty
     */
    record Section(String heading, String lead, List<Line> lines) {
        Section {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line: a point of a list, or with a title a row of a table.
     *
     * @param title what was asked, or a name; empty for a point of a list
     * @param text what was answered
     * @param mark the result, if it has one
     */
    record Line(String title, String text, Optional<Mark> mark) {
        static Line point(String text) {
            return new Line("", text, Optional.empty());
        }

        static Line row(String title, String text) {
            return new Line(title, text, Optional.empty());
        }
    }

    /**
     * A result in a row.
     *
     * @param remark such as: not required; may be empty
     */
    record Mark(Tone tone, String word, String remark) {}
}
