package org.trialseal.importers.define;

import java.util.List;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.Sha256;

/**
 * What a Define-XML says, as far as it is used.
 *
 * @param file its name without folders
 * @param digest of its bytes
 * @param version such as {@code 2.1.0}
 * @param groups the datasets in the order of the file
 * @param unused how much of it says something of some values of a variable only, and is not used
 */
public record DefineXml(String file, Sha256 digest, String version, List<ItemGroup> groups, ValueLevel unused) {
    public DefineXml {
        groups = List.copyOf(groups);
    }

    /**
     * Value-level metadata.
     *
     * @param lists number of {@code def:ValueListDef}
     * @param conditions number of {@code def:WhereClauseDef}
     */
    public record ValueLevel(long lists, long conditions) {
        /** Whether there is none. */
        public boolean isNone() {
            return lists == 0 && conditions == 0;
        }
    }

    /** How many datasets it describes. */
    public int datasets() {
        return groups.size();
    }

    /** The names of the datasets. */
    public List<String> names() {
        return groups.stream().map(ItemGroup::name).toList();
    }

    /** What cannot be used of it, each with file and line. */
    public List<Phrase> problems() {
        return groups.stream().flatMap(group -> group.problems().stream()).toList();
    }
}
