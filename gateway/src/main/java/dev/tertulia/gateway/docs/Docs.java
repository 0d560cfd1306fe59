package dev.tertulia.gateway.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.route.Access;
import dev.tertulia.gateway.route.Route;
import dev.tertulia.gateway.route.RoutingTable;
import dev.tertulia.gateway.route.ServiceReader;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Answers with the description of the whole API, as far as the services give theirs. */
@Singleton
public class Docs {
    private static final Logger LOG = Logger.getLogger(Docs.class);

    private final ObjectMapper json;
    private final RoutingTable routing;
    private final ServiceReader services;
    private final DocsConfig config;
    private final ObjectNode own;
    private final AsyncCache<String, Merged> kept;

    Docs(ObjectMapper json, RoutingTable routing, ServiceReader services, DocsConfig config) {
        this.json = json;
        this.routing = routing;
        this.services = services;
        this.config = config;
        this.own = own(json, config);
        this.kept = Caffeine.newBuilder()
                .expireAfter(Expiry.creating(
                        (String key, Merged merged) -> merged.whole() ? config.keepFor() : config.keepPartFor()))
                .executor(Runnable::run)
                .buildAsync();
    }

    private static ObjectNode own(ObjectMapper json, DocsConfig config) {
        try (InputStream resource = Docs.class.getResourceAsStream("/gateway-openapi.json")) {
            ObjectNode own = (ObjectNode) json.readTree(resource);
            own.withObject("/info").put("version", config.version());
            return own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void answer(Call call) {
        CompletableFuture<Merged> merged = kept.get("all", (key, executor) -> merge());
        Future.fromCompletionStage(merged, call.vertx().getOrCreateContext()).onComplete(done -> {
            if (done.succeeded()) {
                call.answer("application/json", done.result().text());
            } else {
                throw new IllegalStateException("The descriptions cannot be merged", done.cause());
            }
        });
    }

    private CompletableFuture<Merged> merge() {
        Map<String, Future<Optional<ObjectNode>>> asked = new TreeMap<>();
        routing.services().keySet().forEach(name -> asked.put(name, ask(name)));
        return Future.all(new ArrayList<>(asked.values()))
                .map(all -> merge(asked))
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Merged merge(Map<String, Future<Optional<ObjectNode>>> asked) {
        OpenApiMerge merge = new OpenApiMerge(own, this::access);
        List<String> missing = new ArrayList<>();
        asked.forEach((name, description) ->
                description.result().ifPresentOrElse(document -> merge.add(name, document), () -> missing.add(name)));
        return new Merged(merge.result(missing).toString(), missing.isEmpty());
    }

    private @Nullable Access access(String path, String service) {
        Route route = routing.find(path);
        return route != null && route.service().equals(service) ? route.access() : null;
    }

    private Future<Optional<ObjectNode>> ask(String name) {
        return services.get(name, config.path(), config.timeout())
                .map(reply ->
                        reply.status() == 200 ? read(name, reply.body().getBytes()) : Optional.<ObjectNode>empty())
                .otherwise(Optional.empty());
    }

    private Optional<ObjectNode> read(String name, byte[] body) {
        try {
            JsonNode document = json.readTree(body);
            return document instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            LOG.warnf("The description that %s gives of itself is no JSON", name);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Merged(String text, boolean whole) {}
}
