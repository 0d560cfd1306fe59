package dev.tertulia.platform.security;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.context.RequestId;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Says who acts in a request, for what is recorded of it. Where an endpoint asks for a permission the caller is known to
 * act; one that is open to everyone says it by itself, as soon as it knows.
 */
@ApplicationScoped
public class RequestActor {
    private static final int MAX_USER_AGENT = 300;

    private final CurrentVertxRequest request;

    RequestActor(CurrentVertxRequest request) {
        this.request = request;
    }

    /** A user whose place in another tenant is of no interest to the one that is acted in. */
    public void isFromElsewhere(Actor actor) {
        CurrentActor.bind(acting(new Actor(actor.type(), actor.id(), actor.name(), null), null, currentRequest()));
    }

    /** A person who has not signed in, and calls themself so. */
    public void isNotSignedIn(String name) {
        JsonObject person =
                new JsonObject().put("type", Actor.Type.USER.wireName()).put("name", name);
        CurrentActor.bind(acting(person, null, currentRequest()));
    }

    private HttpServerRequest currentRequest() {
        return request.getCurrent().request();
    }

    static String acting(Actor actor, @Nullable Role role, HttpServerRequest request) {
        return acting(new JsonObject(PassportClaims.write(actor)), role, request);
    }

    /** What an audit entry says of whoever caused it. */
    private static String acting(JsonObject actor, @Nullable Role role, HttpServerRequest request) {
        JsonObject json = new JsonObject().put("actor", actor);
        if (role != null) {
            json.put("role", role.wireName());
        }
        // Only the gateway sets it: what comes from outside under this name it takes away.
        String address = request.getHeader("X-Forwarded-For");
        if (address != null) {
            json.put("ip", address);
        }
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        if (userAgent != null) {
            String text = userAgent.replace("\0", "");
            json.put("userAgent", text.substring(0, Math.min(text.length(), MAX_USER_AGENT)));
        }
        RequestId.current().ifPresent(id -> json.put("requestId", id));
        return json.encode();
    }
}
