package org.trialseal.app.work.anchor;

import java.util.Optional;
import org.trialseal.core.anchor.HeaderNews;

/**
 * What a server of block headers came to.
 *
 * @param server its name; empty when nobody could be asked, because another program is writing the headers
 * @param news what it brought above the newest checkpoint; empty when it failed, or was asked for older blocks
 * @param fault why it failed, for people, in English
 */
public record HeaderAnswer(String server, Optional<HeaderNews> news, Optional<String> fault) {
    static HeaderAnswer filled(String server) {
        return new HeaderAnswer(server, Optional.empty(), Optional.empty());
    }

    static HeaderAnswer of(String server, HeaderNews news) {
        return new HeaderAnswer(server, Optional.of(news), Optional.empty());
    }

    static HeaderAnswer failed(String server, String fault) {
        return new HeaderAnswer(server, Optional.empty(), Optional.of(fault));
    }
}
