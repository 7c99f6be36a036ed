package org.trialseal.app.ui.seal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.trialseal.app.work.SealRegister;
import org.trialseal.app.work.study.SealOrder;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.seal.Network;
import org.trialseal.core.seal.Study;

/** What a person says about a seal, and what is still missing. */
final class SealForm {
    private static final int ID = 64;
    private static final int NAME = 200;

    final ObjectProperty<Optional<SealRegister.Known>> previous = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty study = new SimpleStringProperty("");
    final StringProperty studyTitle = new SimpleStringProperty("");
    final StringProperty sponsor = new SimpleStringProperty("");
    final StringProperty registry = new SimpleStringProperty("");
    final StringProperty milestone = new SimpleStringProperty("");
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty folder = new SimpleStringProperty("");
    final StringProperty passphrase = new SimpleStringProperty("");
    final StringProperty again = new SimpleStringProperty("");
    final BooleanProperty retain = new SimpleBooleanProperty(false);
    final BooleanProperty anchor = new SimpleBooleanProperty(true);
    final ObjectProperty<Network> network = new SimpleObjectProperty<>(Network.BITCOIN);

    private String suggested = "";
    private Optional<Path> place = Optional.empty();

    /** Something that is missing or cannot be. */
    enum Lack {
        STUDY,
        TOO_LONG,
        MILESTONE,
        FOLDER,
        PASSPHRASE,
        AGAIN
    }

    SealForm() {
        previous.addListener((value, before, known) -> follow(known));
        study.addListener((value, before, id) -> suggest());
    }

    private void follow(Optional<SealRegister.Known> known) {
        known.ifPresent(seal -> {
            Study before = seal.statement().study();
            study.set(before.id());
            studyTitle.set(before.title().orElse(""));
            sponsor.set(before.sponsor().orElse(""));
            registry.set(before.registry().orElse(""));
            network.set(seal.statement().network());
        });
        again.set("");
        suggest();
    }

    /** Where the folder is suggested when there is no seal before. */
    void suggestIn(Path parent) {
        if (place.isEmpty()) {
            place = Optional.of(parent);
            suggest();
        }
    }

    /** Puts the folder into another one, with the name that is suggested. */
    void placeIn(Path parent) {
        place = Optional.of(parent);
        folder.set(parent.resolve(name()).toString());
        suggested = folder.get();
    }

    private void suggest() {
        boolean untouched = folder.get().equals(suggested);
        Optional<Path> parent = previous.get()
                .flatMap(seal -> Optional.ofNullable(seal.folder().getParent()))
                .or(() -> place);
        if (untouched && parent.isPresent()) {
            suggested = parent.get().resolve(name()).toString();
            folder.set(suggested);
        }
    }

    private String name() {
        String safe = study.get().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        return (safe.isEmpty() ? "seal" : safe + "-seal") + "-" + number();
    }

    /** All that is typed. */
    List<StringProperty> texts() {
        return List.of(study, studyTitle, sponsor, registry, milestone, title, folder, passphrase, again);
    }

    /** The number that the seal will have. */
    long number() {
        return previous.get().map(seal -> seal.statement().place().seal() + 1).orElse(1L);
    }

    /** Whether this begins a study store, whose passphrase is to be typed twice. */
    boolean isFirst() {
        return previous.get().isEmpty();
    }

    List<Lack> lacks() {
        List<Lack> lacks = new ArrayList<>();
        add(lacks, Lack.STUDY, study.get().isBlank());
        add(lacks, Lack.TOO_LONG, isTooLong());
        add(lacks, Lack.MILESTONE, milestone.get() == null || milestone.get().isBlank());
        add(lacks, Lack.FOLDER, path().isEmpty());
        add(lacks, Lack.PASSPHRASE, passphrase.get().isEmpty());
        add(
                lacks,
                Lack.AGAIN,
                isFirst() && !passphrase.get().isEmpty() && !again.get().equals(passphrase.get()));
        return lacks;
    }

    private boolean isTooLong() {
        return study.get().strip().length() > ID
                || registry.get().strip().length() > ID
                || List.of(studyTitle, sponsor, title, milestone).stream()
                        .anyMatch(
                                text -> text.get() != null && text.get().strip().length() > NAME);
    }

    private static void add(List<Lack> lacks, Lack lack, boolean lacking) {
        if (lacking) {
            lacks.add(lack);
        }
    }

    private Optional<Path> path() {
        try {
            return folder.get().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(folder.get().strip()).toAbsolutePath());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What is to be done; only when nothing is lacking. */
    SealOrder order(List<SealItem> items) {
        return new SealOrder(
                path().orElseThrow(),
                Optional.of(network.get()),
                new Study(study.get().strip(), text(registry), text(sponsor), text(studyTitle)),
                milestone.get().strip(),
                title.get().strip(),
                previous.get().map(SealRegister.Known::folder),
                OptionalLong.empty(),
                List.of(),
                retain.get(),
                anchor.get(),
                items);
    }

    private static Optional<String> text(StringProperty property) {
        String text = property.get().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Forgets what was typed as passphrase. */
    void forgetPassphrase() {
        passphrase.set("");
        again.set("");
    }
}
