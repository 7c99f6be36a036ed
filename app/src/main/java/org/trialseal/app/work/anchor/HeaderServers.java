package org.trialseal.app.work.anchor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trialseal.app.work.Configuration;
import org.trialseal.app.work.RefusedException;
import org.trialseal.app.work.RefusedException.Code;
import org.trialseal.core.anchor.HeaderSource;
import org.trialseal.core.anchor.PublicHeaderServers;
import org.trialseal.core.remote.CertificatePins;
import org.trialseal.core.remote.ElectrumHeaders;
import org.trialseal.core.remote.EsploraHeaders;
import org.trialseal.core.remote.HttpLink;
import org.trialseal.core.remote.HttpProxy;
import org.trialseal.core.remote.NodeRestHeaders;
import org.trialseal.core.remote.NodeRpcHeaders;

/** The servers of block headers that the configuration names, one's own node first; connections live until it is closed. */
public final class HeaderServers implements AutoCloseable {
    /** Stands for the servers that the program knows. */
    private static final String PUBLIC = "public";

    private static final Pattern ELECTRUM = Pattern.compile("(tcp://)?(\\[[^]]+]|[^:/]+):([0-9]{1,5})");

    private final Optional<HttpProxy> proxy;
    private final HttpLink link;
    private final List<ElectrumHeaders> electrum = new ArrayList<>();
    private final List<HeaderSource> sources = new ArrayList<>();

    private HeaderServers(Optional<HttpProxy> proxy) {
        this.proxy = proxy;
        this.link = HttpLink.through(proxy);
    }

    /** Whether any is named. */
    public static boolean areConfigured(Configuration configuration) {
        return List.of(Configuration.NODE_RPC, Configuration.NODE_REST, Configuration.ELECTRUM, Configuration.ESPLORA)
                .stream()
                .anyMatch(name -> configuration.word(name).isPresent());
    }

    /**
     * Makes them ready; nothing is connected yet.
     *
     * @throws RefusedException when a setting is malformed
     */
    public static HeaderServers open(Configuration configuration) throws RefusedException, IOException {
        HeaderServers servers = new HeaderServers(configuration.proxy());
        try {
            servers.add(configuration);
            return servers;
        } catch (IllegalArgumentException e) {
            servers.close();
            throw new RefusedException(Code.SETTING, configuration.file(), String.valueOf(e.getMessage()));
        }
    }

    private void add(Configuration configuration) {
        configuration
                .word(Configuration.NODE_RPC)
                .ifPresent(address -> sources.add(NodeRpcHeaders.at(address, login(configuration), link)));
        configuration
                .word(Configuration.NODE_REST)
                .ifPresent(address -> sources.add(NodeRestHeaders.at(address, link)));
        for (String server : named(configuration, Configuration.ELECTRUM, PublicHeaderServers.electrum())) {
            ElectrumHeaders headers = electrum(server, configuration);
            electrum.add(headers);
            sources.add(headers);
        }
        for (String address : named(configuration, Configuration.ESPLORA, PublicHeaderServers.esplora())) {
            sources.add(EsploraHeaders.at(address, link));
        }
    }

    private static Optional<Path> login(Configuration configuration) {
        String file = configuration.values().getOrDefault(Configuration.NODE_LOGIN, "");
        return file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file));
    }

    private static List<String> named(Configuration configuration, String setting, List<String> known) {
        List<String> named = new ArrayList<>();
        for (String word : configuration.list(setting)) {
            named.addAll(word.equals(PUBLIC) ? known : List.of(word));
        }
        return named;
    }

    private ElectrumHeaders electrum(String word, Configuration configuration) {
        Matcher parts = ELECTRUM.matcher(word);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    Configuration.ELECTRUM + " has words of the form host:port, or tcp://127.0.0.1:port: " + word);
        }
        int port = Integer.parseInt(parts.group(3));
        if (parts.group(1) != null) {
            return ElectrumHeaders.onThisComputer(parts.group(2), port);
        }
        CertificatePins pins = new CertificatePins(configuration.headers().resolve("certificates.txt"));
        return ElectrumHeaders.secure(parts.group(2), port, pins, proxy);
    }

    /** In the order in which they are asked. */
    public List<HeaderSource> sources() {
        return List.copyOf(sources);
    }

    @Override
    public void close() throws IOException {
        link.close();
        for (ElectrumHeaders headers : electrum) {
            headers.close();
        }
    }
}
