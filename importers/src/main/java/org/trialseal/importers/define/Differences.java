package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.core.record.Schema;

/** In what a definition differs from the columns of a data file, and from what the file says of them. */
final class Differences {
    /** How many columns are named of those that differ alike. */
    private static final int NAMED = 5;

    /** Longest label of a SAS transport file, version 5: longer ones are cut off there. */
    private static final int SHORT_LABEL = 40;

    private static final Set<String> NUMBERS = Set.of("integer", "float", "double", "decimal", "numeric", "int");
    private static final Set<String> INTEGERS = Set.of("integer", "int");
    private static final Set<String> TIMES = Set.of("date", "datetime", "time");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final Schema schema;
    private final Columns columns;
    private final ItemGroup group;
    private final Map<String, Item> items;

    /** @param items the definition of each column that has one */
    Differences(Schema schema, Columns columns, ItemGroup group, Map<String, Item> items) {
        this.schema = schema;
        this.columns = columns;
        this.group = group;
        this.items = items;
    }

    /** One sentence for each kind of difference from a data file; none when all agree. */
    List<Phrase> from(String file) {
        List<Phrase> found = new ArrayList<>();
        Stream<String> undefined = schema.names().stream().filter(name -> !items.containsKey(name));
        Stream<String> absent = group.items().stream()
                .map(Item::name)
                .filter(name -> columns.of(name).isEmpty());
        add(found, PlanWarning.UNDEFINED, file, undefined.map(Differences::column));
        add(found, PlanWarning.ABSENT, file, absent.map(Differences::column));
        add(found, PlanWarning.OTHER_LABELS, file, different(Item.LABEL));
        add(found, PlanWarning.OTHER_TYPES, file, different(Item.DATA_TYPE));
        add(found, PlanWarning.OTHER_LENGTHS, file, different(Item.LENGTH));
        return found;
    }

    private static Phrase column(String name) {
        return Phrase.of(PlanWarning.COLUMN, name);
    }

    private static void add(List<Phrase> found, PlanWarning what, String file, Stream<Phrase> columns) {
        List<Phrase> all = columns.toList();
        int more = all.size() - NAMED;
        all.stream()
                .limit(NAMED)
                .reduce((list, next) -> Phrase.of(PlanWarning.LIST, list, next))
                .map(list -> more > 0 ? Phrase.of(PlanWarning.MORE, list, more) : list)
                .ifPresent(list -> found.add(Phrase.of(what, file, list)));
    }

    private Stream<Phrase> different(String fact) {
        return schema.columns().stream()
                .flatMap(column ->
                        Optional.ofNullable(items.get(column.name()))
                                .flatMap(item -> different(fact, column, item))
                                .stream());
    }

    private static Optional<Phrase> different(String fact, Column column, Item item) {
        Optional<String> own = Description.own(column, fact);
        Optional<String> said = Optional.ofNullable(item.facts().get(fact));
        boolean readable = !fact.equals(Item.LABEL) || !column.attributes().containsKey("labelBytes");
        if (own.isEmpty() || said.isEmpty() || !readable || agree(fact, own.get(), said.get(), column, item)) {
            return Optional.empty();
        }
        return Optional.of(Phrase.of(PlanWarning.COLUMN_OTHERWISE, column.name(), own.get(), said.get()));
    }

    private static boolean agree(String fact, String own, String said, Column column, Item item) {
        switch (fact) {
            case Item.LABEL:
                return agreeLabels(own, said);
            case Item.DATA_TYPE:
                return agreeTypes(own, said);
            default:
                return agreeLengths(own, said, column, item);
        }
    }

    private static boolean agreeLabels(String own, String said) {
        String label = own.strip();
        return label.equals(said) || label.length() == SHORT_LABEL && said.startsWith(label);
    }

    /** The file's word may be a coarser one: a SAS number is an integer, a float, or a date by its format. */
    private static boolean agreeTypes(String own, String said) {
        boolean number = NUMBERS.contains(said);
        if (NUMBERS.contains(own) != number) {
            return false;
        }
        boolean coarse = own.equals("numeric") || own.equals("character") || own.equals("string");
        if (coarse) {
            return true;
        }
        return number
                ? INTEGERS.contains(own) == INTEGERS.contains(said)
                : !TIMES.contains(own) || !TIMES.contains(said) || own.equals(said);
    }

    /** Lengths count characters only where both sides say that there are characters. */
    private static boolean agreeLengths(String own, String said, Column column, Item item) {
        boolean numeric =
                NUMBERS.contains(Description.own(column, Item.DATA_TYPE).orElse(""))
                        || NUMBERS.contains(item.facts().getOrDefault(Item.DATA_TYPE, ""));
        boolean comparable =
                DIGITS.matcher(own).matches() && DIGITS.matcher(said).matches();
        return numeric || !comparable || Integer.parseInt(own) == Integer.parseInt(said);
    }
}
