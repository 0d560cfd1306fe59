package dev.tertulia.system;

import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody of whom nobody knew, who comes by e-mail and chooses a password. */
record Stranger(RunningStack stack, String email, String name) {
    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4}");
    private static final Pattern TOKEN = Pattern.compile("in_[A-Za-z0-9]+");

    /** Founds a tenant and gives its slug. */
    String signUp(String tenantName, String locale, String timezone, String country) {
        String signup = stack.anyone()
                .contentType("application/json")
                .body(Map.of(
                        "email", email,
                        "name", name,
                        "tenantName", tenantName,
                        "locale", locale,
                        "timezone", timezone,
                        "country", country))
                .post("/api/v1/signups")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return stack.anyone()
                .contentType("application/json")
                .body(Map.of("code", mailed(CODE), "password", PASSWORD))
                .post("/api/v1/signups/" + signup + "/confirm")
                .then()
                .statusCode(201)
                .extract()
                .path("slug");
    }

    /** Accepts the invitation that came by mail. */
    void acceptInvitation() {
        stack.anyone()
                .contentType("application/json")
                .body(Map.of("token", mailed(TOKEN), "password", PASSWORD, "name", name))
                .post("/api/v1/invitations/accept")
                .then()
                .statusCode(200);
    }

    /** A request by them, in the only tenant they have. */
    RequestSpecification calls() {
        return stack.anyone().auth().oauth2(token()).contentType("application/json");
    }

    String token() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(stack.stack.ports().keycloak())
                .formParams(Map.of(
                        "grant_type", "password", "client_id", "console", "username", email, "password", PASSWORD))
                .post("/realms/tertulia/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** What the newest mail to them has of this form. */
    private String mailed(Pattern form) {
        return await().atMost(SOON).until(() -> find(form), found -> found != null);
    }

    private @Nullable String find(Pattern form) {
        List<Integer> ids =
                mailbox().queryParam("to", email).get("/mail/api/mails").path("id");
        if (ids.isEmpty()) {
            return null;
        }
        Matcher matcher =
                form.matcher(mailbox().get("/mail/api/mails/" + ids.getFirst()).<String>path("text"));
        return matcher.find() ? matcher.group() : null;
    }

    private RequestSpecification mailbox() {
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(stack.stack.ports().mailPage());
    }
}
