package org.trialseal.importers.odm;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.trialseal.importers.odm.Context.Kind;

/** Which data element may stand in which. REDCap leaves out the event where a study has none. */
final class Nesting {
    private static final Map<Kind, Set<Kind>> INNER = Map.of(
            Kind.CLINICAL_DATA, EnumSet.of(Kind.SUBJECT),
            Kind.REFERENCE_DATA, EnumSet.of(Kind.ITEM_GROUP),
            Kind.SUBJECT, EnumSet.of(Kind.EVENT, Kind.FORM),
            Kind.EVENT, EnumSet.of(Kind.FORM, Kind.ITEM_GROUP),
            Kind.FORM, EnumSet.of(Kind.ITEM_GROUP),
            Kind.ITEM_GROUP, EnumSet.of(Kind.ITEM_GROUP, Kind.ITEM),
            Kind.ITEM, EnumSet.noneOf(Kind.class));

    private Nesting() {}

    /** Whether {@code inner} may stand in {@code outer}; null is the world around. */
    static boolean allows(@Nullable Kind outer, Kind inner) {
        return outer == null
                ? inner == Kind.CLINICAL_DATA || inner == Kind.REFERENCE_DATA
                : INNER.getOrDefault(outer, Set.of()).contains(inner);
    }
}
