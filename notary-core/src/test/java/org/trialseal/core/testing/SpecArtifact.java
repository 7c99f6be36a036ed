package org.trialseal.core.testing;

import java.util.List;
import org.trialseal.core.json.JsonObject;

/** Something sealed by the words of docs/proof-format.md. */
public interface SpecArtifact {
    /** Index of its entry. */
    int artifact();

    /** Its entry. */
    JsonObject entry();

    /** What can be opened of its commitments, in the order of {@code openings.json}. */
    List<JsonObject> openings();
}
