package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.crypto.RandomTokens;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.Grants;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, shows, revokes and recognises API keys. */
@ApplicationScoped
public class ApiKeyService {
    private final ApiKeyRepository keys;
    private final CrossTenantLookup acrossTenants;
    private final UnitOfWork unitOfWork;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, CrossTenantLookup acrossTenants, UnitOfWork unitOfWork, Clock clock) {
        this.keys = keys;
        this.acrossTenants = acrossTenants;
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Page<ApiKeyView>> page(PageRequest page) {
        return keys.page(page)
                .map(rows -> Page.of(rows, page, row -> ApiKeyRepository.BY_ID.cursor(row.id))
                        .map(ApiKeyView::from));
    }

    /** The answer is the only one ever to hold the key. */
    @WithTransaction
    Uni<ApiKeyView> create(Caller caller, NewApiKey wanted) {
        requireGrantable(caller, wanted);
        String secret = RandomTokens.create(ApiKey.KIND);
        ApiKey key = new ApiKey(UuidV7.next(), secret, wanted, caller.actor().id(), clock.instant());
        return keys.persistAndFlush(key).map(saved -> ApiKeyView.created(saved, secret));
    }

    /** Refused from now on; what was issued for it ends within a minute. Repeating it is a no-op. */
    @WithTransaction
    Uni<Void> revoke(UUID id) {
        return keys.findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.of(ApiKeyProblem.NOT_FOUND))
                .invoke(key -> key.revoke(clock.instant()))
                .replaceWithVoid();
    }

    /**
     * Whose key this is, as of now, and notes that it was used. Fails with {@link ApiKeyProblem#NOT_ACCEPTED}, which says
     * no more than that: unknown, wrong, expired and revoked look the same.
     */
    public Uni<KeyHolder> recognise(String secret) {
        if (!RandomTokens.isWellFormed(ApiKey.KIND, secret)) {
            return Uni.createFrom().failure(notAccepted());
        }
        return acrossTenants
                .select("api_key_by_prefix", Tuple.of(RandomTokens.visiblePart(secret)))
                .flatMap(rows -> {
                    var iterator = rows.iterator();
                    if (!iterator.hasNext()) {
                        return Uni.createFrom().failure(notAccepted());
                    }
                    Row row = iterator.next();
                    UUID tenant = row.getUUID("tenant_id");
                    return unitOfWork.as(tenant, () -> open(tenant, row.getUUID("api_key_id"), secret));
                });
    }

    /** The same for a key that was recognised before. */
    public Uni<KeyHolder> recogniseAgain(UUID tenant, UUID id) {
        return unitOfWork.as(tenant, () -> open(tenant, id, null));
    }

    @WithTransaction
    Uni<KeyHolder> open(UUID tenant, UUID id, @Nullable String secret) {
        return keys.findById(id)
                .onItem()
                .ifNull()
                .failWith(ApiKeyService::notAccepted)
                .invoke(key -> {
                    if (!key.isValid(clock.instant()) || secret != null && !key.matches(secret)) {
                        throw notAccepted();
                    }
                })
                .call(key -> keys.used(id))
                .map(key -> new KeyHolder(tenant, id, key.name, key.role, key.permissions()));
    }

    private static ProblemException notAccepted() {
        return ProblemException.of(ApiKeyProblem.NOT_ACCEPTED, "Use another key, or make a new one.");
    }

    private static void requireGrantable(Caller caller, NewApiKey wanted) {
        if (wanted.role() == Role.OWNER || wanted.role() == Role.PLATFORM_ADMIN) {
            throw ProblemException.invalid("role", "must be admin, supervisor, agent or viewer");
        }
        Set<String> permitted = RolePermissions.of(wanted.role());
        List<String> scopes = wanted.scopes() == null ? List.copyOf(permitted) : wanted.scopes();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < scopes.size(); i++) {
            if (!permitted.contains(scopes.get(i))) {
                errors.add(new FieldError("scopes[" + i + "]", "must be a permission of the role"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
        Grants.requireHeld(caller, scopes);
    }
}
