package org.trialseal.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublicHeaderServersTest {
    private static String quoted(List<String> servers) {
        return servers.stream().map(server -> "`" + server + "`").collect(Collectors.joining(" "));
    }

    @Test
    void servers_manual_listsTheSame() throws IOException {
        assertThat(Files.readString(Path.of("../docs/manual/headers.md")))
                .contains("| `electrum = public` | " + quoted(PublicHeaderServers.electrum()) + " |")
                .contains("| `esplora = public` | " + quoted(PublicHeaderServers.esplora()) + " |");
    }
}
