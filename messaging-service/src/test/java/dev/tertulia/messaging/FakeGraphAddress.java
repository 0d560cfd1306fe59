package dev.tertulia.messaging;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Points the service at a port where the test itself will stand in for Meta: {@link FakeGraph}. */
public class FakeGraphAddress implements QuarkusTestResourceLifecycleManager {
    static final String PORT = "tertulia.test.graph-port";

    @Override
    public Map<String, String> start() {
        // The test and this class are loaded apart; the system's properties are what they share.
        synchronized (System.class) {
            if (System.getProperty(PORT) == null) {
                System.setProperty(PORT, Integer.toString(freePort()));
            }
        }
        return Map.of(
                "messaging.whatsapp.api-url", "http://127.0.0.1:" + System.getProperty(PORT),
                "messaging.whatsapp.answer-timeout", "1s",
                "messaging.dispatch.poll-interval", "100ms",
                "messaging.dispatch.shortest-backoff", "50ms",
                "messaging.dispatch.longest-backoff", "200ms",
                "messaging.attachments.poll-interval", "1s",
                "messaging.attachments.shortest-backoff", "100ms",
                "messaging.attachments.max-size", "2M");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {}
}
