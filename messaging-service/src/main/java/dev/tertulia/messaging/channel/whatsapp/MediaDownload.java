package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.messaging.channel.ConnectedChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Fetches files that customers sent. The channel's token goes to Meta's own hosts and to nobody else. */
@ApplicationScoped
public class MediaDownload {
    private final GraphClient graph;
    private final GraphConfig config;
    private final Vertx vertx;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final GraphAnswerReader answers = new GraphAnswerReader(json);

    MediaDownload(GraphClient graph, GraphConfig config, Vertx vertx) {
        this.graph = graph;
        this.config = config;
        this.vertx = vertx;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.connectTimeout().toMillis()));
    }

    /** @param maxBytes of a file; @param timeLimit for the whole of it; @param idleLimit in which nothing comes */
    public record Limits(long maxBytes, Duration timeLimit, Duration idleLimit) {}

    /**
     * Writes the file's bytes, as they come, to the target, which is made or replaced. Fails with {@link MediaException};
     * what was written by then is the caller's to delete.
     */
    public Uni<Void> fetch(ConnectedChannel channel, String mediaId, Path target, Limits limits) {
        return Uni.createFrom()
                .deferred(() ->
                        graph.call(channel, HttpMethod.GET, graph.paths().media(mediaId, channel.accountId()), null))
                .map(answer -> place(answer, limits))
                .flatMap(place -> download(channel, place, target, limits));
    }

    private MediaLookup place(HttpResponse<Buffer> answer, Limits limits) {
        byte[] body = answer.body() == null ? new byte[0] : answer.body().getBytes();
        if (answer.statusCode() != 200) {
            throw refused(answer, body);
        }
        MediaLookup place = read(body)
                .orElseThrow(() -> new MediaException("Meta named no place that its file may be fetched from", false));
        if (place.sizeBytes() != null && place.sizeBytes() > limits.maxBytes()) {
            throw tooLarge(limits);
        }
        return place;
    }

    private Optional<MediaLookup> read(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            return MediaLookup.read(answer, config.apiUrl());
        } catch (JacksonException notJson) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private MediaException refused(HttpResponse<Buffer> answer, byte[] body) {
        GraphAnswer meaning = answers.read(answer.statusCode(), body, answer.headers()::get);
        return switch (meaning) {
            case GraphAnswer.Failed failed -> new MediaException("Meta has the file no more", true);
            // An object that is not found is judged so, and here the object is the file.
            case GraphAnswer.HoldChannel held
            when answer.statusCode() == 404 || "100".equals(held.error().code()) ->
                new MediaException("Meta has the file no more", true);
            case GraphAnswer.HoldChannel held -> new MediaException(held.advice(), false);
            case GraphAnswer.RetryLater later -> new MediaException("Meta could not give the file for now", false);
            case GraphAnswer.Unknown unknown -> new MediaException("Meta could not give the file for now", false);
            case GraphAnswer.Sent sent -> new MediaException("Meta answered in a way that cannot be understood", false);
        };
    }

    private Uni<Void> download(ConnectedChannel channel, MediaLookup place, Path target, Limits limits) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(place.url().toString())
                .setFollowRedirects(false)
                .setIdleTimeout(limits.idleLimit().toMillis())
                .setConnectTimeout(config.connectTimeout().toMillis())
                .putHeader("Authorization", "Bearer " + channel.secret(ConnectedChannel.ACCESS_TOKEN))
                .putHeader("User-Agent", "Tertulia");
        return Uni.createFrom()
                .completionStage(() -> vertx.fileSystem()
                        .open(
                                target.toString(),
                                new OpenOptions().setWrite(true).setTruncateExisting(true))
                        .compose(file -> http.request(options)
                                .compose(request -> receive(request, file, limits))
                                .eventually(() -> file.close()))
                        .toCompletionStage())
                .onFailure(failure -> !(failure instanceof MediaException))
                .transform(failure -> new MediaException("Meta's file server could not be read", false));
    }

    private Future<Void> receive(HttpClientRequest request, AsyncFile file, Limits limits) {
        long timer = vertx.setTimer(limits.timeLimit().toMillis(), late -> request.reset());
        return request.send()
                .compose(response -> response.statusCode() == 200
                        ? write(request, response, file, limits)
                        : refuse(request, response))
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Void> refuse(HttpClientRequest request, HttpClientResponse response) {
        request.reset();
        boolean gone = response.statusCode() == 404 || response.statusCode() == 410;
        return Future.failedFuture(
                gone
                        // Its address holds for minutes only, so the next try asks for a new one.
                        ? new MediaException("Meta's file server did not find the file", false)
                        : new MediaException(
                                "Meta's file server answered with status " + response.statusCode(), false));
    }

    private static Future<Void> write(
            HttpClientRequest request, HttpClientResponse response, AsyncFile file, Limits limits) {
        long[] written = {0};
        boolean[] exceeded = {false};
        response.handler(chunk -> {
            written[0] += chunk.length();
            if (written[0] > limits.maxBytes()) {
                exceeded[0] = true;
                request.reset();
                return;
            }
            file.write(chunk);
            if (file.writeQueueFull()) {
                response.pause();
                file.drainHandler(drained -> response.resume());
            }
        });
        return response.end()
                .compose(
                        end -> exceeded[0] ? Future.failedFuture(tooLarge(limits)) : Future.succeededFuture(),
                        failure -> Future.failedFuture(exceeded[0] ? tooLarge(limits) : failure));
    }

    private static MediaException tooLarge(Limits limits) {
        return new MediaException(
                "The file is larger than " + limits.maxBytes() / (1024 * 1024) + " MiB, the most that is kept", true);
    }
}
