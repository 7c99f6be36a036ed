package org.trialseal.app.work.input;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.evidence.SealItem;
import org.trialseal.core.record.Described;
import org.trialseal.core.record.FilePlan;
import org.trialseal.core.record.FilePlan.DatasetPlan;
import org.trialseal.core.seal.LogOrder;
import org.trialseal.importers.define.DefineXml;

/** The JSON document of {@code plan}: written from what was understood, read back after somebody edited it. */
public final class PlanFile {
    private static final String DOCUMENT = "document";
    private static final int MAX_DEPTH = 16;

    private final List<PlannedFile> files;

    private PlanFile(List<PlannedFile> files) {
        this.files = files;
    }

    /** One dataset of a plan. */
    public record PlannedDataset(
            String name, List<String> columns, Optional<String> subject, List<String> keys, Optional<LogOrder> log) {}

    /** One file of a plan. */
    public record PlannedFile(
            String file, String importer, Map<String, String> settings, List<PlannedDataset> datasets) {
        public boolean isDocument() {
            return importer.equals(DOCUMENT);
        }

        /** Those of its datasets that are event logs. */
        public Map<String, LogOrder> logs() {
            Map<String, LogOrder> logs = new LinkedHashMap<>();
            datasets.forEach(dataset -> dataset.log().ifPresent(order -> logs.put(dataset.name(), order)));
            return logs;
        }

        /** The file's plan with the names, subjects and keys that stand here. */
        FilePlan apply(FilePlan plan) throws RefusedException {
            if (datasets.size() != plan.datasets().size()) {
                throw mismatch();
            }
            List<DatasetPlan> edited = new ArrayList<>();
            for (int i = 0; i < datasets.size(); i++) {
                edited.add(apply(datasets.get(i), plan.datasets().get(i)));
            }
            return plan.withDatasets(edited);
        }

        private DatasetPlan apply(PlannedDataset wanted, DatasetPlan found) throws RefusedException {
            List<String> names = found.schema().names();
            boolean known = names.containsAll(wanted.keys())
                    && wanted.subject().map(names::contains).orElse(true);
            if (!known || !wanted.columns().equals(names)) {
                throw mismatch();
            }
            return found.asked(wanted.name(), wanted.subject(), wanted.keys());
        }

        private RefusedException mismatch() {
            return new RefusedException(Code.PLAN_OUTDATED, file);
        }
    }

    /** The file of this name in the plan. */
    public Optional<PlannedFile> file(String name) {
        return files.stream().filter(file -> file.file().equals(name)).findFirst();
    }

    /** Writes {@code "files": [...]}. */
    public static void write(JsonGenerator json, Inputs.Understood understood) throws IOException {
        json.writeArrayFieldStart("files");
        for (SealItem item : understood.items()) {
            json.writeStartObject();
            json.writeStringField("file", item.file().name());
            if (item instanceof SealItem.DataItem data) {
                write(json, data);
            } else {
                Optional<DefineXml> define = understood.defines().of(item);
                json.writeStringField("importer", define.isPresent() ? Defines.ID : DOCUMENT);
                json.writeObjectFieldStart("settings");
                json.writeEndObject();
                if (define.isPresent()) {
                    writeStrings(json, "facts", Phrase.english(Defines.facts(define.get())));
                    writeStrings(json, "warnings", Phrase.english(define.get().problems()));
                }
                json.writeArrayFieldStart("datasets");
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, SealItem.DataItem data) throws IOException {
        FilePlan plan = data.plan();
        json.writeStringField("importer", plan.importer());
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> option :
                plan.datasets().get(0).settings().own().options().entrySet()) {
            json.writeStringField(option.getKey(), option.getValue());
        }
        json.writeEndObject();
        writeStrings(json, "facts", Phrase.english(plan.facts()));
        writeStrings(json, "reasons", Phrase.english(plan.reasons()));
        writeStrings(json, "warnings", Phrase.english(plan.warnings()));
        json.writeArrayFieldStart("datasets");
        for (DatasetPlan dataset : plan.datasets()) {
            json.writeStartObject();
            json.writeStringField("name", dataset.name());
            json.writeNumberField("records", dataset.records());
            writeStrings(json, "columns", dataset.schema().names());
            if (dataset.subject().isPresent()) {
                json.writeStringField("subject", dataset.subject().get());
            }
            writeStrings(json, "keys", dataset.settings().keys());
            json.writeStringField("keysFrom", dataset.keysFrom().word());
            writeDescribed(json, dataset.settings().options());
            writeKind(json, data.logs().get(dataset.name()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What a description gives; it is read from there again, whatever an edited plan says here. */
    private static void writeDescribed(JsonGenerator json, Map<String, String> options) throws IOException {
        Optional<String> file = Described.file(options);
        if (file.isPresent()) {
            json.writeObjectFieldStart("described");
            json.writeStringField("by", file.get());
            json.writeStringField("as", options.getOrDefault(Described.DATASET, ""));
            writeStrings(json, "gives", Described.gives(options));
            json.writeEndObject();
        }
    }

    private static void writeKind(JsonGenerator json, @Nullable LogOrder order) throws IOException {
        json.writeStringField("kind", order == null ? "dataset" : "log");
        if (order != null) {
            json.writeStringField(LogOrder.OPTION, order.word());
        }
    }

    private static void writeStrings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Reads an edited plan. */
    public static PlanFile read(Path path) throws IOException, MalformedException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(Files.readAllBytes(path))) {
            parser.nextToken();
            Map<?, ?> root = map(path, value(parser));
            List<PlannedFile> files = new ArrayList<>();
            for (Object file : list(path, root.get("files"))) {
                files.add(file(path, map(path, file)));
            }
            return new PlanFile(files);
        } catch (JacksonException e) {
            throw new MalformedException(path.toString(), "is not a plan: " + reason(e));
        }
    }

    private static String reason(JacksonException e) {
        return e.getLocation() == null
                ? "it is nested too deep, or a name or a number in it is too long"
                : "line " + e.getLocation().getLineNr() + " is not valid JSON";
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            Map<String, Object> members = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, Objects.requireNonNullElse(value(parser), ""));
            }
            return members;
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(Objects.requireNonNullElse(value(parser), ""));
            }
            return items;
        }
        return parser.getValueAsString();
    }

    private static PlannedFile file(Path path, Map<?, ?> json) throws MalformedException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Map.Entry<?, ?> option : map(path, json.get("settings")).entrySet()) {
            settings.put(text(path, option.getKey()), text(path, option.getValue()));
        }
        List<PlannedDataset> datasets = new ArrayList<>();
        for (Object dataset : list(path, json.get("datasets"))) {
            datasets.add(dataset(path, map(path, dataset)));
        }
        return new PlannedFile(text(path, json.get("file")), text(path, json.get("importer")), settings, datasets);
    }

    private static PlannedDataset dataset(Path path, Map<?, ?> json) throws MalformedException {
        Object subject = json.get("subject");
        return new PlannedDataset(
                text(path, json.get("name")),
                texts(path, json.get("columns")),
                subject == null ? Optional.empty() : Optional.of(text(path, subject)),
                texts(path, json.get("keys")),
                log(path, json));
    }

    private static Optional<LogOrder> log(Path path, Map<?, ?> json) throws MalformedException {
        Object kind = json.get("kind");
        if (kind == null || kind.equals("dataset")) {
            return Optional.empty();
        }
        Object order = json.get(LogOrder.OPTION);
        Optional<LogOrder> known =
                order == null ? Optional.of(LogOrder.OLDEST_FIRST) : LogOrder.ofWord(text(path, order));
        if (!kind.equals("log") || known.isEmpty()) {
            throw shape(path);
        }
        return known;
    }

    private static List<String> texts(Path path, @Nullable Object value) throws MalformedException {
        List<String> texts = new ArrayList<>();
        for (Object item : list(path, value)) {
            texts.add(text(path, item));
        }
        return texts;
    }

    private static String text(Path path, @Nullable Object value) throws MalformedException {
        if (value instanceof String text) {
            return text;
        }
        throw shape(path);
    }

    private static Map<?, ?> map(Path path, @Nullable Object value) throws MalformedException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw shape(path);
    }

    private static List<?> list(Path path, @Nullable Object value) throws MalformedException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw shape(path);
    }

    private static MalformedException shape(Path path) {
        return new MalformedException(path.toString(), "is not a plan as 'trialseal plan --json' prints it");
    }
}
