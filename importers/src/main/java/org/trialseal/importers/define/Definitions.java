package org.trialseal.importers.define;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.digest.Sha256;
import org.trialseal.core.record.PlanWarning;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;

/** Collects definitions in the order of a file, and brings references and definitions together at its end. */
final class Definitions {
    /** Most datasets. */
    static final int MAX_GROUPS = 10_000;

    /** Most variables and value-level items. */
    static final int MAX_ITEMS = 500_000;

    /** Most references from datasets to variables. */
    static final int MAX_REFERENCES = 1_000_000;

    /** Most characters of all that is kept. */
    static final int MAX_KEPT = 1 << 26;

    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,9}");

    private final String file;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, Definition> items = new HashMap<>();
    private final Set<String> groupOids = new HashSet<>();
    private @Nullable Group group;
    private @Nullable Definition item;
    private @Nullable String version;
    private long kept;
    private int references;
    private long valueLists;
    private long whereClauses;

    private record Reference(int line, String item, Optional<String> keySequence, Optional<String> mandatory) {}

    private static final class Definition {
        private final String name;
        private final Map<String, String> facts = new TreeMap<>();
        private boolean english;

        Definition(String name) {
            this.name = name;
        }
    }

    private static final class Group {
        private final int line;
        private final String oid;
        private final Definition said;
        private final Optional<String> domain;
        private final Optional<String> structure;
        private final Optional<String> location;
        private final List<Reference> references = new ArrayList<>();
        private Optional<String> itemClass;
        private Optional<String> href = Optional.empty();

        Group(
                int line,
                String oid,
                String name,
                Optional<String> domain,
                Optional<String> structure,
                Optional<String> itemClass,
                Optional<String> location) {
            this.line = line;
            this.oid = oid;
            this.said = new Definition(name);
            this.domain = domain;
            this.structure = structure;
            this.itemClass = itemClass;
            this.location = location;
        }
    }

    /** The KeySequences of a dataset so far. */
    private static final class Keys {
        private final Set<Integer> taken = new HashSet<>();
        private boolean known = true;
    }

    Definitions(String file) {
        this.file = file;
    }

    private String keep(String text) throws MalformedException {
        kept += text.length();
        if (kept > MAX_KEPT) {
            throw DataFault.DEFINE_LONG.in(file, MAX_KEPT >> 20);
        }
        return text;
    }

    private Optional<String> keep(Optional<String> text) throws MalformedException {
        if (text.isPresent()) {
            keep(text.get());
        }
        return text;
    }

    private String require(int line, Optional<String> value, String what) throws MalformedException {
        if (value.isEmpty() || value.get().isBlank()) {
            throw DataFault.DEFINE_LACKS.in(file, line, what);
        }
        return keep(value.get());
    }

    void version(int line, Optional<String> stated) throws MalformedException {
        if (version != null) {
            throw DataFault.DEFINE_VERSIONS.in(file, line);
        }
        version = stated.orElse("2");
    }

    void group(
            int line,
            Optional<String> oid,
            Optional<String> name,
            Optional<String> domain,
            Optional<String> structure,
            Optional<String> itemClass,
            Optional<String> location)
            throws MalformedException {
        Group next = new Group(
                line,
                require(line, oid, "OID"),
                require(line, name, "Name"),
                keep(domain),
                keep(structure),
                keep(itemClass),
                keep(location));
        if (!groupOids.add(next.oid)) {
            throw DataFault.DEFINE_GROUP_TWICE.in(file, line);
        }
        groups.add(next);
        if (groups.size() > MAX_GROUPS) {
            throw DataFault.DEFINE_GROUPS.in(file, line, MAX_GROUPS);
        }
        group = next;
    }

    void item(int line, Optional<String> oid, Optional<String> name) throws MalformedException {
        Definition next = new Definition(require(line, name, "Name"));
        if (items.put(require(line, oid, "OID"), next) != null) {
            throw DataFault.DEFINE_ITEM_TWICE.in(file, line);
        }
        if (items.size() > MAX_ITEMS) {
            throw DataFault.DEFINE_ITEMS.in(file, line, MAX_ITEMS);
        }
        item = next;
    }

    void fact(String name, Optional<String> value) throws MalformedException {
        if (item != null && value.isPresent() && !value.get().isBlank()) {
            item.facts.put(name, keep(value.get()));
        }
    }

    void reference(int line, Optional<String> itemOid, Optional<String> keySequence, Optional<String> mandatory)
            throws MalformedException {
        if (group == null) {
            return;
        }
        String oid = require(line, itemOid, "ItemOID");
        group.references.add(new Reference(line, oid, keep(keySequence), keep(mandatory)));
        if (group.references.size() > Schema.MAX_COLUMNS || ++references > MAX_REFERENCES) {
            throw DataFault.DEFINE_COLUMNS.in(file, line);
        }
    }

    /** A label: an English one, or one without a language, wins over others, else the first. */
    void label(String text, @Nullable String language) throws MalformedException {
        Definition owner = item != null ? item : group != null ? group.said : null;
        boolean english = language == null || language.startsWith("en");
        if (owner != null && !text.isEmpty() && (!owner.facts.containsKey(Item.LABEL) || english && !owner.english)) {
            owner.facts.put(Item.LABEL, keep(text));
            owner.english = english;
        }
    }

    void itemClass(Optional<String> name) throws MalformedException {
        if (group != null && group.itemClass.isEmpty()) {
            group.itemClass = keep(name);
        }
    }

    void leaf(Optional<String> id, Optional<String> href) throws MalformedException {
        if (group != null && (group.href.isEmpty() || group.location.isPresent() && group.location.equals(id))) {
            group.href = keep(href);
        }
    }

    /** A list of values, each with a definition of its own. */
    void valueList() {
        valueLists++;
    }

    /** A condition that says which values one of those definitions is about. */
    void whereClause() {
        whereClauses++;
    }

    /** The ItemGroupDef or ItemDef ends. */
    void close() {
        group = null;
        item = null;
    }

    DefineXml finish(Sha256 digest) throws MalformedException {
        if (version == null) {
            throw DataFault.DEFINE_NO_VERSION.in(file);
        }
        return new DefineXml(
                file,
                digest,
                version,
                groups.stream().map(this::finish).toList(),
                new DefineXml.ValueLevel(valueLists, whereClauses));
    }

    private ItemGroup finish(Group from) {
        List<Item> found = new ArrayList<>();
        List<Phrase> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Keys keys = new Keys();
        for (Reference reference : from.references) {
            Definition definition = items.get(reference.item);
            if (definition == null) {
                problems.add(problem(from, reference, PlanWarning.DEFINED_STRANGER));
                keys.known &= reference.keySequence.isEmpty();
            } else if (!names.add(definition.name)) {
                problems.add(problem(from, reference, PlanWarning.DEFINED_TWICE, definition.name));
            } else {
                found.add(item(from, reference, definition, keys, problems));
            }
        }
        if (!keys.known) {
            problems.add(Phrase.of(PlanWarning.DEFINED_KEYS_UNUSED, file, from.line, from.said.name));
        }
        return new ItemGroup(from.oid, from.said.name, from.line, about(from), found, keys.known, problems);
    }

    private static ItemGroup.About about(Group from) {
        return new ItemGroup.About(
                from.domain,
                Optional.ofNullable(from.said.facts.get(Item.LABEL)),
                from.structure,
                from.itemClass,
                from.href);
    }

    private Phrase problem(Group from, Reference reference, PlanWarning what, Object... values) {
        return Phrase.of(PlanWarning.DEFINED, file, reference.line, from.said.name, Phrase.of(what, values));
    }

    private Item item(Group from, Reference reference, Definition definition, Keys keys, List<Phrase> problems) {
        OptionalInt sequence = OptionalInt.empty();
        if (reference.keySequence.isPresent()) {
            boolean isNumber = SEQUENCE.matcher(reference.keySequence.get()).matches();
            if (isNumber && keys.taken.add(Integer.parseInt(reference.keySequence.get()))) {
                sequence = OptionalInt.of(Integer.parseInt(reference.keySequence.get()));
            } else {
                keys.known = false;
                PlanWarning what = isNumber ? PlanWarning.DEFINED_SEQUENCE_TWICE : PlanWarning.DEFINED_SEQUENCE;
                problems.add(problem(from, reference, what, definition.name));
            }
        }
        Map<String, String> facts = new TreeMap<>(definition.facts);
        reference.mandatory.ifPresent(mandatory -> facts.put(Item.MANDATORY, mandatory));
        return new Item(definition.name, reference.line, sequence, new TreeMap<>(facts));
    }
}
