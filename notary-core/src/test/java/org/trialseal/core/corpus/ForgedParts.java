package org.trialseal.core.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trialseal.core.testing.SpecPackage;
import org.trialseal.core.testing.SpecStudy;

/** What vectors of forged parts begin with: an honest package of two datasets, and ways to edit its parts. */
abstract class ForgedParts {
    final SpecStudy study = SpecStudy.sample();
    final List<Vector> vectors = new ArrayList<>();

    abstract List<Vector> all();

    final SpecPackage honest() {
        return study.show(new TreeMap<>(Map.of(
                SpecStudy.LB, study.dataset(SpecStudy.LB).everything(3),
                SpecStudy.TA, study.dataset(SpecStudy.TA).everything(2))));
    }

    final void add(String name, String description, SpecPackage made) {
        vectors.add(Vector.practice("parts-" + name, description, made));
    }

    static SpecPackage edit(SpecPackage made, String part, String from, String to) {
        String text = new String(made.get(part), StandardCharsets.UTF_8);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new AssertionError("nothing to edit: " + from);
        }
        String edited = text.substring(0, at) + to + text.substring(at + from.length());
        return made.put(part, edited.getBytes(StandardCharsets.UTF_8));
    }

    final void addEdit(String name, String description, String part, String from, String to) {
        add(name, description, edit(honest(), part, from, to));
    }
}
