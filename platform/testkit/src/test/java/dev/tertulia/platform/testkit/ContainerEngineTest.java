package dev.tertulia.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

    @Test
    void anEngineThatAnswersItsPingIsFound() throws Exception {
        try (var server = listening()) {
            Thread.ofVirtual().start(() -> answerOnce(server, "HTTP/1.1 200 OK\r\n\r\nOK"));

            assertThat(ContainerEngine.answers(server.getLocalSocketAddress())).isTrue();
        }
    }

    @Test
    void somethingElseOnTheSocketIsNoEngine() throws Exception {
        try (var server = listening()) {
            Thread.ofVirtual().start(() -> answerOnce(server, "HTTP/1.1 503 Away\r\n\r\n"));

            assertThat(ContainerEngine.answers(server.getLocalSocketAddress())).isFalse();
        }
    }

    @Test
    void anEngineThatHangsIsGivenUp() throws Exception {
        try (var server = listening()) {
            assertThat(ContainerEngine.answers(server.getLocalSocketAddress())).isFalse();
        }
    }

    private static ServerSocket listening() throws Exception {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (var socket = server.accept()) {
            socket.getInputStream().readNBytes("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".length());
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
