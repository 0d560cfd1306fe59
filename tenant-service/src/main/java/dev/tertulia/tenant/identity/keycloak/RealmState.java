package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.FindingKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where the realm's settings, flows and clients are not as {@link DesiredRealm} says, and mends it. */
@ApplicationScoped
public class RealmState {
    private static final String MASK = "**********";

    private final KeycloakAdmin keycloak;
    private final DesiredRealm desired;

    RealmState(KeycloakAdmin keycloak, DesiredRealm desired) {
        this.keycloak = keycloak;
        this.desired = desired;
    }

    /**
     * All that differs, in the order in which it is to be mended: clients come last, so that nobody signs in by one before
     * the rest is as it should be.
     */
    public Uni<List<Finding>> compare() {
        return inTurn(List.of(this::settings, this::userProfile, this::steps, this::requiredActions, this::clients));
    }

    private Uni<List<Finding>> settings() {
        return keycloak.get("").map(answer -> {
            JsonObject found = answer.required("reading the realm").object();
            JsonObject wanted = desired.settings();
            JsonObject change = new JsonObject();
            Differences.between(wanted, found).forEach(name -> change.put(name, wanted.getValue(name)));
            // One change for all of them, whichever asks for it first.
            Uni<Void> mend = change(keycloak.put("", change), "changing the realm")
                    .memoize()
                    .indefinitely();
            return change.fieldNames().stream()
                    .map(name -> new Finding(
                            FindingKind.REALM_SETTING,
                            name,
                            Differences.text(wanted.getValue(name)),
                            Differences.text(found.getValue(name)),
                            () -> mend))
                    .toList();
        });
    }

    private Uni<List<Finding>> userProfile() {
        return keycloak.get("/users/profile").map(answer -> {
            JsonObject profile = answer.required("reading the user profile").object();
            Map<String, JsonObject> found = Differences.objects(profile.getJsonArray("attributes"))
                    .collect(Collectors.toMap(
                            attribute -> attribute.getString("name"),
                            attribute -> attribute,
                            (a, b) -> b,
                            LinkedHashMap::new));
            Map<String, JsonObject> after = new LinkedHashMap<>(found);
            desired.userProfile().forEach(attribute -> after.put(attribute.getString("name"), attribute));
            JsonObject change = profile.copy().put("attributes", new JsonArray(List.copyOf(after.values())));
            Uni<Void> mend = change(keycloak.put("/users/profile", change), "changing the user profile")
                    .memoize()
                    .indefinitely();
            return desired.userProfile().stream()
                    // Whole, since what is not wanted of it, such as that it is required, must not be there.
                    .filter(attribute -> !attribute.equals(found.get(attribute.getString("name"))))
                    .map(attribute -> new Finding(
                            FindingKind.USER_PROFILE,
                            attribute.getString("name"),
                            attribute.encode(),
                            Differences.text(found.get(attribute.getString("name"))),
                            () -> mend))
                    .toList();
        });
    }

    private Uni<List<Finding>> steps() {
        return inTurn(desired.steps().stream()
                .collect(Collectors.groupingBy(step -> step.getString("flow"), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .<Supplier<Uni<List<Finding>>>>map(flow -> () -> steps(flow.getKey(), flow.getValue()))
                .toList());
    }

    private Uni<List<Finding>> steps(String flow, List<JsonObject> wanted) {
        String path = "/authentication/flows/" + encode(flow) + "/executions";
        return keycloak.get(path).flatMap(answer -> {
            List<JsonObject> found = answer.required("reading the flow " + flow).list();
            return inTurn(wanted.stream()
                    .<Supplier<Uni<List<Finding>>>>map(step -> () -> found.stream()
                            .filter(execution -> is(step.getString("step"), execution))
                            .findFirst()
                            .map(execution -> step(path, step, execution))
                            .orElseGet(() -> Uni.createFrom()
                                    .item(List.of(Finding.of(
                                            FindingKind.SIGN_IN_STEP,
                                            name(step),
                                            step.getString("requirement"),
                                            null)))))
                    .toList());
        });
    }

    /** Flows within a flow have a name only. */
    private static boolean is(String step, JsonObject execution) {
        return step.equals(execution.getString("providerId"))
                || execution.getBoolean("authenticationFlow", false) && step.equals(execution.getString("displayName"));
    }

    private Uni<List<Finding>> step(String path, JsonObject wanted, JsonObject execution) {
        List<Finding> findings = new ArrayList<>();
        String requirement = wanted.getString("requirement");
        if (!requirement.equals(execution.getString("requirement"))) {
            JsonObject change = execution.copy().put("requirement", requirement);
            findings.add(new Finding(
                    FindingKind.SIGN_IN_STEP,
                    name(wanted),
                    requirement,
                    execution.getString("requirement"),
                    () -> change(keycloak.put(path, change), "changing a step")));
        }
        if (!wanted.containsKey("config")) {
            return Uni.createFrom().item(List.copyOf(findings));
        }
        String configId = execution.getString("authenticationConfig");
        Uni<JsonObject> config = configId == null
                ? Uni.createFrom().item(new JsonObject())
                : keycloak.get("/authentication/config/" + configId)
                        .map(answer -> answer.required("reading a step's configuration")
                                .object());
        return config.map(found -> {
            JsonObject values =
                    Optional.ofNullable(found.getJsonObject("config")).orElseGet(JsonObject::new);
            if (!Differences.satisfies(
                    unmasked(values, wanted.getJsonObject("config")), wanted.getJsonObject("config"))) {
                findings.add(new Finding(
                        FindingKind.SIGN_IN_STEP,
                        name(wanted) + ", configuration",
                        wanted.getJsonObject("config").encode(),
                        values.encode(),
                        () -> configure(execution.getString("id"), wanted, found)));
            }
            return List.copyOf(findings);
        });
    }

    /** Keycloak shows of some values only that they are there: then nobody can tell, and they pass for what is wanted. */
    private static JsonObject unmasked(JsonObject found, JsonObject wanted) {
        JsonObject values = found.copy();
        wanted.fieldNames().stream()
                .filter(name -> MASK.equals(found.getValue(name)))
                .forEach(name -> values.put(name, wanted.getValue(name)));
        return values;
    }

    private Uni<Void> configure(String executionId, JsonObject wanted, JsonObject found) {
        String id = found.getString("id");
        if (id == null) {
            JsonObject config = new JsonObject()
                    .put("alias", wanted.getString("configName"))
                    .put("config", wanted.getJsonObject("config"));
            return change(
                    keycloak.post("/authentication/executions/" + executionId + "/config", config),
                    "configuring a step");
        }
        JsonObject change = Differences.merged(new JsonObject().put("config", wanted.getJsonObject("config")), found);
        return change(keycloak.put("/authentication/config/" + id, change), "configuring a step");
    }

    private static String name(JsonObject step) {
        return step.getString("flow") + ": " + step.getString("step");
    }

    private Uni<List<Finding>> requiredActions() {
        return keycloak.get("/authentication/required-actions").map(answer -> {
            List<JsonObject> all = answer.required("reading required actions").list();
            return desired.requiredActions().stream()
                    .flatMap(wanted -> requiredAction(wanted, all))
                    .toList();
        });
    }

    private Stream<Finding> requiredAction(JsonObject wanted, List<JsonObject> all) {
        String alias = wanted.getString("alias");
        Optional<JsonObject> found = all.stream()
                .filter(action -> alias.equals(action.getString("alias")))
                .findFirst();
        if (found.isEmpty()) {
            return Stream.of(Finding.of(FindingKind.REQUIRED_ACTION, alias, wanted.encode(), null));
        }
        if (Differences.satisfies(found.get(), wanted)) {
            return Stream.of();
        }
        JsonObject change = Differences.merged(wanted, found.get());
        return Stream.of(new Finding(
                FindingKind.REQUIRED_ACTION,
                alias,
                wanted.encode(),
                "enabled: " + found.get().getValue("enabled"),
                () -> change(
                        keycloak.put("/authentication/required-actions/" + encode(alias), change),
                        "changing a required action")));
    }

    private Uni<List<Finding>> clients() {
        return inTurn(desired.clients().stream()
                .<Supplier<Uni<List<Finding>>>>map(client -> () -> client(client))
                .toList());
    }

    private Uni<List<Finding>> client(JsonObject wanted) {
        String clientId = wanted.getString("clientId");
        return keycloak.get("/clients?clientId=" + encode(clientId))
                .map(answer -> answer.required("reading clients").list().stream()
                        .findFirst()
                        .map(found -> client(wanted, found))
                        .orElseGet(() -> List.of(new Finding(
                                FindingKind.CLIENT,
                                clientId,
                                wanted.encode(),
                                null,
                                () -> change(keycloak.post("/clients", wanted), "making a client")))));
    }

    private List<Finding> client(JsonObject wanted, JsonObject found) {
        List<Finding> findings = new ArrayList<>();
        String path = "/clients/" + found.getString("id");
        JsonObject plain = wanted.copy();
        plain.remove("protocolMappers");
        JsonObject change = Differences.merged(plain, found);
        Uni<Void> mend = change(keycloak.put(path, change), "changing a client")
                .memoize()
                .indefinitely();
        for (String name : Differences.between(plain, found)) {
            findings.add(new Finding(
                    FindingKind.CLIENT,
                    wanted.getString("clientId") + ": " + name,
                    Differences.text(plain.getValue(name)),
                    Differences.text(found.getValue(name)),
                    () -> mend));
        }
        Differences.objects(wanted.getJsonArray("protocolMappers"))
                .forEach(mapper -> mapper(path, wanted.getString("clientId"), mapper, found)
                        .ifPresent(findings::add));
        return findings;
    }

    private Optional<Finding> mapper(String clientPath, String clientId, JsonObject wanted, JsonObject client) {
        String path = clientPath + "/protocol-mappers/models";
        Optional<JsonObject> found = Differences.objects(client.getJsonArray("protocolMappers"))
                .filter(mapper -> wanted.getString("name").equals(mapper.getString("name")))
                .findFirst();
        if (found.isPresent() && Differences.satisfies(found.get(), wanted)) {
            return Optional.empty();
        }
        Supplier<Uni<Void>> repair = found.<Supplier<Uni<Void>>>map(mapper -> () -> change(
                        keycloak.put(path + "/" + mapper.getString("id"), Differences.merged(wanted, mapper)),
                        "changing a mapper"))
                .orElse(() -> change(keycloak.post(path, wanted), "making a mapper"));
        return Optional.of(new Finding(
                FindingKind.CLIENT_MAPPER,
                clientId + ": " + wanted.getString("name"),
                wanted.encode(),
                found.map(JsonObject::encode).orElse(null),
                repair));
    }

    private static Uni<Void> change(Uni<KeycloakAnswer> request, String what) {
        // Whoever was quicker has made the same.
        return request.invoke(answer -> {
                    if (answer.status() != 409) {
                        answer.required(what);
                    }
                })
                .replaceWithVoid();
    }

    /** What all comparisons find, one after the other. */
    public static Uni<List<Finding>> inTurn(List<Supplier<Uni<List<Finding>>>> comparisons) {
        return Multi.createFrom()
                .iterable(comparisons)
                .onItem()
                .transformToUniAndConcatenate(Supplier::get)
                .collect()
                .in(ArrayList<Finding>::new, ArrayList::addAll)
                .map(List::copyOf);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
