package org.trialseal.core.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trialseal.core.digest.Bytes;

class CellTest {
    private static Cell of(CellType type, String value) {
        return new Cell(type, Bytes.copyOf(value.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void identifier_plainText_isAsItIs() {
        for (String plain : List.of("S-1", "TS-2041-014", "Site 3/7", "\u540d-1")) {
            assertThat(Cell.text(plain).identifier()).isEqualTo(plain);
        }
    }

    @Test
    void identifier_sameCharactersOfAnotherType_looksDifferent() {
        assertThat(of(CellType.TOKEN, "S-1").identifier()).isEqualTo("S-1 (token)");
        assertThat(of(CellType.MISSING, "S-1").identifier()).isEqualTo("S-1 (missing)");
        assertThat(of(CellType.BYTES, "S-1").identifier()).isEqualTo("532d31 (bytes)");
        assertThat(of(CellType.FLOAT64, "S-1").identifier()).isEqualTo("532d31 (float64)");
        assertThat(of(CellType.IBM_FLOAT, "S").identifier()).isEqualTo("53 (ibm-float)");
        assertThat(Cell.missing("").identifier()).isEqualTo("\"\" (missing)");
        assertThat(Cell.text("S-1 (token)").identifier()).isEqualTo("\"S-1 (token)\"");
    }

    @Test
    void identifier_textThatCouldPassForAnother_isQuoted() {
        assertThat(Cell.text("S-1, S-2").identifier()).isEqualTo("\"S-1, S-2\"");
        assertThat(Cell.text("S-1 ").identifier()).isEqualTo("\"S-1 \"");
        assertThat(Cell.text("S-1\u200b").identifier()).isEqualTo("\"S-1\\u{200b}\"");
        assertThat(Cell.text("S\u00a01").identifier()).isEqualTo("\"S\\u{a0}1\"");
        assertThat(Cell.text("\"S-1\"").identifier()).isEqualTo("\"\\\"S-1\\\"\"");
        assertThat(Cell.text("S\\u{a0}1").identifier()).isEqualTo("\"S\\\\u{a0}1\"");
    }

    @Test
    void identifier_differentCellsOfSimilarCharacters_areNeverEqual() {
        List<String> seen = new ArrayList<>();
        for (String value :
                List.of("S-1", " S-1", "S-1 ", "\"S-1\"", "S-1\u2060", "S-1 (token)", "S-1 (missing)", "")) {
            for (CellType type : List.of(CellType.TEXT, CellType.TOKEN, CellType.MISSING)) {
                seen.add(of(type, value).identifier());
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }
}
