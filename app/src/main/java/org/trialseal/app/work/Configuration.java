package org.trialseal.app.work;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.anchor.PublicCalendars;
import org.trialseal.core.remote.HttpProxy;

/**
 * The settings in force: option before file before default. The file has one {@code name = value} a line.
 *
 * @param file where settings were looked for
 * @param fileFound whether it was there
 * @param values what is in force, by name
 */
public record Configuration(Path file, boolean fileFound, Map<String, String> values) {
    /** Calendars to stamp with: words of the form operator=address. */
    public static final String CALENDARS = "calendars";
    /** Addresses that may be asked for a pending proof. */
    public static final String ALLOWED = "calendars.allowed";
    /** Operators that must answer. */
    public static final String QUORUM = "calendars.quorum";
    /** Seconds that a calendar has. */
    public static final String TIMEOUT = "calendars.timeout.seconds";
    /** Address of a Bitcoin node's RPC. */
    public static final String NODE_RPC = "node.rpc";
    /** File that holds the node's login. */
    public static final String NODE_LOGIN = "node.rpc.login";
    /** Address of a Bitcoin node's REST interface. */
    public static final String NODE_REST = "node.rest";
    /** Electrum servers: words of the form host:port, or public. */
    public static final String ELECTRUM = "electrum";
    /** Esplora servers: addresses, or public. */
    public static final String ESPLORA = "esplora";
    /** Seconds that fetching block headers from one server may take. */
    public static final String HEADERS_TIMEOUT = "headers.timeout.seconds";
    /** The proxy to other computers, as host:port. */
    public static final String PROXY = "proxy";
    /** The data folder. */
    public static final String DATA = "folder.data";
    /** Folder of the study stores. */
    public static final String STORES = "folder.studies";

    private static final String FILE = "trialseal.properties";

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
            PROXY,
            DATA,
            STORES);

    public Configuration {
        values = new TreeMap<>(values);
    }

    /**
     * Reads the settings.
     *
     * @param chosen a file that must exist, instead of the platform's own
     * @param store folder of the study stores, instead of the configured one
     */
    public static Configuration load(Optional<Path> chosen, Optional<Path> store, Places places)
            throws IOException, RefusedException {
        Path file = chosen.orElse(places.config().resolve(FILE));
        Map<String, String> values = defaults(places);
        boolean found = Files.exists(file);
        if (chosen.isPresent() && !found) {
            throw new RefusedException(Code.NO_CONFIGURATION, file);
        }
        if (found) {
            values.putAll(read(file));
        }
        values.putIfAbsent(
                STORES,
                Path.of(values.getOrDefault(DATA, "")).resolve("studies").toString());
        store.ifPresent(folder -> values.put(STORES, folder.toString()));
        return new Configuration(file, found, values);
    }

    /** The defaults, for when the file cannot be read. */
    public static Configuration standard(Places places) {
        Map<String, String> values = defaults(places);
        values.put(STORES, places.data().resolve("studies").toString());
        return new Configuration(places.config().resolve(FILE), false, values);
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
        for (String off : List.of(NODE_RPC, NODE_LOGIN, NODE_REST, ELECTRUM, ESPLORA, PROXY)) {
            values.put(off, "");
        }
        values.put(HEADERS_TIMEOUT, "300");
        values.put(DATA, places.data().toString());
        return values;
    }

    private static Map<String, String> read(Path file) throws IOException, RefusedException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.SETTING_ESCAPE, file);
        }
        Map<String, String> values = new TreeMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (!NAMES.contains(name)) {
                throw new RefusedException(Code.SETTING_NAME, file, name, new java.util.TreeSet<>(NAMES));
            }
            values.put(name, properties.getProperty(name).strip());
        }
        return values;
    }

    /** A setting that is a list of words. */
    public List<String> list(String name) {
        String value = values.getOrDefault(name, "");
        return value.isBlank() ? List.of() : List.of(value.trim().split("\\s+"));
    }

    /** A setting that is a small number. */
    public int number(String name, int least, int most) throws RefusedException {
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

    private RefusedException outside(String name, int least, int most) {
        return new RefusedException(Code.SETTING_RANGE, file, name, least, most);
    }

    /** A setting that is one word; empty when it is off. */
    public Optional<String> word(String name) {
        return list(name).stream().findFirst();
    }

    /**
     * The proxy to other computers.
     *
     * @throws RefusedException when it is malformed
     */
    public Optional<HttpProxy> proxy() throws RefusedException {
        try {
            return word(PROXY).map(HttpProxy::of);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Code.SETTING, file, String.valueOf(e.getMessage()));
        }
    }

    /** The folder of the block headers that this computer knows. */
    public Path headers() {
        return data().resolve("headers");
    }

    /** The data folder. */
    public Path data() {
        return Path.of(values.getOrDefault(DATA, ""));
    }

    /** Folder of the study stores. */
    public Path stores() {
        return Path.of(values.getOrDefault(STORES, ""));
    }
}
