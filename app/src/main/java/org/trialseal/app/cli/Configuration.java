package org.trialseal.app.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trialseal.core.anchor.PublicCalendars;

/**
 * The settings in force: option before file before default. The file has one {@code name = value} a line.
 *
 * @param file where settings were looked for
 * @param fileFound whether it was there
 * @param values what is in force, by name
 */
record Configuration(Path file, boolean fileFound, Map<String, String> values) {
    static final String CALENDARS = "calendars";
    static final String ALLOWED = "calendars.allowed";
    static final String QUORUM = "calendars.quorum";
    static final String TIMEOUT = "calendars.timeout.seconds";
    static final String NODE_RPC = "node.rpc";
    static final String NODE_LOGIN = "node.rpc.login";
    static final String NODE_REST = "node.rest";
    static final String ELECTRUM = "electrum";
    static final String ESPLORA = "esplora";
    static final String HEADERS_TIMEOUT = "headers.timeout.seconds";
    static final String DATA = "folder.data";
    static final String STORES = "folder.studies";

    private static final Set<String> NAMES = Set.of(
            CALENDARS,
            ALLOWED,
            QUORUM,
            TIMEOUT,
            NODE_RPC,
            NODE_LOGIN,
            NODE_REST,
            ELECTRUM,
            ESPLORA,
            HEADERS_TIMEOUT,
            DATA,
            STORES);

    Configuration {
        values = new TreeMap<>(values);
    }

    static Configuration load(GlobalOptions options, Places places) throws IOException, CommandFailure {
        Path file = options.config().orElse(places.config().resolve("trialseal.properties"));
        Map<String, String> values = defaults(places);
        boolean found = Files.exists(file);
        if (options.config().isPresent() && !found) {
            throw new CommandFailure(ExitCode.NO_INPUT, file + ": there is no such configuration file");
        }
        if (found) {
            values.putAll(read(file));
        }
        values.putIfAbsent(
                STORES,
                Path.of(values.getOrDefault(DATA, "")).resolve("studies").toString());
        options.store().ifPresent(store -> values.put(STORES, store.toString()));
        return new Configuration(file, found, values);
    }

    private static Map<String, String> defaults(Places places) {
        Map<String, String> values = new TreeMap<>();
        values.put(
                CALENDARS,
                PublicCalendars.servers().stream()
                        .map(server -> server.operator().replace(' ', '-') + "=" + server.uri())
                        .collect(Collectors.joining(" ")));
        values.put(ALLOWED, String.join(" ", PublicCalendars.allowed()));
        values.put(QUORUM, "2");
        values.put(TIMEOUT, "10");
        for (String off : List.of(NODE_RPC, NODE_LOGIN, NODE_REST, ELECTRUM, ESPLORA)) {
            values.put(off, "");
        }
        values.put(HEADERS_TIMEOUT, "300");
        values.put(DATA, places.data().toString());
        return values;
    }

    private static Map<String, String> read(Path file) throws IOException, CommandFailure {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.MALFORMED_INPUT, file + ": a \\u escape is malformed");
        }
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new CommandFailure(
                        ExitCode.MALFORMED_INPUT,
                        file + ": there is no setting " + name + "; known are "
                                + new ArrayList<>(new java.util.TreeSet<>(NAMES)));
            }
            values.put(name, properties.getProperty(name).strip());
        }
        return values;
    }

    /** A setting that is a list of words. */
    List<String> list(String name) {
        String value = values.getOrDefault(name, "");
        return value.isBlank() ? List.of() : List.of(value.trim().split("\\s+"));
    }

    /** A setting that is a small number. */
    int number(String name, int least, int most) throws CommandFailure {
        try {
            int value = Integer.parseInt(values.getOrDefault(name, ""));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw outside(name, least, most);
        }
        throw outside(name, least, most);
    }

    private CommandFailure outside(String name, int least, int most) {
        return new CommandFailure(
                ExitCode.MALFORMED_INPUT, file + ": " + name + " is a whole number from " + least + " to " + most);
    }

    /** A setting that is one word; empty when it is off. */
    Optional<String> word(String name) {
        return list(name).stream().findFirst();
    }

    /** The folder of the block headers that this computer knows. */
    Path headers() {
        return data().resolve("headers");
    }

    Path data() {
        return Path.of(values.getOrDefault(DATA, ""));
    }

    Path stores() {
        return Path.of(values.getOrDefault(STORES, ""));
    }
}
