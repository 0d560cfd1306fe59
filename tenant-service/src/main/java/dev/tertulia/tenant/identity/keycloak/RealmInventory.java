package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.FindingKind;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.user.KnownSubject;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what only a person can decide about: what is in the realm and not of us, and what has become of people. */
@ApplicationScoped
public class RealmInventory {
    private static final int PAGE = 100;
    private static final int MOST_CLIENTS = 2000;
    private static final int AT_ONCE = 8;

    private final KeycloakAdmin keycloak;
    private final DesiredRealm desired;
    private final IdentityConfig config;

    RealmInventory(KeycloakAdmin keycloak, DesiredRealm desired, IdentityConfig config) {
        this.keycloak = keycloak;
        this.desired = desired;
        this.config = config;
    }

    public Uni<List<Finding>> compare() {
        return RealmState.inTurn(List.of(() -> unknownClients(0), this::ourRoles));
    }

    private Uni<List<Finding>> unknownClients(int first) {
        return keycloak.get("/clients?first=%d&max=%d".formatted(first, PAGE)).flatMap(answer -> {
            List<JsonObject> page = answer.required("listing clients").list();
            List<Finding> unknown = page.stream()
                    .map(client -> client.getString("clientId"))
                    .filter(clientId -> !desired.knowsClient(clientId))
                    .map(clientId -> Finding.of(FindingKind.UNKNOWN_CLIENT, clientId, null, "a client of this name"))
                    .toList();
            return page.size() < PAGE || first + PAGE >= MOST_CLIENTS
                    ? Uni.createFrom().item(unknown)
                    : unknownClients(first + PAGE).map(others -> {
                        List<Finding> all = new ArrayList<>(unknown);
                        all.addAll(others);
                        return all;
                    });
        });
    }

    private Uni<List<Finding>> ourRoles() {
        return keycloak.get("/clients?clientId=" + RealmState.encode(config.adminClientId()))
                .map(answer -> answer.required("looking for our client").list().stream()
                        .findFirst()
                        .map(client -> client.getString("id"))
                        .orElse("none"))
                .flatMap(id -> keycloak.get("/clients/" + id + "/service-account-user"))
                .map(answer ->
                        answer.required("looking for our account").object().getString("id"))
                .flatMap(id -> keycloak.get("/users/" + id + "/role-mappings"))
                .map(answer -> roles(answer.required("reading our roles").object()))
                .map(roles -> roles.equals(DesiredRealm.OUR_ROLES)
                        ? List.of()
                        : List.of(Finding.of(
                                FindingKind.SERVICE_ACCOUNT_ROLES,
                                config.adminClientId(),
                                String.join(", ", new TreeSet<>(DesiredRealm.OUR_ROLES)),
                                String.join(", ", new TreeSet<>(roles)))));
    }

    private static Set<String> roles(JsonObject mappings) {
        JsonObject byClient = mappings.getJsonObject("clientMappings", new JsonObject());
        return byClient.fieldNames().stream()
                .flatMap(client ->
                        Differences.objects(byClient.getJsonObject(client).getJsonArray("mappings")))
                .map(role -> role.getString("name"))
                .collect(Collectors.toSet());
    }

    /** What has become of people since they last signed in; nothing of it can be mended without asking them. */
    public Uni<List<Finding>> compare(List<KnownSubject> people) {
        return Multi.createFrom()
                .iterable(people)
                .onItem()
                .transformToUni(person -> keycloak.get("/users/" + RealmState.encode(person.subject()))
                        .map(answer -> compare(person, answer)))
                .merge(AT_ONCE)
                .collect()
                .in(ArrayList<Finding>::new, ArrayList::addAll)
                .map(List::copyOf);
    }

    private static List<Finding> compare(KnownSubject person, KeycloakAnswer answer) {
        String subject = person.userId().toString();
        if (answer.status() == 404) {
            return List.of(Finding.of(FindingKind.PERSON_MISSING, subject, person.subject(), null));
        }
        JsonObject account = answer.required("looking for an account").object();
        List<Finding> findings = new ArrayList<>();
        if (!account.getBoolean("enabled", false)) {
            findings.add(Finding.of(FindingKind.PERSON_DISABLED, subject, "enabled", "disabled"));
        }
        String email = account.getString("email");
        if (person.email() != null && !person.email().equalsIgnoreCase(email)) {
            findings.add(Finding.of(FindingKind.PERSON_EMAIL_CHANGED, subject, person.email(), email));
        } else if (person.emailVerified() && !account.getBoolean("emailVerified", false)) {
            findings.add(Finding.of(FindingKind.PERSON_EMAIL_UNVERIFIED, subject, "verified", "not verified"));
        }
        return findings;
    }
}
