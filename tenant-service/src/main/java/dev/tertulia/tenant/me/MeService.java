package dev.tertulia.tenant.me;

import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Role;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.role.RoleService;
import dev.tertulia.tenant.user.PreferenceService;
import dev.tertulia.tenant.user.User;
import dev.tertulia.tenant.user.UserService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the caller is and wants. */
@ApplicationScoped
class MeService {
    private final CurrentCaller caller;
    private final UserService users;
    private final MembershipService memberships;
    private final RoleService roles;
    private final PreferenceService preferences;

    MeService(
            CurrentCaller caller,
            UserService users,
            MembershipService memberships,
            RoleService roles,
            PreferenceService preferences) {
        this.caller = caller;
        this.users = users;
        this.memberships = memberships;
        this.roles = roles;
        this.preferences = preferences;
    }

    Uni<MeView> get() {
        Caller me = caller.get();
        if (me.actor().type() != Actor.Type.USER) {
            return Uni.createFrom().item(MeView.ofKey(me));
        }
        return user(me).flatMap(user -> preferences.of(user.id()).flatMap(kept -> view(me, user, kept)));
    }

    /** Fails with {@link MeProblem#NOT_A_PERSON} for an API key. */
    Uni<MeView> change(@Nullable String ifMatch, MergePatch<EditableMe> patch) {
        Caller me = caller.get();
        if (me.actor().type() != Actor.Type.USER) {
            return Uni.createFrom().failure(ProblemException.of(MeProblem.NOT_A_PERSON));
        }
        return user(me).flatMap(user -> preferences
                .change(
                        user.id(),
                        ifMatch,
                        now -> patch.apply(new EditableMe(now)).preferences())
                .flatMap(kept -> view(me, user, kept)));
    }

    private Uni<User> user(Caller me) {
        return users.find(me.actor().id())
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.UNAUTHENTICATED)));
    }

    private Uni<MeView> view(Caller me, User user, PreferenceService.Kept kept) {
        return memberships
                .of(user)
                .flatMap(places -> beside(me).map(extra -> MeView.of(me, user, kept, extra, places)));
    }

    /** What a member may beside what their role permits. */
    private Uni<Set<String>> beside(Caller me) {
        Role role = me.role();
        if (me.memberId() == null || role == null) {
            return Uni.createFrom().item(Set.of());
        }
        return roles.table().map(table -> {
            Set<String> extra = new TreeSet<>(me.permissions());
            extra.removeAll(table.of(role));
            return extra;
        });
    }
}
