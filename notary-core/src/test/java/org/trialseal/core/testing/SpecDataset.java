package org.trialseal.core.testing;

import static org.trialseal.core.testing.SpecHash.ascii;
import static org.trialseal.core.testing.SpecHash.cat;
import static org.trialseal.core.testing.SpecHash.cell;
import static org.trialseal.core.testing.SpecHash.h;
import static org.trialseal.core.testing.SpecHash.u32;
import static org.trialseal.core.testing.SpecHash.u64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.json.JsonObject;
import org.trialseal.core.json.JsonValue;
import org.trialseal.core.record.Cell;
import org.trialseal.core.record.ImportSettings;
import org.trialseal.core.record.Schema;

/** A dataset sealed by the words of docs/proof-format.md, with everything at hand that can be shown of it. */
public final class SpecDataset implements SpecArtifact {
    /** One group. */
    public static final class Group {
        public final Cell subject;
        public final byte[] key;
        public final byte[] tag;
        public final List<Integer> positions = new ArrayList<>();
        public final List<byte[]> leaves = new ArrayList<>();

        Group(Cell subject, byte[] key, byte[] tag) {
            this.subject = subject;
            this.key = key;
            this.tag = tag;
        }

        public byte[] body() {
            return SpecHash.body(key, leaves.size(), SpecHash.root(leaves));
        }
    }

    public final String name;
    public final List<String> columns;
    public final boolean grouped;
    public final List<List<Cell>> rows;
    public final int artifact;
    public final byte[] tagKey;
    public final byte[] salt;
    public final byte[] schemaSalt;
    public final byte[] settingsSalt;
    private JsonObject schema;
    private @Nullable JsonObject settings;
    /** By ascending tag. */
    public final List<Group> groups;

    /** The subject column is the first one when {@code grouped}. */
    public SpecDataset(
            int artifact,
            String name,
            List<String> columns,
            boolean grouped,
            List<List<Cell>> rows,
            byte[] nonce,
            Random random) {
        this.artifact = artifact;
        this.name = name;
        this.columns = columns;
        this.grouped = grouped;
        this.rows = rows;
        this.tagKey = bytes(random, 32);
        this.salt = bytes(random, 16);
        this.schemaSalt = bytes(random, 16);
        this.settingsSalt = bytes(random, 16);
        this.schema = Schema.ofNames(columns).toJson();
        this.groups = group(nonce, random);
    }

    static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private List<Group> group(byte[] nonce, Random random) {
        Map<Cell, Group> bySubject = new LinkedHashMap<>();
        for (int position = 0; position < rows.size(); position++) {
            Cell subject = grouped ? rows.get(position).get(0) : Cell.missing("");
            Group group = bySubject.computeIfAbsent(
                    subject, s -> new Group(s, SpecHash.groupKey(bytes(random, 32), nonce, artifact), tag(s)));
            List<byte[]> commitments = commitments(group.key, group.leaves.size(), position);
            group.positions.add(position);
            group.leaves.add(SpecHash.recordLeaf(commitments));
        }
        List<Group> sorted = new ArrayList<>(bySubject.values());
        sorted.sort(Comparator.comparing(group -> group.tag, Arrays::compareUnsigned));
        return sorted;
    }

    public byte[] tag(Cell subject) {
        return SpecHash.hmac(tagKey, grouped ? cell(subject) : cat(0, u32(0)));
    }

    public List<byte[]> commitments(byte[] key, int index, int position) {
        List<byte[]> commitments = new ArrayList<>();
        commitments.add(SpecHash.commitment(SpecHash.salt(key, index, 0), 0, SpecHash.positionCell(position)));
        for (int j = 1; j <= columns.size(); j++) {
            byte[] value = cell(rows.get(position).get(j - 1));
            commitments.add(SpecHash.commitment(SpecHash.salt(key, index, j), j, value));
        }
        return commitments;
    }

    /** Leaf data of the dataset's tree. */
    public List<byte[]> entries() {
        return groups.stream().map(group -> cat(0x15, group.tag, group.body())).toList();
    }

    public byte[] root() {
        return SpecHash.root(entries());
    }

    public JsonObject schema() {
        return schema;
    }

    /** The same with another sealed schema. */
    public SpecDataset withSchema(JsonObject other) {
        schema = other;
        return this;
    }

    /** The same with other sealed settings. */
    public SpecDataset withSettings(JsonObject other) {
        settings = other;
        return this;
    }

    public JsonObject settings() {
        return settings != null ? settings : usualSettings();
    }

    private JsonObject usualSettings() {
        ImportSettings settings =
                new ImportSettings("csv", 1, new TreeMap<>(), java.util.Optional.empty(), List.of("VISIT"));
        return (grouped ? settings.withGrouping(java.util.Optional.of(columns.get(0)), List.of()) : settings).toJson();
    }

    @Override
    public int artifact() {
        return artifact;
    }

    /** What the entry says against the truth, by member. */
    public final Map<String, JsonValue> lies = new TreeMap<>();

    @Override
    public JsonObject entry() {
        TreeMap<String, JsonValue> members = new TreeMap<>(truth().members());
        members.putAll(lies);
        return new JsonObject(members);
    }

    private JsonObject truth() {
        return JsonObject.builder()
                .put("columns", columns.size())
                .put("grouping", grouped ? "subject" : "none")
                .put("groups", groups.size())
                .put("kind", "dataset")
                .put("name", name)
                .put("records", rows.size())
                .put("root", hex(root()))
                .put("salt", hex(salt))
                .put("schema", hex(h(0x17, 1, schemaSalt, schema().canonicalBytes())))
                .put("settings", hex(h(0x17, 2, settingsSalt, settings().canonicalBytes())))
                .put("source", 0)
                .put("tagKey", hex(h(0x16, tagKey)))
                .build();
    }

    @Override
    public List<JsonObject> openings() {
        return List.of(opening("schema", schemaSalt, schema()), opening("settings", settingsSalt, settings()));
    }

    private JsonObject opening(String kind, byte[] openingSalt, JsonObject content) {
        return JsonObject.builder()
                .put("artifact", artifact)
                .put("content", content)
                .put("kind", kind)
                .put("salt", hex(openingSalt))
                .build();
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Begins what is shown: magic, artifact, flags, tag key, entries and absent identifiers as the flags say. */
    public byte[] head(int flags, Cell... absent) {
        byte[] head = cat(ascii("trialseal/1 dataset\n"), u32(artifact), flags);
        if ((flags & 1) != 0) {
            head = cat(head, tagKey);
        }
        if ((flags & 2) != 0) {
            head = cat(head, u64(groups.size()));
            for (Group group : groups) {
                head = cat(head, group.tag, group.body());
            }
        }
        if ((flags & 4) != 0) {
            head = cat(head, u32(absent.length));
            for (Cell identifier : absent) {
                head = cat(head, cell(identifier));
            }
        }
        return head;
    }

    /** What stands before the records of a group. */
    public byte[] groupHead(int flags, int index) {
        Group group = groups.get(index);
        byte[] head = group.tag;
        if ((flags & 1) != 0 && grouped) {
            head = cat(head, cell(group.subject));
        }
        if ((flags & 2) == 0) {
            head = cat(head, u64(index), SpecHash.pathBytes(SpecHash.path(index, entries())));
        }
        return cat(head, u64(group.leaves.size()));
    }

    /** A group shown whole. */
    public byte[] whole(int flags, int index) {
        Group group = groups.get(index);
        byte[] out = cat(groupHead(flags, index), 1, group.key);
        for (int position : group.positions) {
            out = cat(out, row(position));
        }
        return out;
    }

    /** A record of a group shown whole. */
    public byte[] row(int position) {
        byte[] out = u64(position);
        for (Cell value : rows.get(position)) {
            out = cat(out, cell(value));
        }
        return out;
    }

    /** A group of which some records and columns (0 is the position) are shown. */
    public byte[] partial(int flags, int index, List<Integer> records, List<Integer> shownColumns) {
        Group group = groups.get(index);
        byte[] out = cat(groupHead(flags, index), 2, SpecHash.salt(group.key, -1, 0), u64(records.size()));
        for (int record : records) {
            out = cat(out, u64(record));
            if (records.size() < group.leaves.size()) {
                out = cat(out, SpecHash.pathBytes(SpecHash.path(record, group.leaves)));
            }
            out = cat(out, fields(group, record, shownColumns));
        }
        return out;
    }

    private byte[] fields(Group group, int record, List<Integer> shownColumns) {
        int position = group.positions.get(record);
        List<byte[]> commitments = commitments(group.key, record, position);
        int width = columns.size() <= 64 ? columns.size() + 1 : 64;
        byte[] out = {};
        for (int from = 0; from <= columns.size(); from += width) {
            int to = Math.min(from + width, columns.size() + 1);
            int first = from;
            if (columns.size() > 64 && shownColumns.stream().noneMatch(j -> j >= first && j < to)) {
                out = cat(out, 0, SpecHash.run(commitments, from));
                continue;
            }
            out = cat(out, 1);
            for (int j = from; j < to; j++) {
                byte[] value = j == 0
                        ? SpecHash.positionCell(position)
                        : cell(rows.get(position).get(j - 1));
                out = shownColumns.contains(j)
                        ? cat(out, 1, SpecHash.salt(group.key, record, j), value)
                        : cat(out, 0, commitments.get(j));
            }
        }
        return out;
    }

    /** The whole dataset. */
    public byte[] everything(int flags) {
        byte[] out = cat(head(flags), u64(groups.size()));
        for (int index = 0; index < groups.size(); index++) {
            out = cat(out, whole(flags, index));
        }
        return out;
    }

    /** The index of a subject's group. */
    public int indexOf(Cell subject) {
        for (int index = 0; index < groups.size(); index++) {
            if (groups.get(index).subject.equals(subject)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no such subject");
    }
}
