package org.trialseal.app.work.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.MalformedException;

final class PlanFileTest {
    private static final String PLAN = """
            {
              "files": [
                {
                  "file": "dm.csv",
                  "importer": "csv",
                  "settings": {"delimiter": ",", "encoding": "UTF-8"},
                  "datasets": [
                    {"name": "dm", "kind": "dataset", "columns": ["USUBJID", "SEX"], "subject": "USUBJID",
                     "keys": ["USUBJID"]}
                  ]
                }
              ]
            }
            """;

    @TempDir
    private Path folder;

    private PlanFile read(byte[] text) throws Exception {
        return PlanFile.read(Files.write(folder.resolve("plan.json"), text));
    }

    private PlanFile read(String text) throws Exception {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void read_cutAnywhere_isRefused() throws Exception {
        assertThat(read(PLAN)).isNotNull();
        for (int length = 0; length < PLAN.strip().length(); length++) {
            String cut = PLAN.substring(0, length);
            assertThatThrownBy(() -> read(cut))
                    .as(cut)
                    .isInstanceOf(MalformedException.class)
                    .hasMessageContaining("plan.json");
        }
    }

    @Test
    void read_nestedTooDeep_isRefused() {
        String deep = "{\"files\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertThatThrownBy(() -> read(deep))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("nested too deep");
    }

    @Test
    void read_mutants_areReadOrRefused() throws Exception {
        long seed = 20_260_314;
        Random random = new Random(seed);
        byte[] plan = PLAN.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            byte[] mutant = plan.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(128);
            }
            refused += isRefused(mutant, "seed " + seed + ", mutant " + i) ? 1 : 0;
        }
        assertThat(refused).isBetween(500, 4_900);
    }

    private boolean isRefused(byte[] mutant, String what) {
        try {
            read(mutant);
            return false;
        } catch (MalformedException e) {
            return true;
        } catch (Exception e) {
            throw new AssertionError(what + ": " + new String(mutant, StandardCharsets.UTF_8), e);
        }
    }
}
