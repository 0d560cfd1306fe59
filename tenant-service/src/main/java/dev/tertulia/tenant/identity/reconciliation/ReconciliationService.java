package dev.tertulia.tenant.identity.reconciliation;

import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.IdentityConfig;
import dev.tertulia.tenant.identity.IdentityTasks;
import dev.tertulia.tenant.identity.keycloak.RealmInventory;
import dev.tertulia.tenant.identity.keycloak.RealmState;
import dev.tertulia.tenant.identity.reconciliation.Reconciliation.FindingView;
import dev.tertulia.tenant.ownprovider.OwnProviderInventory;
import dev.tertulia.tenant.user.KnownSubject;
import dev.tertulia.tenant.user.UserService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Compares, and mends where it is told to, one replica at a time. */
@ApplicationScoped
class ReconciliationService {
    private static final Logger LOG = Logger.getLogger(ReconciliationService.class);
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PEOPLE_AT_ONCE = 500;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final RealmState realm;
    private final RealmInventory inventory;
    private final OwnProviderInventory ownProviders;
    private final UserService users;
    private final IdentityTasks tasks;
    private final IdentityConfig config;

    ReconciliationService(
            RealmState realm,
            RealmInventory inventory,
            OwnProviderInventory ownProviders,
            UserService users,
            IdentityTasks tasks,
            IdentityConfig config) {
        this.realm = realm;
        this.inventory = inventory;
        this.ownProviders = ownProviders;
        this.users = users;
        this.tasks = tasks;
        this.config = config;
    }

    /** Fails with a {@link ReconciliationProblem}, or where the provider does not answer. */
    Uni<Reconciliation> reconcile(boolean repair, @Nullable UUID after) {
        IdentityConfig.requireOurs(config);
        if (!repair) {
            return compare(after, false);
        }
        return tasks.alone(IdentityTasks.REALM, LIMIT, () -> compare(after, true))
                .map(done -> done.orElseThrow(
                        () -> ProblemException.of(ReconciliationProblem.UNDER_WAY, "Try again in a while.")));
    }

    private Uni<Reconciliation> compare(@Nullable UUID after, boolean repair) {
        Supplier<Uni<List<Finding>>> ofRealm =
                () -> after == null ? realm.compare() : Uni.createFrom().item(List.of());
        Supplier<Uni<List<Finding>>> ofOthers = () -> after == null
                ? RealmState.inTurn(List.of(ownProviders::compare, inventory::compare))
                : Uni.createFrom().item(List.of());
        return ofRealm.get()
                .flatMap(findings -> view(findings, repair))
                .flatMap(views ->
                        ofOthers.get().flatMap(others -> view(others, repair)).map(more -> joined(views, more)))
                .flatMap(views -> people(after == null ? BEFORE_ALL : after, views));
    }

    private Uni<Reconciliation> people(UUID after, List<FindingView> views) {
        return users.page(config.issuer().toString(), after, PEOPLE_AT_ONCE)
                .flatMap(people -> inventory
                        .compare(people)
                        .flatMap(findings -> view(findings, false))
                        .map(found -> new Reconciliation(joined(views, found), people.size(), next(people))));
    }

    private static @Nullable UUID next(List<KnownSubject> people) {
        return people.size() < PEOPLE_AT_ONCE ? null : people.getLast().userId();
    }

    private static Uni<List<FindingView>> view(List<Finding> findings, boolean repair) {
        return Multi.createFrom()
                .iterable(findings)
                .onItem()
                .transformToUniAndConcatenate(
                        finding -> repair ? mend(finding) : Uni.createFrom().item(FindingView.of(finding, false)))
                .collect()
                .asList();
    }

    private static Uni<FindingView> mend(Finding finding) {
        Supplier<Uni<Void>> repair = finding.repair();
        if (repair == null) {
            return Uni.createFrom().item(FindingView.of(finding, false));
        }
        return repair.get()
                .map(done -> true)
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("Not mended, %s %s: %s", finding.kind(), finding.subject(), failure.getMessage()))
                .onFailure()
                .recoverWithItem(false)
                .map(mended -> FindingView.of(finding, mended));
    }

    private static List<FindingView> joined(List<FindingView> some, List<FindingView> more) {
        List<FindingView> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
