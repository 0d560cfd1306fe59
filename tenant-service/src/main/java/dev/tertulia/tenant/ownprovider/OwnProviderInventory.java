package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.FindingKind;
import dev.tertulia.tenant.identity.OwnProvider;
import dev.tertulia.tenant.identity.OwnProviders;
import dev.tertulia.tenant.identity.keycloak.KeycloakOwnProviders;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Compares the organizations and identity providers of Keycloak with what the tenants have. What is mended is made as it
 * stands by then, and not as it was when it was compared.
 */
@ApplicationScoped
public class OwnProviderInventory {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PAGE = 100;

    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final OwnProviderService providers;
    private final KeycloakOwnProviders keycloak;
    private final OwnProviderSync sync;

    OwnProviderInventory(
            CrossTenantLookup acrossTenants,
            UnitOfWork unitOfWork,
            OwnProviderService providers,
            KeycloakOwnProviders keycloak,
            OwnProviderSync sync) {
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.providers = providers;
        this.keycloak = keycloak;
        this.sync = sync;
    }

    public Uni<List<Finding>> compare() {
        Set<UUID> having = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        return compareFrom(BEFORE_ALL, having, findings)
                .chain(() -> keycloak.strays(having, sync::carryNow))
                .map(strays -> {
                    findings.addAll(strays);
                    return List.copyOf(findings);
                });
    }

    private Uni<Void> compareFrom(UUID after, Set<UUID> having, List<Finding> findings) {
        return tenants(after)
                .flatMap(page -> Multi.createFrom()
                        .iterable(page)
                        .onItem()
                        .transformToUniAndConcatenate(
                                tenant -> compare(tenant, having).invoke(findings::addAll))
                        .collect()
                        .last()
                        .chain(() -> page.size() < PAGE
                                ? Uni.createFrom().voidItem()
                                : compareFrom(page.getLast(), having, findings)));
    }

    private Uni<List<Finding>> compare(UUID tenant, Set<UUID> having) {
        return wanted(tenant)
                .flatMap(wanted -> wanted.map(one -> {
                            having.add(tenant);
                            return keycloak.compare(one, () -> sync.carryNow(tenant));
                        })
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                // What one tenant has lost keeps nobody from looking at the others.
                .onFailure(CryptoException.class)
                .recoverWithItem(() -> {
                    having.add(tenant);
                    return List.of(Finding.of(
                            FindingKind.IDENTITY_PROVIDER,
                            OwnProviders.alias(tenant),
                            "a secret that opens",
                            "one under a master key that is not here: the tenant has to set it again"));
                });
    }

    private Uni<Optional<OwnProvider>> wanted(UUID tenant) {
        return unitOfWork.as(tenant, providers::wanted);
    }

    private Uni<List<UUID>> tenants(UUID after) {
        return acrossTenants
                .select("tenants_with_identity_provider", Tuple.of(after, PAGE))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("tenant_id"))
                        .toList());
    }
}
