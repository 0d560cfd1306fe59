package dev.tertulia.tenant.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SignInEventTest {
    @Test
    void aSessionThatIsTakenUpAgainIsOneSignIn() {
        UUID first = id("LOGIN", "session-1", "console");

        assertThat(id("LOGIN", "session-1", "console")).isEqualTo(first);
        assertThat(id("LOGIN", "session-2", "console")).isNotEqualTo(first);
        assertThat(id("LOGIN", "session-1", "account-console")).isNotEqualTo(first);
    }

    @Test
    void everythingElseIsCountedEachTime() {
        assertThat(id("LOGOUT", "session-1", "console")).isNotEqualTo(id("LOGOUT", "session-1", "console"));
        assertThat(id("LOGIN_ERROR", null, "console")).isNotEqualTo(id("LOGIN_ERROR", null, "console"));
    }

    private static UUID id(String type, @Nullable String session, String client) {
        return SignInEvent.from(new JsonObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("time", 1_790_000_000_000L)
                        .put("type", type)
                        .put("userId", "ana")
                        .put("clientId", client)
                        .put("sessionId", session))
                .orElseThrow()
                .id();
    }
}
