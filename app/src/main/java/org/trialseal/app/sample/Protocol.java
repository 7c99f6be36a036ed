package org.trialseal.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The protocol of the sample study. Its tables of visits, tests and sites are made from what the data are made from. */
final class Protocol {
    static final String VERSION = "2.0";

    private static final String TEXT = "protocol.txt";
    private static final String CREATED = "D:20250217090000Z";

    private Protocol() {}

    static byte[] toPdf() {
        String text = text().replace("@title@", SampleTrial.TITLE)
                .replace("@study@", SampleTrial.STUDY_ID)
                .replace("@sponsor@", SampleTrial.SPONSOR)
                .replace("@version@", VERSION)
                .replace("@visits@", visits())
                .replace("@tests@", tests())
                .replace("@sites@", sites());
        String footer = SampleTrial.STUDY_ID + ", protocol version " + VERSION + ". Invented study, for demonstration.";
        return PdfDocument.write(
                SampleTrial.STUDY_ID + " protocol " + VERSION, CREATED, ProtocolLayout.pages(text, footer));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(Protocol.class.getResourceAsStream(TEXT), TEXT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own resource", e);
        }
    }

    private static String visits() {
        return Stream.of(Visit.values())
                .map(v -> "|" + pad(Integer.toString(v.number), 4) + pad(v.label, 16) + pad("day " + v.day, 10)
                        + "-" + v.daysEarly + " / +" + v.daysLate
                        + (v.hasHaematology() ? "   chemistry, haematology" : "   chemistry"))
                .collect(Collectors.joining("\n"));
    }

    private static String tests() {
        return Stream.of(LabTest.values())
                .map(t -> "|" + pad(t.name(), 8) + pad(t.label, 30) + t.unit)
                .collect(Collectors.joining("\n"));
    }

    private static String sites() {
        return Site.all().stream()
                .map(s -> "|" + pad(s.id(), 6) + pad(s.country(), 6) + s.investigator())
                .collect(Collectors.joining("\n"));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
