package dev.tertulia.tenant.identity;

import static dev.tertulia.tenant.identity.KeycloakWorld.LIMIT;
import static dev.tertulia.tenant.identity.KeycloakWorld.PASSWORD;
import static dev.tertulia.tenant.identity.KeycloakWorld.claims;
import static dev.tertulia.tenant.identity.KeycloakWorld.domain;
import static dev.tertulia.tenant.identity.KeycloakWorld.newBrowser;
import static dev.tertulia.tenant.identity.KeycloakWorld.passportFor;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import dev.tertulia.local.stack.LoneKeycloak;
import dev.tertulia.tenant.TestWorld.Organisation;
import dev.tertulia.tenant.identity.Browser.Page;
import dev.tertulia.tenant.identity.KeycloakWorld.SignIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant demands a second factor, and a real Keycloak leads its people to one. */
@QuarkusTest
@WithTestResource(WithKeycloak.class)
class SecondFactorIT {
    @Inject
    People people;

    @Nullable
    LoneKeycloak started;

    private KeycloakWorld world;

    @BeforeEach
    void begin() {
        world = new KeycloakWorld(requireNonNull(started), people);
    }

    @Test
    void whoHasNoSecondFactorSetsOneUpAndIsLetInWithIt() {
        Organisation acme = world.organisation();
        Organisation globex = world.organisation();
        String ann = world.person("ann@" + domain(acme));
        world.member(acme, ann, "agent");
        world.member(globex, ann, "agent");
        world.asOwner(acme)
                .body("{\"secondFactorRequired\":true}")
                .put("/api/v1/identity-provider/policy")
                .then()
                .statusCode(200);

        // By password alone she is let into the tenant that does not ask for more.
        SignIn first = newBrowser();
        String byPassword = world.token(first, byPassword(first, ann));
        assertThat(claims(byPassword).getJsonArray("amr")).isEqualTo(new JsonArray().add("pwd"));
        passportFor(byPassword, globex.slug()).then().statusCode(200);
        passportFor(byPassword, acme.slug())
                .then()
                .statusCode(403)
                .body("type", is("/problems/second-factor-required"));

        // Having been refused, she is led through setting one up at her next sign-in.
        SignIn second = newBrowser();
        Page setUp = byPassword(second, ann);
        String secret = requireNonNull(setUp.content().selectFirst("input[name=totpSecret]"), setUp::text)
                .attr("value");
        Totp app = new Totp(secret);
        long used = Totp.step(Instant.now());
        Page wrong = second.browser().submit(setUp, Map.of("totp", "000000", "userLabel", "phone"));
        assertThat(wrong.has("input[name=totpSecret]")).isTrue();
        Page set = second.browser().submit(wrong, Map.of("totp", app.code(used), "userLabel", "phone"));
        String afterSetUp = world.token(second, set);
        // That it works was shown; that it is used at a sign-in was not.
        passportFor(afterSetUp, acme.slug())
                .then()
                .statusCode(403)
                .body("type", is("/problems/second-factor-required"));

        SignIn third = newBrowser();
        Page asked = byPassword(third, ann);
        assertThat(asked.has("input[name=otp]")).isTrue();
        // A code is good once, so that the next one is waited for.
        await().atMost(LIMIT).until(() -> Totp.step(Instant.now()) > used);
        Page in = third.browser().submit(asked, Map.of("otp", app.code(Totp.step(Instant.now()))));
        String withCode = world.token(third, in);

        assertThat(claims(withCode).getJsonArray("amr")).contains("pwd", "otp");
        passportFor(withCode, acme.slug()).then().statusCode(200);
        passportFor(byPassword, acme.slug()).then().statusCode(403);
        // Without the code nobody comes by password alone any more, not by the password grant either.
        world.passwordGrant(ann, PASSWORD).then().statusCode(400);
    }

    private Page byPassword(SignIn signIn, String email) {
        Page page = KeycloakWorld.signIn(signIn, world.issuer(), null);
        // Where there are organizations the address is asked for first.
        if (!page.has("input[name=password]")) {
            page = signIn.browser().submit(page, Map.of("username", email));
        }
        return signIn.browser().submit(page, Map.of("username", email, "password", PASSWORD));
    }
}
