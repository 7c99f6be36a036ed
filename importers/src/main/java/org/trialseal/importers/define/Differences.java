package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trialseal.core.record.Column;
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

    /** One sentence for each kind of difference; none when all agree. */
    List<String> words(String file) {
        List<String> words = new ArrayList<>();
        List<String> undefined =
                schema.names().stream().filter(name -> !items.containsKey(name)).toList();
        List<String> absent = group.items().stream()
                .filter(item -> columns.of(item.name()).isEmpty())
                .map(Item::name)
                .toList();
        add(words, undefined, "does not define columns that " + file + " has: ");
        add(words, absent, "defines variables that " + file + " does not have: ");
        String wins = " (what " + file + " says counts): ";
        add(words, different(Item.LABEL), "has other labels" + wins);
        add(words, different(Item.DATA_TYPE), "has other types" + wins);
        add(words, different(Item.LENGTH), "has other lengths" + wins);
        return words;
    }

    private static void add(List<String> words, List<String> columns, String sentence) {
        if (!columns.isEmpty()) {
            int more = columns.size() - NAMED;
            words.add(sentence
                    + String.join(", ", columns.subList(0, Math.min(NAMED, columns.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
    }

    private List<String> different(String fact) {
        List<String> names = new ArrayList<>();
        for (Column column : schema.columns()) {
            Item item = items.get(column.name());
            if (item != null) {
                different(fact, column, item).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<String> different(String fact, Column column, Item item) {
        Optional<String> own = Description.own(column, fact);
        Optional<String> said = Optional.ofNullable(item.facts().get(fact));
        boolean readable = !fact.equals(Item.LABEL) || !column.attributes().containsKey("labelBytes");
        if (own.isEmpty() || said.isEmpty() || !readable || agree(fact, own.get(), said.get(), column, item)) {
            return Optional.empty();
        }
        return Optional.of(column.name() + " (" + own.get() + ", not " + said.get() + ")");
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
