package dev.tertulia.gateway.edge;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** What Quarkus has no setting for. */
@Singleton
class ServerOptions implements HttpServerOptionsCustomizer {
    private static final int MAX_FRAME_BYTES = 64 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        // Compression costs each open socket memory and each event time, for messages of a few hundred bytes.
        options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(MAX_FRAME_BYTES);
    }
}
