package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.IdentityProblem;
import dev.tertulia.tenant.identity.NewPerson;
import dev.tertulia.tenant.identity.People;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The accounts of our realm. The address is the user's name there, so that the realm holds one account for each. */
@ApplicationScoped
@Typed(KeycloakPeople.class)
public class KeycloakPeople implements People {
    /** What Keycloak takes in no name. */
    private static final String NOT_IN_NAMES = "[<>&\"\\v$%!#?§;*~/\\\\|^=\\[\\]{}()\\p{Cntrl}]+";

    private static final String SET_UP_CODES = "CONFIGURE_TOTP";
    private static final int MAX_NAME = 100;
    private static final int MAX_DETAIL = 300;

    private final KeycloakAdmin keycloak;

    KeycloakPeople(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public boolean areOurs() {
        return true;
    }

    @Override
    public Uni<Boolean> register(NewPerson person) {
        return keycloak.post("/users", representation(person)).map(answer -> switch (answer.status()) {
            case 201 -> false;
            // Also what a repeated request meets whose first answer was lost.
            case 409 -> true;
            case 400 -> throw refusal(answer);
            default -> throw KeycloakAdmin.unexpected("making an account", answer);
        });
    }

    @Override
    public Uni<Boolean> isRegistered(String email) {
        return accounts(email).map(accounts -> !accounts.isEmpty());
    }

    @Override
    public Uni<Void> erase(@Nullable String subject, String email) {
        Uni<Boolean> bySubject = subject == null ? Uni.createFrom().item(false) : eraseAccount(subject);
        return bySubject.flatMap(erased -> erased ? Uni.createFrom().voidItem() : eraseByAddress(email));
    }

    private Uni<Void> eraseByAddress(String email) {
        return accounts(email)
                .onItem()
                .transformToMulti(accounts -> Multi.createFrom().iterable(accounts))
                .onItem()
                .transformToUniAndConcatenate(account -> eraseAccount(account.getString("id")))
                .collect()
                .asList()
                .replaceWithVoid();
    }

    /** @return whether it was there: somebody else may have been faster */
    private Uni<Boolean> eraseAccount(String id) {
        return keycloak.delete("/users/" + RealmState.encode(id)).map(answer -> {
            if (answer.status() == 404) {
                return false;
            }
            answer.required("taking an account away");
            return true;
        });
    }

    private Uni<List<JsonObject>> accounts(String email) {
        String query = "/users?exact=true&briefRepresentation=true&max=1&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return keycloak.get(query)
                .map(answer -> answer.required("looking for an account").list());
    }

    /** Whoever has no one-time codes has to set them up when they sign in next. Repeating it is a no-op. */
    public Uni<Void> demandSecondFactor(String subject) {
        String path = "/users/" + RealmState.encode(subject);
        return keycloak.get(path).flatMap(answer -> {
            JsonObject account = answer.status() == 404
                    ? new JsonObject().put("totp", true)
                    : answer.required("looking for an account").object();
            JsonArray actions = account.getJsonArray("requiredActions", new JsonArray());
            if (account.getBoolean("totp", false) || actions.contains(SET_UP_CODES)) {
                return Uni.createFrom().voidItem();
            }
            return keycloak.put(
                            path, account.put("requiredActions", actions.copy().add(SET_UP_CODES)))
                    .invoke(changed -> changed.required("demanding a second factor"))
                    .replaceWithVoid();
        });
    }

    private static RuntimeException refusal(KeycloakAnswer answer) {
        JsonObject body = answer.object();
        if (!body.getString("error", "").startsWith("invalidPassword")) {
            return KeycloakAdmin.unexpected("making an account", answer);
        }
        String demand = body.getString("error_description", "Choose another password.");
        return ProblemException.of(
                IdentityProblem.PASSWORD_REFUSED, demand.substring(0, Math.min(demand.length(), MAX_DETAIL)));
    }

    private static JsonObject representation(NewPerson person) {
        String name = person.name().replaceAll(NOT_IN_NAMES, " ").strip().replaceAll("\\s+", " ");
        int space = name.indexOf(' ');
        return new JsonObject()
                .put("username", person.email())
                .put("email", person.email())
                .put("emailVerified", true)
                .put("enabled", true)
                .put("firstName", cut(space < 0 ? name : name.substring(0, space)))
                .put("lastName", cut(space < 0 ? "" : name.substring(space + 1)))
                .put("attributes", new JsonObject().put("locale", new JsonArray().add(person.locale())))
                .put(
                        "credentials",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("type", "password")
                                        .put("temporary", false)
                                        .put("value", person.password())));
    }

    private static String cut(String name) {
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }
}
