package org.trialseal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trialseal.core.bitcoin.Tier;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.verify.Disclosed;
import org.trialseal.core.verify.LedgerSummary;
import org.trialseal.core.verify.TimeResult;
import org.trialseal.core.verify.VerificationReport;

/** What scripts read must not say more than was proven. */
class VerificationJsonTest {
    private static String json(List<Cell> absent) throws Exception {
        Disclosed disclosed = new Disclosed(
                1,
                "lb",
                "dataset",
                Disclosed.Extent.NOTHING,
                new Disclosed.Part(0, 2),
                new Disclosed.Part(0, 3),
                List.of(),
                List.of(),
                absent);
        VerificationReport report = new VerificationReport(
                List.of(),
                new TimeResult(Optional.empty(), Optional.empty(), Tier.NONE, Optional.empty()),
                new LedgerSummary(1, Optional.empty(), List.of()),
                List.of(disclosed),
                List.of());
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            VerificationJson.write(json, report);
            json.writeEndObject();
        }
        return text.toString();
    }

    @Test
    void write_absentIdentifierThatIsNoText_neverPassesForTheTextOfTheSameCharacters() throws Exception {
        Cell text = Cell.text("S-1");
        assertThat(json(List.of(text))).contains("\"absent\":[\"S-1\"]");
        assertThat(json(List.of(new Cell(CellType.TOKEN, text.value())))).contains("\"absent\":[\"S-1 (token)\"]");
        assertThat(json(List.of(new Cell(CellType.MISSING, text.value())))).contains("\"absent\":[\"S-1 (missing)\"]");
    }
}
