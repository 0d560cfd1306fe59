package dev.tertulia.gateway.health;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.route.RoutingTable;
import dev.tertulia.gateway.route.ServiceReader;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers whether everything is up: 200, or 503 with the names of those that are not. */
@Singleton
public class HealthOfAll {
    private final RoutingTable routing;
    private final ServiceReader services;
    private final HealthConfig config;
    private final AsyncCache<String, List<ServiceHealth>> kept;

    HealthOfAll(RoutingTable routing, ServiceReader services, HealthConfig config) {
        this.routing = routing;
        this.services = services;
        this.config = config;
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(config.keepFor())
                .executor(Runnable::run)
                .buildAsync();
    }

    public void answer(Call call) {
        CompletableFuture<List<ServiceHealth>> asked = kept.get("all", (key, executor) -> ask());
        Future.fromCompletionStage(asked, call.vertx().getOrCreateContext())
                .onComplete(all -> tell(call, all.result()));
    }

    private static void tell(Call call, List<ServiceHealth> all) {
        boolean up = all.stream().allMatch(ServiceHealth::up);
        JsonArray list = new JsonArray();
        all.forEach(
                service -> list.add(new JsonObject().put("name", service.name()).put("status", status(service.up()))));
        call.response().setStatusCode(up ? 200 : 503);
        call.answer(
                "application/json",
                new JsonObject().put("status", status(up)).put("services", list).encode());
    }

    private CompletableFuture<List<ServiceHealth>> ask() {
        List<Future<ServiceHealth>> asked = new ArrayList<>();
        routing.services().keySet().forEach(name -> asked.add(ask(name)));
        return Future.all(asked)
                .map(all -> asked.stream().map(Future::result).toList())
                .toCompletionStage()
                .toCompletableFuture();
    }

    private Future<ServiceHealth> ask(String name) {
        return services.get(name, config.path(), config.timeout())
                .map(reply -> new ServiceHealth(name, reply.status() == 200))
                .otherwise(new ServiceHealth(name, false));
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }

    private record ServiceHealth(String name, boolean up) {}
}
