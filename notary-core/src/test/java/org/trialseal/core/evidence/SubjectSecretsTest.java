package org.trialseal.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.CellType;
import org.trialseal.core.seal.Secret;

class SubjectSecretsTest {
    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final SecretBox box = SecretBox.random(random);
    private final SubjectHandle handle = new SubjectHandle(box.derive("subject handle"));
    private Path file;

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("subjects.bin");
        SubjectSecrets.create(file, box, random);
    }

    private SubjectHandle of(int subject) {
        byte[] id = Cell.text("S-" + subject).value().toArray();
        handle.compute(CellType.TEXT, id, 0, id.length);
        return handle;
    }

    @Test
    void save_manySubjects_areReadBack() throws Exception {
        SubjectSecrets secrets = SubjectSecrets.open(file, box, random);
        List<Secret> drawn = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            drawn.add(secrets.secret(of(i)));
        }
        assertThat(new HashSet<>(drawn)).hasSize(40_000);
        secrets.save();
        assertThat(Files.size(file)).isEqualTo(21 + 8 + 40_000L * 56 + 32);
        SubjectSecrets again = SubjectSecrets.open(file, box, random);
        for (int i = 0; i < 40_000; i += 7) {
            assertThat(again.find(of(i))).contains(drawn.get(i));
            assertThat(again.secret(of(i))).isEqualTo(drawn.get(i));
        }
        assertThat(again.find(of(40_000))).isEmpty();
        assertThat(again.size()).isEqualTo(40_000);
        assertThat(again.secret(0)).isEqualTo(drawn.get(0));
        assertThat(again.secret(39_999)).isEqualTo(drawn.get(39_999));
    }

    @Test
    void save_nothingNew_leavesTheFileAlone() throws Exception {
        SubjectSecrets secrets = SubjectSecrets.open(file, box, random);
        secrets.secret(of(1));
        secrets.save();
        FileTime longAgo = FileTime.fromMillis(86_400_000);
        Files.setLastModifiedTime(file, longAgo);
        secrets.secret(of(1));
        secrets.save();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(longAgo);
        secrets.secret(of(2));
        secrets.save();
        assertThat(Files.getLastModifiedTime(file)).isGreaterThan(longAgo);
    }

    @Test
    void open_otherKey_isMalformed() {
        assertThatThrownBy(() -> SubjectSecrets.open(file, SecretBox.random(random), random))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("damaged or belongs to another study store");
    }

    @Test
    void compute_cellsThatDifferInTypeOrBytes_giveDifferentHandles() {
        List<Long> highs = new ArrayList<>();
        for (CellType type : CellType.values()) {
            for (String text : List.of("", "a", "ab")) {
                byte[] value = Cell.text(text).value().toArray();
                handle.compute(type, value, 0, value.length);
                highs.add(handle.high());
            }
        }
        handle.computeStudy();
        highs.add(handle.high());
        assertThat(highs).doesNotHaveDuplicates();
    }
}
