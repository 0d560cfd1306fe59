package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.FindingKind;
import dev.tertulia.tenant.identity.IdentityProblem;
import dev.tertulia.tenant.identity.OwnProvider;
import dev.tertulia.tenant.identity.OwnProviders;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' own identity providers in our realm. Fails with {@link IdentityProblem#PROVIDER_AWAY} where Keycloak does not
 * answer, and with {@link IdentityProblem#PROVIDER_REFUSES} where it does not take what it is given.
 */
@ApplicationScoped
public class KeycloakOwnProviders {
    private static final String PROVIDERS = "/identity-provider/instances";
    private static final String ORGANIZATIONS = "/organizations";
    private static final int PAGE = 100;

    private final KeycloakAdmin keycloak;

    KeycloakOwnProviders(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes it as it is to be, its secret too. Repeating it is a no-op. */
    public Uni<Void> ensure(OwnProvider wanted) {
        return organization(wanted.alias())
                .flatMap(found -> ensureOrganization(wanted, found))
                .flatMap(organization -> ensureProvider(wanted, organization))
                .chain(() -> ensureMapper(wanted));
    }

    /** Takes it away; accounts stay. Where it is not there it is a no-op. */
    public Uni<Void> remove(UUID tenant) {
        String alias = OwnProviders.alias(tenant);
        return gone(PROVIDERS + "/" + alias, "removing an identity provider")
                .chain(() -> organization(alias))
                .flatMap(found -> found.map(organization -> gone(path(organization), "removing an organization"))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * Where it is not as it is to be; of the secret nobody can tell.
     *
     * @param mend makes it as it is to be by then
     */
    public Uni<List<Finding>> compare(OwnProvider wanted, Supplier<Uni<Void>> mend) {
        return organization(wanted.alias())
                .flatMap(organization -> provider(wanted.alias())
                        .flatMap(provider -> mapper(wanted.alias())
                                .map(mapper -> Stream.of(
                                                differs(wanted, organization, mend),
                                                differs(wanted, organization, provider, mend),
                                                mapperDiffers(wanted, mapper, mend))
                                        .flatMap(Optional::stream)
                                        .toList())));
    }

    /**
     * What is there and no tenant's, or of a tenant that has none: this can be taken away, the rest is somebody else's.
     *
     * @param tenants those that have one
     * @param mend makes the tenant's as it is to be by then
     */
    public Uni<List<Finding>> strays(Set<UUID> tenants, Function<UUID, Uni<Void>> mend) {
        Uni<List<Finding>> organizations = all(
                ORGANIZATIONS,
                "name",
                name -> stray(name, tenants, FindingKind.ORGANIZATION, FindingKind.ORGANIZATION, mend));
        Uni<List<Finding>> providers = all(
                PROVIDERS,
                "alias",
                alias -> stray(
                        alias, tenants, FindingKind.IDENTITY_PROVIDER, FindingKind.UNKNOWN_IDENTITY_PROVIDER, mend));
        return RealmState.inTurn(List.of(() -> providers, () -> organizations));
    }

    private static Optional<Finding> stray(
            String name,
            Set<UUID> tenants,
            FindingKind ofTenant,
            FindingKind ofOthers,
            Function<UUID, Uni<Void>> mend) {
        Optional<UUID> tenant = OwnProviders.tenantOf(name);
        if (tenant.isEmpty()) {
            return Optional.of(Finding.of(ofOthers, name, null, "one of this name"));
        }
        return tenant.filter(id -> !tenants.contains(id))
                .map(id -> new Finding(ofTenant, name, null, "one of this name", () -> mend.apply(id)));
    }

    private Uni<List<Finding>> all(String path, String key, Function<String, Optional<Finding>> look) {
        return page(path, key, look, 0, new ArrayList<>());
    }

    private Uni<List<Finding>> page(
            String path, String key, Function<String, Optional<Finding>> look, int first, List<Finding> found) {
        return keycloak.get(path + "?briefRepresentation=true&first=%d&max=%d".formatted(first, PAGE))
                .flatMap(answer -> {
                    List<JsonObject> page = answer.required("listing " + path).list();
                    page.forEach(one -> look.apply(one.getString(key, "")).ifPresent(found::add));
                    return page.size() < PAGE
                            ? Uni.createFrom().item(List.copyOf(found))
                            : page(path, key, look, first + PAGE, found);
                });
    }

    private Uni<Optional<JsonObject>> organization(String alias) {
        return keycloak.get(ORGANIZATIONS + "?exact=true&briefRepresentation=false&search=" + alias)
                .map(answer -> answer.required("looking for an organization").list().stream()
                        .filter(found -> alias.equals(found.getString("name")))
                        .findFirst());
    }

    private Uni<Optional<JsonObject>> provider(String alias) {
        return keycloak.get(PROVIDERS + "/" + alias)
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : Optional.of(
                                answer.required("reading an identity provider").object()));
    }

    private Uni<Optional<JsonObject>> mapper(String alias) {
        return keycloak.get(PROVIDERS + "/" + alias + "/mappers")
                .map(answer -> answer.status() == 404
                        ? Optional.empty()
                        : answer.required("reading mappers").list().stream()
                                .filter(found -> OwnProviderShape.MAPPER.equals(found.getString("name")))
                                .findFirst());
    }

    /** @return its id */
    private Uni<String> ensureOrganization(OwnProvider wanted, Optional<JsonObject> found) {
        JsonObject shape = OwnProviderShape.organization(wanted);
        if (found.isEmpty()) {
            return taken(keycloak.post(ORGANIZATIONS, shape), "making an organization")
                    .map(KeycloakAnswer::newId);
        }
        String id = found.get().getString("id");
        return sameOrganization(wanted, found.get())
                ? Uni.createFrom().item(id)
                : taken(
                                keycloak.put(path(found.get()), Differences.merged(shape, found.get())),
                                "changing an organization")
                        .replaceWith(id);
    }

    private static boolean sameOrganization(OwnProvider wanted, JsonObject found) {
        return found.getBoolean("enabled", true) == wanted.enabled()
                && domains(found).equals(wanted.domains());
    }

    private static List<String> domains(JsonObject organization) {
        return Differences.objects(organization.getJsonArray("domains"))
                .map(domain -> domain.getString("name"))
                .sorted()
                .toList();
    }

    private Uni<Void> ensureProvider(OwnProvider wanted, String organization) {
        JsonObject shape = OwnProviderShape.provider(wanted).put("displayName", wanted.name());
        shape.getJsonObject("config").put("clientSecret", wanted.clientSecret());
        String path = PROVIDERS + "/" + wanted.alias();
        return provider(wanted.alias())
                // What people are called at another issuer says nothing of who they are at this one.
                .flatMap(found -> found.filter(
                                one -> !wanted.issuer().equals(config(one).getString("issuer")))
                        .map(another ->
                                gone(path, "removing an identity provider").replaceWith(Optional.<JsonObject>empty()))
                        .orElseGet(() -> Uni.createFrom().item(found)))
                .flatMap(found -> found.map(Uni.createFrom()::item)
                        .orElseGet(() -> taken(keycloak.post(PROVIDERS, unlinked(shape)), "making an identity provider")
                                .replaceWith(shape)))
                .flatMap(found -> organization.equals(found.getString("organizationId"))
                        ? Uni.createFrom().item(found)
                        : link(wanted.alias(), organization, found.getString("organizationId")))
                .chain(() -> keycloak.get(path))
                .map(answer -> Differences.merged(
                        shape, answer.required("reading an identity provider").object()))
                .flatMap(change -> taken(keycloak.put(path, change), "changing an identity provider"))
                .replaceWithVoid();
    }

    /** What concerns its organization is only kept of one that has one. */
    private static JsonObject unlinked(JsonObject shape) {
        JsonObject copy = shape.copy();
        copy.getJsonObject("config").remove("kc.org.domain");
        copy.getJsonObject("config").remove("kc.org.broker.redirect.mode.email-matches");
        return copy;
    }

    private Uni<JsonObject> link(String alias, String organization, @Nullable String before) {
        Uni<Void> free = before == null
                ? Uni.createFrom().voidItem()
                : gone(ORGANIZATIONS + "/" + before + "/identity-providers/" + alias, "unlinking");
        return free.chain(() -> taken(
                        keycloak.post(ORGANIZATIONS + "/" + organization + "/identity-providers", alias),
                        "linking an identity provider"))
                .replaceWith(new JsonObject());
    }

    private Uni<Void> ensureMapper(OwnProvider wanted) {
        JsonObject shape = OwnProviderShape.mapper(wanted);
        String path = PROVIDERS + "/" + wanted.alias() + "/mappers";
        return mapper(wanted.alias())
                .flatMap(found -> found.map(one -> Differences.satisfies(one, shape)
                                ? Uni.createFrom().voidItem()
                                : taken(
                                                keycloak.put(
                                                        path + "/" + one.getString("id"),
                                                        Differences.merged(shape, one)),
                                                "changing a mapper")
                                        .replaceWithVoid())
                        .orElseGet(() -> taken(keycloak.post(path, shape), "making a mapper")
                                .replaceWithVoid()));
    }

    private static Optional<Finding> differs(OwnProvider wanted, Optional<JsonObject> found, Supplier<Uni<Void>> mend) {
        if (found.isPresent() && sameOrganization(wanted, found.get())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.ORGANIZATION,
                wanted.alias(),
                described(wanted.enabled(), wanted.domains()),
                found.map(one -> described(one.getBoolean("enabled", true), domains(one)))
                        .orElse(null),
                mend));
    }

    private static String described(boolean enabled, List<String> domains) {
        return (enabled ? "enabled, " : "disabled, ") + String.join(", ", domains);
    }

    private static Optional<Finding> differs(
            OwnProvider wanted,
            Optional<JsonObject> organization,
            Optional<JsonObject> found,
            Supplier<Uni<Void>> mend) {
        if (found.isEmpty()) {
            return Optional.of(new Finding(FindingKind.IDENTITY_PROVIDER, wanted.alias(), wanted.issuer(), null, mend));
        }
        JsonObject shape = OwnProviderShape.provider(wanted);
        organization.ifPresent(one -> shape.put("organizationId", one.getString("id")));
        JsonObject plain = shape.copy();
        plain.remove("config");
        JsonObject there = found.get();
        List<String> names = Stream.concat(
                        Differences.between(plain, there).stream(),
                        Differences.between(shape.getJsonObject("config"), config(there)).stream())
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        FindingKind.IDENTITY_PROVIDER,
                        wanted.alias(),
                        described(names, plain, shape.getJsonObject("config")),
                        described(names, there, config(there)),
                        mend));
    }

    private static String described(List<String> names, JsonObject plain, JsonObject config) {
        return names.stream()
                .map(name -> name + ": " + (plain.containsKey(name) ? plain.getValue(name) : config.getValue(name)))
                .collect(Collectors.joining(", "));
    }

    private static Optional<Finding> mapperDiffers(
            OwnProvider wanted, Optional<JsonObject> found, Supplier<Uni<Void>> mend) {
        JsonObject shape = OwnProviderShape.mapper(wanted);
        if (found.isPresent() && Differences.satisfies(found.get(), shape)) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                FindingKind.IDENTITY_PROVIDER,
                wanted.alias() + ": " + OwnProviderShape.MAPPER,
                shape.encode(),
                found.map(JsonObject::encode).orElse(null),
                mend));
    }

    private static JsonObject config(JsonObject provider) {
        return provider.getJsonObject("config", new JsonObject());
    }

    private static String path(JsonObject organization) {
        return ORGANIZATIONS + "/" + organization.getString("id");
    }

    private Uni<Void> gone(String path, String what) {
        return keycloak.delete(path)
                .invoke(answer -> {
                    if (answer.status() != 404) {
                        answer.required(what);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<KeycloakAnswer> taken(Uni<KeycloakAnswer> request, String what) {
        return request.map(answer -> {
            if (answer.isOk()) {
                return answer;
            }
            KeycloakAdmin.unexpected(what, answer);
            throw ProblemException.of(IdentityProblem.PROVIDER_REFUSES);
        });
    }
}
