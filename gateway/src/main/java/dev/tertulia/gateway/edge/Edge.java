package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.Calls;
import dev.tertulia.gateway.call.Clients;
import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.console.BrowserSettings;
import dev.tertulia.gateway.console.Console;
import dev.tertulia.gateway.docs.Docs;
import dev.tertulia.gateway.feature.FeatureGate;
import dev.tertulia.gateway.health.HealthOfAll;
import dev.tertulia.gateway.limit.Limits;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.proxy.Forwarder;
import dev.tertulia.gateway.proxy.Tunnels;
import dev.tertulia.gateway.realtime.Realtime;
import dev.tertulia.gateway.route.Access;
import dev.tertulia.gateway.route.PlainPath;
import dev.tertulia.gateway.route.Route;
import dev.tertulia.gateway.route.RoutingTable;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes every call, before anything else sees it, and gives it to who answers it. */
@Singleton
class Edge {
    private static final Logger LOG = Logger.getLogger(Edge.class);
    private static final int FIRST = -100_000;
    private static final int MAX_COUNTED_PATH = 128;
    /** Below these are no pages, also where nothing is. */
    private static final List<String> NOT_OF_THE_CONSOLE = List.of("/api", "/internal", "/webhooks");

    private static final String SIGN_IN_PATH = "/api/v1/sign-in-configuration";

    private final Calls calls;
    private final Clients clients;
    private final RoutingTable routing;
    private final Cors cors;
    private final Limits limits;
    private final Door door;
    private final FeatureGate features;
    private final Forwarder forwarder;
    private final Realtime realtime;
    private final Docs docs;
    private final HealthOfAll health;
    private final RequestMeter meter;
    private final Drain drain;
    private final BrowserSettings settings;
    private final Console console;

    Edge(
            Calls calls,
            Clients clients,
            RoutingTable routing,
            Cors cors,
            Limits limits,
            Door door,
            FeatureGate features,
            Forwarder forwarder,
            Realtime realtime,
            Docs docs,
            HealthOfAll health,
            RequestMeter meter,
            Drain drain,
            BrowserSettings settings,
            Console console) {
        this.calls = calls;
        this.clients = clients;
        this.routing = routing;
        this.cors = cors;
        this.limits = limits;
        this.door = door;
        this.features = features;
        this.forwarder = forwarder;
        this.realtime = realtime;
        this.docs = docs;
        this.health = health;
        this.meter = meter;
        this.drain = drain;
        this.settings = settings;
        this.console = console;
    }

    void listen(@Observes Router router) {
        router.route().order(FIRST).handler(this::take);
        router.route().last().handler(this::takeWhatNobodyTook);
    }

    private void take(RoutingContext context) {
        Call call = calls.of(context.request());
        if (!isPassedOn(call.path())) {
            meter.count(call);
            drain.count(call);
        }
        try {
            take(call, context);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request %s failed", call.id());
            call.refuse(GatewayProblem.INTERNAL_ERROR, null);
        }
    }

    private void take(Call call, RoutingContext context) {
        SecurityHeaders.put(call);
        HttpMethod method = call.request().method();
        if (!PlainPath.is(call.path())) {
            call.refuse(GatewayProblem.PATH_NOT_ACCEPTED, "Write it without dots, escaped slashes and empty segments.");
        } else if (method == HttpMethod.TRACE || method == HttpMethod.CONNECT) {
            call.refuse(GatewayProblem.METHOD_NOT_ALLOWED, null);
        } else if (isBelow(call.path(), "/q")) {
            takeOwn(call, context);
        } else if (isBelow(call.path(), "/docs")) {
            SecurityHeaders.putForPage(call);
            context.next();
        } else {
            call.request().pause();
            takeRouted(call);
        }
    }

    /** What the gateway says about itself: its health to all, the rest to operators. */
    private void takeOwn(Call call, RoutingContext context) {
        if (isBelow(call.path(), "/q/health") || clients.isOperator(call.client())) {
            context.next();
        } else {
            call.refuse(GatewayProblem.NOT_FOUND, null);
        }
    }

    /** Answers to these are written by Quarkus, which keeps to itself when they end. */
    private static boolean isPassedOn(String path) {
        return isBelow(path, "/q") || isBelow(path, "/docs");
    }

    private void takeWhatNobodyTook(RoutingContext context) {
        calls.of(context.request()).refuse(GatewayProblem.NOT_FOUND, null);
    }

    private void takeRouted(Call call) {
        Route route = routing.find(call.path());
        if (route != null && route.access() == Access.OPEN) {
            takeOpen(call, route);
            return;
        }
        cors.describe(call);
        Problem tooMany = limits.addresses().take(call.client().network(), call);
        if (tooMany != null) {
            call.refuse(tooMany);
        } else if (Cors.isPreflight(call.request())) {
            cors.answerPreflight(call);
        } else {
            takeByPath(call, route);
        }
    }

    /** Providers share addresses, so what they send is counted by the channel that it is for. */
    private void takeOpen(Call call, Route route) {
        call.countAs(route.name());
        String path = call.path();
        Problem tooMany = limits.webhooks().takeQuietly(path.substring(0, Math.min(path.length(), MAX_COUNTED_PATH)));
        if (tooMany == null) {
            forwarder.forward(call, route, null);
        } else {
            call.refuse(tooMany);
        }
    }

    private void takeByPath(Call call, @Nullable Route route) {
        switch (call.path()) {
            case "/health" -> answer(call, "health", HttpMethod.GET, health::answer);
            case "/openapi" -> answer(call, "openapi", HttpMethod.GET, docs::answer);
            case SIGN_IN_PATH -> answer(call, "sign-in", HttpMethod.GET, settings::answerSignIn);
            case BrowserSettings.PATH -> answer(call, "console", HttpMethod.GET, settings::answerConsole);
            case Realtime.TICKETS_PATH -> answer(call, "tickets", HttpMethod.POST, this::issueTicket);
            default -> {
                if (route == null) {
                    takeToNobody(call);
                } else {
                    call.countAs(route.name());
                    takeToService(call, route);
                }
            }
        }
    }

    private static void answer(Call call, String countedAs, HttpMethod method, Consumer<Call> answer) {
        call.countAs(countedAs);
        if (call.request().method() == method
                || method == HttpMethod.GET && call.request().method() == HttpMethod.HEAD) {
            answer.accept(call);
        } else {
            call.refuse(Problem.of(GatewayProblem.METHOD_NOT_ALLOWED, "Use " + method.name() + ".")
                    .with("Allow", method.name()));
        }
    }

    /** A feature that is off is off, whether or not there is a service of it yet. */
    private void takeToNobody(Call call) {
        if (features.guards(call.path())) {
            door.passWithPassport(call, false, passport -> passFeature(call, passport, () -> refuseUnknown(call)));
        } else if (NOT_OF_THE_CONSOLE.stream().anyMatch(prefix -> isBelow(call.path(), prefix))
                || !console.answers(call)) {
            refuseUnknown(call);
        }
    }

    private static void refuseUnknown(Call call) {
        call.refuse(GatewayProblem.NOT_FOUND, "See /openapi for what there is.");
    }

    private void passFeature(Call call, @Nullable Passport passport, Runnable next) {
        Problem off = features.refusal(call.path(), passport);
        if (off == null) {
            next.run();
        } else {
            call.refuse(off);
        }
    }

    private void issueTicket(Call call) {
        door.passWithPassport(
                call, false, passport -> passFeature(call, passport, () -> realtime.answerTicket(call, passport)));
    }

    private void takeToService(Call call, Route route) {
        boolean socket = Tunnels.isWanted(call.request());
        if (socket && !cors.permits(call)) {
            call.refuse(GatewayProblem.ORIGIN_REFUSED, "Sockets are opened from known pages only.");
        } else if (socket && Realtime.hasTicket(call)) {
            takeTicket(call, route);
        } else if (!socket && call.path().equals(Realtime.PATH)) {
            call.refuse(Problem.of(GatewayProblem.UPGRADE_REQUIRED, "Open it as a WebSocket.")
                    .with("Upgrade", "websocket"));
        } else if (Forwarder.announcesTooMuch(call, route)) {
            forwarder.forward(call, route, null);
        } else if (route.access() == Access.OPTIONAL) {
            door.pass(
                    call,
                    route.tenantOptional(),
                    passport -> join(call, route, passport, socket),
                    () -> join(call, route, null, socket));
        } else {
            door.passWithPassport(call, route.tenantOptional(), passport -> join(call, route, passport, socket));
        }
    }

    private void takeTicket(Call call, Route route) {
        boolean alsoCredential = call.request().headers().contains("Authorization")
                || call.request().headers().contains("X-API-Key");
        if (alsoCredential) {
            call.refuse(GatewayProblem.CREDENTIALS_AMBIGUOUS, "Send the ticket or the credential.");
        } else {
            realtime.openWithTicket(call, route);
        }
    }

    private void join(Call call, Route route, @Nullable Passport passport, boolean socket) {
        passFeature(call, passport, () -> joinService(call, route, passport, socket));
    }

    private void joinService(Call call, Route route, @Nullable Passport passport, boolean socket) {
        if (socket) {
            realtime.open(call, route, passport);
        } else {
            forwarder.forward(call, route, passport);
        }
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
