package dev.tertulia.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The services behind the gateway, for the whole run; fields of this type in tests are given it. */
@SuppressWarnings("NullAway.Init")
public final class Services implements QuarkusTestResourceLifecycleManager {
    /** Where tests write the console that is served. */
    public static final Path CONSOLE = Path.of("target", "console-of-tests");

    public Upstream tenant;
    public Upstream contact;
    public Upstream messaging;
    public Authority authority;
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        authority = new Authority(vertx);
        tenant = new Upstream(vertx);
        contact = new Upstream(vertx);
        messaging = new Upstream(vertx);
        reset();
        Map<String, String> config = new HashMap<>();
        config.put("gateway.routing.services.tenant-service.url", "http://127.0.0.1:" + tenant.port());
        config.put("gateway.routing.services.contact-service.url", "http://127.0.0.1:" + contact.port());
        config.put("gateway.routing.services.messaging-service.url", "http://127.0.0.1:" + messaging.port());
        config.put("gateway.passports.secret", Authority.SECRET);
        config.put("gateway.passports.keep-for", "2s");
        config.put("gateway.passports.keep-refusal-for", "1s");
        config.put("gateway.passports.timeout", "1s");
        config.put("gateway.sockets.renew-every", "400ms");
        config.put("gateway.sockets.retry-every", "100ms");
        config.put("gateway.sockets.trust-for", "1500ms");
        config.put("gateway.tickets.valid-for", "1s");
        config.put("gateway.health.keep-for", "0s");
        config.put("gateway.health.timeout", "1s");
        config.put("gateway.docs.keep-for", "0s");
        config.put("gateway.docs.keep-part-for", "0s");
        config.put("gateway.docs.timeout", "1s");
        config.put("gateway.routing.routes.messaging.response-timeout", "1s");
        config.put("gateway.routing.routes.messaging.stall-timeout", "1s");
        config.put("gateway.routing.routes.attachments.max-body-size", "300M");
        config.put("gateway.clients.trusted-proxies", "127.0.0.1");
        config.put("gateway.console.directory", CONSOLE.toString());
        config.put("gateway.console.look-every", "50ms");
        config.put("gateway.console.simulator.url", "http://localhost:8190");
        config.put("gateway.console.simulator.access-token", "simulated-token");
        config.put("gateway.console.simulator.app-secret", "simulated-app-secret");
        return config;
    }

    /** Everything up and echoing again. */
    public void reset() {
        authority.hang(false);
        authority.breakDown(false);
        contact.reset();
        messaging.reset();
        tenant.behave(request -> {
            if (authority.isMine(request)) {
                authority.handle(request);
            } else {
                Upstream.echo(request);
            }
        });
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(Services.class));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
