package org.trialseal.app.ui.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

final class NetworkDeniedTest {
    private static void connect(ServerSocket server) throws IOException {
        try (SocketChannel channel =
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()))) {
            assertThat(channel.isConnected()).isTrue();
        }
    }

    @Test
    void connect_whileDenied_failsAndIsKept_andWorksAfterwards() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (NetworkDenied denied = NetworkDenied.begin()) {
                Assumptions.assumeTrue(denied.isInForce(), "skipped: this Java has no security managers");
                assertThatThrownBy(() -> connect(server))
                        .isInstanceOf(SecurityException.class)
                        .hasMessageContaining("the network is denied: connect to 127.0.0.1:" + server.getLocalPort());
                assertThat(denied.attempts()).containsExactly("connect to 127.0.0.1:" + server.getLocalPort());
            }
            connect(server);
        }
    }
}
