package dev.tertulia.tenant.identity.keycloak;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What Keycloak says, be it yes or no.
 *
 * @param location of what was made, where it says so
 */
record KeycloakAnswer(int status, @Nullable String location, Buffer body) {

    boolean isOk() {
        return status / 100 == 2;
    }

    /** Itself where it is a yes; else it counts as if Keycloak were away, since nobody of our callers can mend it. */
    KeycloakAnswer required(String what) {
        if (!isOk()) {
            throw KeycloakAdmin.unexpected(what, this);
        }
        return this;
    }

    /** Empty where the answer is no object. */
    JsonObject object() {
        return json() instanceof JsonObject object ? object : new JsonObject();
    }

    /** Empty where the answer is no list of objects. */
    List<JsonObject> list() {
        return json() instanceof JsonArray array
                ? IntStream.range(0, array.size())
                        .mapToObj(array::getJsonObject)
                        .toList()
                : List.of();
    }

    /** The last step of where the new thing is. */
    String newId() {
        if (location == null) {
            throw new IllegalStateException("Keycloak does not say what it made");
        }
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private @Nullable Object json() {
        try {
            return Json.decodeValue(body);
        } catch (DecodeException e) {
            return null;
        }
    }

    /** Without the body, which names people. */
    @Override
    public String toString() {
        return "KeycloakAnswer[" + status + "]";
    }
}
