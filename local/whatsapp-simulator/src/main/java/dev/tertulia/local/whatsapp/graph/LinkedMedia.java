package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.thread.MediaStore;
import dev.tertulia.local.whatsapp.thread.ThreadMessage;
import dev.tertulia.local.whatsapp.thread.Threads;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Fetches media that a business sends by link, if the configuration wants that; a link that does not work is 131053. */
@ApplicationScoped
class LinkedMedia {

    private static final long LARGEST_BYTES = 16L * 1_048_576;
    private static final long TIMEOUT_MS = 10_000;
    private static final int MOST_REDIRECTS = 5;

    private final boolean wanted;
    private final HttpClient http;
    private final MediaStore media;
    private final Threads threads;
    private final Vertx vertx;

    LinkedMedia(SimulatorConfig config, MediaStore media, Threads threads, Vertx vertx) {
        this.wanted = config.fetchLinks();
        this.media = media;
        this.threads = threads;
        this.vertx = vertx;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MS).setMaxRedirects(MOST_REDIRECTS));
    }

    /** Fetches the message's medium, if it has one by link; the future never fails and holds why it cannot be sent. */
    Future<Optional<GraphError>> fetch(BusinessNumber number, OutboundMessage request, ThreadMessage message) {
        JsonNode link = request.part().path("link");
        if (!wanted || !ContentChecks.MEDIA.contains(request.type()) || !link.isTextual()) {
            return Future.succeededFuture(Optional.empty());
        }
        RequestOptions get = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(link.asText())
                .setFollowRedirects(true)
                .setTimeout(TIMEOUT_MS);
        return http.request(get)
                .compose(open -> open.send().compose(answer -> body(open, answer)))
                .compose(fetched -> keep(number, request, message, fetched))
                .otherwise(failure -> Optional.of(refused(failure)));
    }

    private record Fetched(String mimeType, Buffer bytes) {}

    private Future<Optional<GraphError>> keep(
            BusinessNumber number, OutboundMessage request, ThreadMessage message, Fetched fetched) {
        String name = request.part().path("filename").asText("file");
        return vertx.executeBlocking(
                        () -> media.keep(
                                number.id(),
                                fetched.mimeType(),
                                name,
                                fetched.bytes().getBytes()),
                        false)
                .map(kept -> {
                    ObjectNode content = request.content().deepCopy();
                    content.withObject(request.type()).put("id", kept.id()).put("mime_type", kept.mimeType());
                    threads.complete(message, content.toString());
                    return Optional.empty();
                });
    }

    private static Future<Fetched> body(HttpClientRequest open, HttpClientResponse answer) {
        if (answer.statusCode() != 200) {
            answer.resume();
            return Future.failedFuture(GraphError.of(
                    131053,
                    "Downloading media from weblink failed with http code " + answer.statusCode() + ", status message "
                            + answer.statusMessage()));
        }
        String mimeType = Objects.requireNonNullElse(answer.getHeader("Content-Type"), "application/octet-stream");
        Buffer bytes = Buffer.buffer();
        Promise<Fetched> whole = Promise.promise();
        answer.handler(part -> {
            bytes.appendBuffer(part);
            if (bytes.length() > LARGEST_BYTES) {
                whole.tryFail(GraphError.of(
                        131053, "The file behind the weblink is larger than " + LARGEST_BYTES + " bytes"));
                open.reset();
            }
        });
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(end -> whole.tryComplete(new Fetched(mimeType, bytes)));
        return whole.future();
    }

    private static GraphError refused(Throwable failure) {
        return failure instanceof GraphError error
                ? error
                : GraphError.of(131053, "Downloading media from weblink failed: the host did not answer");
    }
}
