package org.trialseal.core.remote.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trialseal.core.digest.Bytes;
import org.trialseal.core.remote.practice.PromiseJournal.Batch;
import org.trialseal.core.remote.practice.PromiseJournal.Promise;

class PromiseJournalTest {
    private static final Promise FIRST = new Promise((byte) 0, Bytes.copyOf(new byte[44]));
    private static final Promise SECOND = new Promise((byte) 1, Bytes.copyOf(new byte[44]));
    private static final Promise THIRD = new Promise((byte) 1, Bytes.ofHex("ff"));

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("promises.bin");
    }

    private PromiseJournal open() throws IOException {
        PromiseJournal journal = new PromiseJournal(file);
        try {
            journal.refresh();
            return journal;
        } catch (IOException e) {
            journal.close();
            throw e;
        }
    }

    private void writeThree() throws IOException {
        try (PromiseJournal journal = open()) {
            journal.promise(FIRST);
            journal.promise(SECOND);
            journal.block(7);
            journal.promise(THIRD);
        }
    }

    @Test
    void refresh_afterReopening_knowsEverything() throws IOException {
        writeThree();
        try (PromiseJournal journal = open()) {
            assertThat(journal.index(SECOND)).contains(1);
            assertThat(journal.batch(1)).contains(new Batch(7, 0, 2));
            assertThat(journal.batch(2)).isEmpty();
            assertThat(journal.waiting()).isEqualTo(1);
            assertThat(journal.index(new Promise((byte) 0, THIRD.commitment()))).isEmpty();
        }
    }

    @Test
    void refresh_writtenByAnother_isSeen() throws IOException {
        try (PromiseJournal one = open();
                PromiseJournal other = open()) {
            one.promise(FIRST);
            other.refresh();
            other.promise(SECOND);
            one.refresh();
            assertThat(one.index(SECOND)).isEqualTo(Optional.of(1));
        }
    }

    @Test
    void refresh_cutAtAnyLength_keepsAllWholeRecordsAndCanGoOn() throws IOException {
        writeThree();
        byte[] whole = Files.readAllBytes(file);
        int lastRecord = whole.length - (2 + 1 + THIRD.commitment().length() + 4);
        for (int length = lastRecord; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (PromiseJournal journal = open()) {
                assertThat(journal.waiting()).as("cut at %d", length).isZero();
                journal.promise(THIRD);
            }
            assertThat(Files.readAllBytes(file)).as("cut at %d", length).isEqualTo(whole);
        }
    }

    @Test
    void refresh_zerosInsteadOfTheLastRecord_areDropped() throws IOException {
        writeThree();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 50));
        try (PromiseJournal journal = open()) {
            assertThat(journal.waiting()).isEqualTo(1);
            journal.promise(FIRST);
        }
        try (PromiseJournal journal = open()) {
            assertThat(journal.waiting()).isEqualTo(2);
        }
    }

    @Test
    void refresh_damageFarFromTheEnd_isNotPassedOver() throws IOException {
        writeThree();
        try (PromiseJournal journal = open()) {
            for (int i = 0; i < 20; i++) {
                journal.promise(FIRST);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[10] ^= 1;
        Files.write(file, bytes);
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessage("the practice calendars' journal is damaged");
    }

    @Test
    void refresh_fileThatShrank_isRefused() throws IOException {
        try (PromiseJournal journal = open()) {
            journal.promise(FIRST);
            Files.write(file, new byte[0]);
            assertThatThrownBy(journal::refresh)
                    .isInstanceOf(IOException.class)
                    .hasMessage("the practice network's file promises.bin was changed by something else");
        }
    }
}
