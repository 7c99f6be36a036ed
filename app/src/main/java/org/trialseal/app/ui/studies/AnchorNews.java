package org.trialseal.app.ui.studies;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.trialseal.app.work.AnchorWatch.Round;

/** What the asking for pending proofs last came to. Changes on the interface thread. */
public final class AnchorNews {
    private final ReadOnlyObjectWrapper<Optional<Round>> last = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A round has ended. */
    public void tell(Round round) {
        last.set(Optional.of(round));
    }

    ReadOnlyObjectProperty<Optional<Round>> lastProperty() {
        return last.getReadOnlyProperty();
    }
}
