package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.crypto.RandomTokens;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.security.RolePermissions;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.MergePatch;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes, shows, rotates, revokes and recognises API keys. They are the tenant's, and outlive their makers' membership. */
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
                        .map(key -> ApiKeyView.from(key, clock.instant())));
    }

    @WithTransaction
    Uni<ApiKeyView> get(UUID id) {
        return existing(keys.findById(id)).map(key -> ApiKeyView.from(key, clock.instant()));
    }

    /** The answer is the only one ever to hold the key. */
    @WithTransaction
    Uni<ApiKeyView> create(Caller caller, NewApiKey wanted) {
        requireGrantable(caller, wanted);
        String secret = RandomTokens.create(ApiKey.KIND);
        Instant now = clock.instant();
        ApiKey key = new ApiKey(UuidV7.next(), secret, wanted, caller.actor(), now);
        return keys.persistAndFlush(key).map(saved -> ApiKeyView.created(saved, secret, now));
    }

    /**
     * Makes a key that takes the place of this one, which works beside it for the overlap and not longer than it would have
     * anyhow. The answer is the only one ever to hold the new key. A key gives way once: fails with {@link
     * ApiKeyProblem#REPLACED} and {@link ApiKeyProblem#NOT_VALID}, and where the caller may not all that the key may.
     */
    @WithTransaction
    Uni<ApiKeyView> rotate(Caller caller, UUID id, Duration overlap) {
        return existing(keys.forChange(id)).flatMap(old -> {
            Instant now = clock.instant();
            requireCurrent(old, now);
            // Whoever gets the new secret could use it.
            Grants.requireHeld(caller, old.permissions());
            String secret = RandomTokens.create(ApiKey.KIND);
            ApiKey successor = old.successor(UuidV7.next(), secret, caller.actor(), now);
            return keys.persistAndFlush(successor)
                    .invoke(saved -> old.giveWayTo(saved, now.plus(overlap)))
                    .call(keys::flush)
                    .map(saved -> ApiKeyView.created(saved, secret, now));
        });
    }

    /** Fails as {@link #rotate} for a key that works no longer, or gave way to another. */
    @WithTransaction
    Uni<ApiKeyView> change(UUID id, @Nullable String ifMatch, MergePatch<EditableApiKey> patch) {
        return existing(keys.forChange(id)).flatMap(key -> {
            EntityTags.requireMatch(ifMatch, key.version);
            Instant now = clock.instant();
            requireCurrent(key, now);
            EditableApiKey wanted = patch.apply(key.editable());
            if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(now)) {
                throw ProblemException.invalid("expiresAt", "must be a future date");
            }
            key.change(wanted);
            return keys.flush().map(flushed -> ApiKeyView.from(key, now));
        });
    }

    private static void requireCurrent(ApiKey key, Instant now) {
        switch (key.status(now)) {
            case ACTIVE -> {
                // It can be changed.
            }
            case REPLACED ->
                throw ProblemException.of(ApiKeyProblem.REPLACED, "Do it with the key that takes its place.")
                        .with("replacedBy", Objects.requireNonNull(key.replacedBy));
            case EXPIRED, REVOKED -> throw ProblemException.of(ApiKeyProblem.NOT_VALID, "Make a new one.");
        }
    }

    private static Uni<ApiKey> existing(Uni<ApiKey> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.of(ApiKeyProblem.NOT_FOUND));
    }

    /** Refused from now on; what was issued for it ends within a minute. Repeating it is a no-op. */
    @WithTransaction
    Uni<Void> revoke(UUID id) {
        return existing(keys.forChange(id))
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
