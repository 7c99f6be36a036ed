package org.trialseal.core.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.record.Cell;
import org.trialseal.core.testing.SpecHash;

/** The example in docs/proof-format.md is real. */
class ExampleTest {
    private static final Path SPECIFICATION = Path.of("..", "docs", "proof-format.md");

    @Test
    void example_inTheSpecification_isWhatTheFormulasGive() throws Exception {
        String text = new ExampleText(new Example()).write();
        Files.writeString(Files.createDirectories(Path.of("target")).resolve("example.md"), text);
        assertThat(Files.readString(SPECIFICATION, StandardCharsets.UTF_8))
                .as("docs/proof-format.md holds what now stands in notary-core/target/example.md")
                .contains(text);
    }

    @Test
    void example_secretsThatTheSpecificationNames_areThoseOfTheGroups() {
        Example example = new Example();
        for (int i = 0; i < 2; i++) {
            byte[] secret = new byte[32];
            Arrays.fill(secret, (byte) (0x0a + i));
            int group = example.dataset.indexOf(Cell.text("S-" + (i + 1)));
            assertThat(example.dataset.groups.get(group).key).isEqualTo(SpecHash.groupKey(secret, example.nonce, 1));
        }
    }

    @Test
    void example_verified_passes() throws Exception {
        Vector vector = Vector.practice("example", "", new Example().shownPackage());
        JsonObject verdict = vector.verdict();
        assertThat(verdict.string("v", "verdict")).as(verdict.canonicalText()).isEqualTo("passed");
        assertThat(verdict.objects("v", "checks"))
                .allMatch(check -> check.members().get("result").canonicalText().equals("\"passed\""));
    }
}
