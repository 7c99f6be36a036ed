package org.trialseal.app.ui.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.trialseal.app.work.compare.ComparisonOrder;
import org.trialseal.core.seal.Statement;

/** What is asked before a comparison. */
final class CompareForm {
    final ObjectProperty<Optional<SealedSide>> sealed = new SimpleObjectProperty<>(Optional.empty());
    final ObservableList<Path> later = FXCollections.observableArrayList();

    /** An evidence folder that was given for a later copy, which it cannot be. */
    final ObjectProperty<Optional<Path>> misplaced = new SimpleObjectProperty<>(Optional.empty());

    /** The data as they were sealed, where they were kept. */
    final ObservableList<Path> data = FXCollections.observableArrayList();

    /** Whether what was sealed and is not given counts as missing. */
    final BooleanProperty whole = new SimpleBooleanProperty();

    final BooleanProperty values = new SimpleBooleanProperty();
    final BooleanProperty practice = new SimpleBooleanProperty();
    final StringProperty passphrase = new SimpleStringProperty("");

    /**
     * What is compared with.
     *
     * @param statement of the seal; of a package it is not known before it was verified
     */
    record SealedSide(Path path, Optional<Statement> statement) {
        /** Whether it is an evidence folder, which is opened with a passphrase. */
        boolean isFolder() {
            return statement.isPresent();
        }
    }

    /** What must still be answered. */
    enum Lack {
        SEAL,
        LATER,
        PASSPHRASE
    }

    /** What is lacking first. */
    Optional<Lack> lack() {
        if (sealed.get().isEmpty()) {
            return Optional.of(Lack.SEAL);
        }
        if (later.isEmpty()) {
            return Optional.of(Lack.LATER);
        }
        boolean locked = sealed.get().get().isFolder() && passphrase.get().isEmpty();
        return locked ? Optional.of(Lack.PASSPHRASE) : Optional.empty();
    }

    /** Adds later files that are not there yet. */
    void addLater(List<Path> files) {
        files.stream().filter(file -> !later.contains(file)).forEach(later::add);
    }

    /** Adds files of sealed data that are not there yet. */
    void addData(List<Path> files) {
        files.stream().filter(file -> !data.contains(file)).forEach(data::add);
    }

    ComparisonOrder order() {
        return new ComparisonOrder(
                sealed.get().orElseThrow().path(),
                List.copyOf(later),
                !whole.get(),
                values.get(),
                practice.get(),
                List.copyOf(data),
                List.of());
    }

    void forgetPassphrase() {
        passphrase.set("");
    }
}
