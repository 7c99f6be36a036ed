package org.trialseal.app.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.trialseal.core.digest.MalformedException;

/** The text of one of the sample's CSV files, for making a copy that differs in a known way. */
record SampleText(String name, String text) {
    static SampleText read(Path file) throws IOException {
        return new SampleText(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
    }

    /**
     * Where a passage stands that must be there exactly once.
     *
     * @throws MalformedException when it is not there, or more than once
     */
    int only(String passage) throws MalformedException {
        int at = text.indexOf(passage);
        if (at < 0 || text.indexOf(passage, at + 1) >= 0) {
            throw new MalformedException(name, "this is not the file of the sample study that it should be");
        }
        return at;
    }

    /** The line, from 1 on, on which a position lies. */
    long lineAt(int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }

    /** Where the line feed stands that ends the line of a position. */
    int endOfLine(int position) {
        return text.indexOf('\n', position);
    }

    SampleText with(int from, int to, String replacement) {
        return new SampleText(name, text.substring(0, from) + replacement + text.substring(to));
    }

    void writeTo(Path target) throws IOException {
        Files.writeString(target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    }
}
