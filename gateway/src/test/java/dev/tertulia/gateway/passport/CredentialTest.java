package dev.tertulia.gateway.passport;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialTest {

    @Test
    void aBearerTokenIsOne() {
        assertThat(in("Authorization", "bearer abc.def.ghi", "X-Tenant", "acme"))
                .isEqualTo(new Credential.Of(new Credential("oidc", "abc.def.ghi", "acme", false)));
    }

    @Test
    void anApiKeyIsOne() {
        assertThat(in("X-API-Key", "tk_abc"))
                .isEqualTo(new Credential.Of(new Credential("api-key", "tk_abc", null, false)));
    }

    @Test
    void withoutEitherTheCallerIsAStranger() {
        assertThat(in("X-Tenant", "acme")).isEqualTo(new Credential.Nothing());
    }

    @Test
    void severalCredentialsAreRefused() {
        assertThat(status(in("Authorization", "Bearer a", "X-API-Key", "b"))).isEqualTo(400);
        assertThat(status(in("X-API-Key", "a", "X-API-Key", "b"))).isEqualTo(400);
        assertThat(status(in("Authorization", "Bearer a", "Authorization", "Bearer b")))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Bearer", "Bearer ", "Bearer a b", "Bearer <a>", "abc"})
    void whatIsNoTokenIsUnauthenticated(String authorization) {
        assertThat(status(in("Authorization", authorization))).isEqualTo(401);
    }

    @Test
    void aTokenBeyondAllMeasureIsUnauthenticated() {
        assertThat(status(in("Authorization", "Bearer " + "a".repeat(17_000)))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Acme", "acme globex", "acme/globex", "acme'--"})
    void whatIsNoSlugIsRefused(String tenant) {
        assertThat(status(in("X-API-Key", "tk_abc", "X-Tenant", tenant))).isEqualTo(400);
    }

    @Test
    void credentialsAreKeptApartByTypeAndTenant() {
        assertThat(CredentialKey.of(new Credential("oidc", "a", null, false)))
                .isEqualTo(CredentialKey.of(new Credential("oidc", "a", null, false)))
                .isNotEqualTo(CredentialKey.of(new Credential("api-key", "a", null, false)))
                .isNotEqualTo(CredentialKey.of(new Credential("oidc", "a", "acme", false)))
                .isNotEqualTo(CredentialKey.of(new Credential("oidc", "a", null, true)))
                .isNotEqualTo(CredentialKey.of(new Credential("oidc", "aacme", null, false)));
    }

    @Test
    void aCredentialDoesNotShowItselfInLogs() {
        assertThat(new Credential("api-key", "tk_secret", null, false).toString())
                .doesNotContain("tk_secret");
    }

    private static Credential.Shown in(String... namesAndValues) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Credential.in(headers);
    }

    private static int status(Credential.Shown shown) {
        return shown instanceof Credential.Wrong wrong ? wrong.problem().status() : 0;
    }
}
