package dev.tertulia.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassportClaimsTest {
    private static final UUID USER = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID MEMBER = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final UUID TENANT = UUID.fromString("01890000-0000-7000-8000-000000000003");

    private static final Caller AGENT = new Caller(
            new CallerTenant(TENANT, "acme", "trialing"),
            new Actor(Actor.Type.USER, USER, "Ana", MEMBER),
            Role.AGENT,
            Set.of(Permission.CONVERSATIONS_READ, Permission.NOTES_WRITE),
            Set.of("conversations"));

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(read(AGENT)).isEqualTo(AGENT);
    }

    @Test
    void aCallerWithoutTenantIsReadAgain() {
        Caller undecided = new Caller(null, new Actor(Actor.Type.USER, USER, "Ana", null), null, Set.of(), Set.of());

        assertThat(read(undecided)).isEqualTo(undecided);
    }

    @Test
    void theSubjectIsTheActor() {
        assertThat(PassportClaims.write(AGENT)).containsEntry("sub", USER.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "tenantSlug", "tenantStatus"})
    void aPassportThatLacksAClaimIsNone(String claim) {
        JsonObject claims = new JsonObject(PassportClaims.write(AGENT));
        claims.remove(claim);

        assertThatThrownBy(() -> PassportClaims.read(claims)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "role", "permissions", "actor"})
    void aPassportWithAClaimOfAnotherKindIsNone(String claim) {
        JsonObject claims = new JsonObject(PassportClaims.write(AGENT)).put(claim, 7);

        assertThatThrownBy(() -> PassportClaims.read(claims)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Caller read(Caller caller) {
        return PassportClaims.read(new JsonObject(new JsonObject(PassportClaims.write(caller)).encode()));
    }
}
