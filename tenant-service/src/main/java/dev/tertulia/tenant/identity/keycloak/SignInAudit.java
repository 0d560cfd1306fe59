package dev.tertulia.tenant.identity.keycloak;

import dev.tertulia.platform.context.CurrentActor;
import dev.tertulia.platform.events.AuditTrail;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.member.Membership;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.user.UserService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Puts what somebody did at the identity provider into the audit of each tenant of which they are an active member. */
@ApplicationScoped
class SignInAudit {
    private static final String REMEMBER = """
        insert into processed_event (consumer, event_id) values ('keycloak', $1) on conflict do nothing\
        """;

    /** Enough for what comes again in each round; what is forgotten is looked up. */
    private static final int MOST_REMEMBERED = 20_000;

    private final KeycloakAdmin keycloak;
    private final UserService users;
    private final MembershipService memberships;
    private final UnitOfWork unitOfWork;
    private final TenantDatabase database;
    private final AuditTrail audit;
    private final String issuer;
    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();

    SignInAudit(
            KeycloakAdmin keycloak,
            UserService users,
            MembershipService memberships,
            UnitOfWork unitOfWork,
            TenantDatabase database,
            AuditTrail audit,
            IdentityConfig config) {
        this.keycloak = keycloak;
        this.users = users;
        this.memberships = memberships;
        this.unitOfWork = unitOfWork;
        this.database = database;
        this.audit = audit;
        this.issuer = config.issuer().toString();
    }

    /** Who it was: a user, or somebody with an account who has never called us yet. */
    private record Person(
            @Nullable UUID userId, String name, @Nullable String verifiedEmail) {}

    /** Repeating it is a no-op. */
    Uni<Void> note(SignInEvent event) {
        if (taken.contains(event.id())) {
            return Uni.createFrom().voidItem();
        }
        return person(event.subject())
                .flatMap(person -> memberships
                        .find(person.userId(), person.verifiedEmail())
                        .onItem()
                        .transformToMulti(found -> Multi.createFrom().iterable(found))
                        .onItem()
                        .transformToUniAndConcatenate(membership -> note(event, person, membership))
                        .collect()
                        .last())
                .invoke(() -> remember(event.id()))
                .replaceWithVoid();
    }

    private void remember(UUID id) {
        if (taken.size() >= MOST_REMEMBERED) {
            taken.clear();
        }
        taken.add(id);
    }

    private Uni<Person> person(String subject) {
        return users.find(issuer, subject)
                .flatMap(known -> known.map(
                                user -> Uni.createFrom().item(new Person(user.id(), user.name(), user.verifiedEmail())))
                        .orElseGet(() -> newcomer(subject)));
    }

    /** Somebody who signs in for the first time: their place in a tenant waits for their address. */
    private Uni<Person> newcomer(String subject) {
        return keycloak.get("/users/" + RealmState.encode(subject)).map(answer -> {
            JsonObject account = answer.status() == 404
                    ? new JsonObject()
                    : answer.required("looking for an account").object();
            String email = account.getString("email");
            return new Person(
                    null,
                    (account.getString("firstName", "") + " " + account.getString("lastName", "")).strip(),
                    email != null && account.getBoolean("emailVerified", false)
                            ? email.toLowerCase(Locale.ROOT)
                            : null);
        });
    }

    private Uni<Void> note(SignInEvent event, Person person, Membership membership) {
        return unitOfWork.as(membership.tenantId(), () -> {
            CurrentActor.bind(acting(event, person, membership));
            return database.inTransaction(connection -> connection
                    .preparedQuery(REMEMBER)
                    .execute(Tuple.of(event.id()))
                    .flatMap(remembered -> remembered.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : audit.note(
                                    event.action(),
                                    "member",
                                    membership.memberId().toString(),
                                    event.details())));
        });
    }

    private static String acting(SignInEvent event, Person person, Membership membership) {
        JsonObject actor = new JsonObject()
                .put("type", "user")
                .put("name", person.name())
                .put("memberId", membership.memberId().toString());
        if (person.userId() != null) {
            actor.put("id", person.userId().toString());
        }
        JsonObject acting = new JsonObject()
                .put("actor", actor)
                .put("role", membership.role().wireName());
        if (event.ip() != null) {
            acting.put("ip", event.ip());
        }
        return acting.encode();
    }
}
