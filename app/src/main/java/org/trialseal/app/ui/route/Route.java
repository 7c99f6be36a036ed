package org.trialseal.app.ui.route;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A place in the desktop, with what is to be shown there. Routes are values: the window keeps them to go back. */
public sealed interface Route {
    /** The door behind which it lies. */
    Door door();

    /** The first screen. */
    record Home() implements Route {
        @Override
        public Door door() {
            return Door.HOME;
        }
    }

    /**
     * Sealing.
     *
     * @param files what to begin with
     */
    record Seal(List<Path> files) implements Route {
        public Seal {
            files = List.copyOf(files);
        }

        @Override
        public Door door() {
            return Door.SEAL;
        }
    }

    /**
     * Verifying.
     *
     * @param file a package or a timestamp; none asks for one
     */
    record Verify(Optional<Path> file) implements Route {
        @Override
        public Door door() {
            return Door.VERIFY;
        }
    }

    /**
     * The way from a record to the block, drawn.
     *
     * @param file a package
     */
    record ProofPicture(Path file) implements Route {
        @Override
        public Door door() {
            return Door.VERIFY;
        }
    }

    /**
     * All studies.
     *
     * @param added an evidence folder to be kept from now on
     */
    record Studies(Optional<Path> added) implements Route {
        /** As they are. */
        public Studies() {
            this(Optional.empty());
        }

        @Override
        public Door door() {
            return Door.STUDIES;
        }
    }

    /**
     * Comparing later files with a seal.
     *
     * @param seal an evidence folder or a package; none asks for one
     * @param later the later files
     */
    record Compare(Optional<Path> seal, List<Path> later) implements Route {
        public Compare {
            later = List.copyOf(later);
        }

        @Override
        public Door door() {
            return Door.STUDIES;
        }
    }

    /**
     * Making a proof package.
     *
     * @param folder an evidence folder
     */
    record Prove(Path folder) implements Route {
        @Override
        public Door door() {
            return Door.STUDIES;
        }
    }

    /** Settings. */
    record Settings() implements Route {
        @Override
        public Door door() {
            return Door.SETTINGS;
        }
    }

    /** Where a door leads when nothing is open behind it. */
    static Route behind(Door door) {
        switch (door) {
            case SEAL:
                return new Seal(List.of());
            case VERIFY:
                return new Verify(Optional.empty());
            case STUDIES:
                return new Studies();
            case SETTINGS:
                return new Settings();
            default:
                return new Home();
        }
    }
}
