package org.trialseal.importers.odm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.record.Cell;
import org.trialseal.importers.fault.DataFault;

/**
 * Arranges the item groups of a REDCap project as its other exports do: a record for each subject, event, repeating
 * instrument and instance, with all items. The record id is the subject key; a file is represented by its name; the data
 * access group stands in all records of its subject, as in other exports.
 */
final class RedcapRecords implements RowSink {
    private static final String GROUP = "redcap_data_access_group";
    private static final String FILE_NAME = ":DocName";

    private final String file;
    private final Metadata metadata;
    private final Collected collected;
    private final List<Map<String, String>> pending = new ArrayList<>();
    private long length;

    RedcapRecords(String file, Metadata metadata, Collected collected) {
        this.file = file;
        this.metadata = metadata;
        this.collected = collected;
    }

    @Override
    public long row(TableKind kind, String table, Row row) throws IOException, MalformedException {
        switch (kind) {
            case ITEM_GROUP -> hold(row.values());
            case SUBJECTS -> flush(row.values().getOrDefault(TableKind.SUBJECT, ""));
            default -> {}
        }
        return 0;
    }

    private void hold(Map<String, String> values) throws MalformedException {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.endsWith(FILE_NAME)) {
                kept.put(name.substring(0, name.indexOf('@')), value);
            } else if (name.indexOf('@') < 0) {
                kept.put(name, value);
            }
        });
        for (Map.Entry<String, String> value : kept.entrySet()) {
            length += value.getKey().length() + value.getValue().length();
        }
        if (length > Cell.MAX_LENGTH) {
            throw DataFault.ODM_SUBJECT.in(file, Cell.MAX_LENGTH);
        }
        pending.add(kept);
    }

    private void flush(String subject) throws IOException, MalformedException {
        Map<List<String>, Map<String, String>> records = new LinkedHashMap<>();
        for (Map<String, String> group : pending) {
            Map<String, String> keys = keys(subject, group);
            TableKind.ITEM_GROUP.columns().forEach(group::remove);
            records.computeIfAbsent(List.copyOf(keys.values()), unused -> new LinkedHashMap<>(keys))
                    .putAll(without(group, keys));
        }
        pending.clear();
        length = 0;
        spreadGroup(records);
        for (Map<String, String> values : records.values()) {
            Row record = new Row();
            values.forEach(record::put);
            collected.row(TableKind.RECORDS, table(), record);
        }
    }

    private static Map<String, String> without(Map<String, String> group, Map<String, String> keys) {
        group.keySet().removeAll(keys.keySet());
        return group;
    }

    private static void spreadGroup(Map<List<String>, Map<String, String>> records) {
        records.values().stream()
                .filter(record -> record.containsKey(GROUP))
                .map(record -> record.get(GROUP))
                .findFirst()
                .ifPresent(group -> records.values().forEach(record -> record.put(GROUP, group)));
    }

    private Map<String, String> keys(String subject, Map<String, String> group) {
        RedcapDesign redcap = metadata.redcap();
        String event = redcap.event(group.getOrDefault("StudyEventOID", ""));
        String form = redcap.form(group.getOrDefault("FormOID", ""));
        Map<String, String> keys = new LinkedHashMap<>();
        for (String column : redcap.keyColumns()) {
            keys.put(column, "");
        }
        redcap.recordId().ifPresent(column -> keys.put(column, subject));
        keys.computeIfPresent(RedcapDesign.EVENT, (column, none) -> event);
        if (redcap.repeats(event, form)) {
            keys.put(RedcapDesign.INSTRUMENT, form);
            keys.put(RedcapDesign.INSTANCE, group.getOrDefault("FormRepeatKey", ""));
        } else if (redcap.repeats(event)) {
            keys.put(RedcapDesign.INSTANCE, group.getOrDefault("StudyEventRepeatKey", ""));
        }
        return keys;
    }

    private String table() {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
