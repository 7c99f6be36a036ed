package org.trialseal.importers.datasetjson;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.trialseal.core.digest.MalformedException;
import org.trialseal.core.digest.Phrase;
import org.trialseal.core.record.Column;
import org.trialseal.core.record.Schema;
import org.trialseal.importers.fault.DataFault;
import org.trialseal.importers.fault.Part;

/** Reads the attributes of a dataset, in whatever order they stand, without its rows. */
final class MetadataParser {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 32_767;
    private static final Pattern VERSION = Pattern.compile("1\\.1(\\.(0|[1-9][0-9]{0,8}))?");
    private static final String KEY_SEQUENCE = "keySequence";

    private final String file;
    private @Nullable String name;
    private @Nullable String version;
    private @Nullable List<Keyed> columns;
    private OptionalLong records = OptionalLong.empty();

    private record Keyed(Column column, int sequence) {}

    private MetadataParser(String file) {
        this.file = file;
    }

    /**
     * Reads the attributes that stand in front of the rows.
     *
     * @param json an object
     * @return empty when name, version or columns stand behind the rows
     */
    static Optional<Metadata> parseFirst(String file, byte[] json) throws MalformedException {
        MetadataParser parser = new MetadataParser(file);
        parser.read(json);
        boolean complete = parser.name != null && parser.version != null && parser.columns != null;
        return complete ? Optional.of(parser.metadata()) : Optional.empty();
    }

    /** Reads all attributes. */
    static Metadata parse(String file, byte[] json) throws MalformedException {
        MetadataParser parser = new MetadataParser(file);
        parser.read(json);
        Metadata metadata = parser.metadata();
        if (metadata.records().isEmpty()) {
            throw DataFault.RECORDS_MISSING.in(file);
        }
        return metadata;
    }

    private void read(byte[] json) throws MalformedException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNameLength(MAX_NAME)
                        .maxStringLength(json.length)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        if (!StrictUtf8.isValid(json, 0, json.length)) {
            throw DataFault.ATTRIBUTES_UTF_8.in(file);
        }
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String attribute = parser.currentName();
                parser.nextToken();
                attribute(parser, attribute);
            }
        } catch (StreamConstraintsException e) {
            throw DataFault.ATTRIBUTES_DEEP.in(file, MAX_DEPTH);
        } catch (JacksonException e) {
            throw json(e);
        } catch (IOException e) {
            throw DataFault.ATTRIBUTES_UNREAD.in(file);
        }
    }

    private MalformedException json(JacksonException e) {
        return e.getLocation() == null
                ? DataFault.ATTRIBUTES_JSON.in(file)
                : DataFault.ATTRIBUTES_JSON_LINE.in(file, e.getLocation().getLineNr());
    }

    private void attribute(JsonParser parser, String attribute) throws IOException, MalformedException {
        switch (attribute) {
            case "name":
                name = string(parser, Part.ATTRIBUTE.of(attribute));
                break;
            case "datasetJSONVersion":
                version = string(parser, Part.ATTRIBUTE.of(attribute));
                break;
            case "records":
                records = OptionalLong.of(count(parser));
                break;
            case "columns":
                columns = columns(parser);
                break;
            default:
                parser.skipChildren();
                break;
        }
    }

    private String string(JsonParser parser, Phrase attribute) throws IOException, MalformedException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw DataFault.ATTRIBUTE_NO_TEXT.in(file, attribute);
        }
        return parser.getText();
    }

    private long count(JsonParser parser) throws IOException, MalformedException {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() < 0) {
            throw DataFault.RECORDS_NO_NUMBER.in(file);
        }
        return parser.getLongValue();
    }

    private List<Keyed> columns(JsonParser parser) throws IOException, MalformedException {
        requireToken(parser, JsonToken.START_ARRAY);
        List<Keyed> found = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            requireToken(parser, JsonToken.START_OBJECT);
            if (found.size() == Schema.MAX_COLUMNS) {
                throw DataFault.COLUMNS_MANY.in(file, Schema.MAX_COLUMNS);
            }
            found.add(column(parser, found.size() + 1));
        }
        return found;
    }

    private void requireToken(JsonParser parser, JsonToken wanted) throws MalformedException {
        if (parser.currentToken() != wanted) {
            throw DataFault.COLUMNS_NO_LIST.in(file);
        }
    }

    private Keyed column(JsonParser parser, int number) throws IOException, MalformedException {
        Map<String, String> attributes = new TreeMap<>();
        @Nullable String columnName = null;
        int sequence = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String attribute = parser.currentName();
            parser.nextToken();
            if (attribute.equals("name")) {
                columnName = string(parser, Part.COLUMN_NAME.of(number));
            } else {
                sequence = attribute.equals(KEY_SEQUENCE) ? sequence(parser, number) : sequence;
                attributes.put(attribute, text(parser));
            }
        }
        if (columnName == null || columnName.isEmpty()) {
            throw DataFault.COLUMN_NO_NAME.in(file, number);
        }
        return new Keyed(Column.of(columnName, attributes), sequence);
    }

    private int sequence(JsonParser parser, int number) throws IOException, MalformedException {
        boolean isInt = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT;
        if (!isInt || parser.getIntValue() < 1) {
            throw DataFault.COLUMN_SEQUENCE.in(file, number);
        }
        return parser.getIntValue();
    }

    /** The characters of a text; other values by their JSON. */
    private static String text(JsonParser parser) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            return parser.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private Metadata metadata() throws MalformedException {
        if (version != null && !VERSION.matcher(version).matches()) {
            throw DataFault.JSON_VERSION.in(file);
        }
        if (version == null || name == null || columns == null) {
            throw DataFault.ATTRIBUTE_MISSING.in(
                    file, version == null ? "datasetJSONVersion" : name == null ? "name" : "columns");
        }
        return new Metadata(name, schema(columns), keys(columns), records);
    }

    private Schema schema(List<Keyed> all) throws MalformedException {
        Set<String> names = new HashSet<>();
        for (Keyed keyed : all) {
            if (!names.add(keyed.column().name())) {
                throw DataFault.COLUMN_TWICE.in(file, names.size() + 1);
            }
        }
        if (all.isEmpty()) {
            throw DataFault.COLUMNS_NONE.in(file);
        }
        return new Schema(all.stream().map(Keyed::column).toList());
    }

    private static List<String> keys(List<Keyed> all) {
        return all.stream()
                .filter(keyed -> keyed.sequence() > 0)
                .sorted(Comparator.comparingInt(Keyed::sequence))
                .map(keyed -> keyed.column().name())
                .toList();
    }
}
