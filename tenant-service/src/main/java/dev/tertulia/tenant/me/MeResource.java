package dev.tertulia.tenant.me;

import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.member.MembershipService;
import dev.tertulia.tenant.user.UserService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller about themself. */
@Path("/api/v1/me")
@Tag(name = "me")
public class MeResource {
    private final CurrentCaller caller;
    private final UserService users;
    private final MembershipService memberships;

    MeResource(CurrentCaller caller, UserService users, MembershipService memberships) {
        this.caller = caller;
        this.users = users;
        this.memberships = memberships;
    }

    @GET
    @Authenticated
    @Operation(
            operationId = "getMe",
            summary = "Who is calling, in which tenant, and what they may do",
            description = "Works without a choice of tenant, and then tells which there are to choose from.")
    @APIResponse(responseCode = "200", description = "The caller.")
    @APIResponse(responseCode = "401", description = "unauthenticated")
    public Uni<MeView> get() {
        Caller me = caller.get();
        if (me.actor().type() != Actor.Type.USER) {
            return Uni.createFrom().item(MeView.of(me, null, List.of()));
        }
        return users.find(me.actor().id())
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.UNAUTHENTICATED)))
                .flatMap(user -> memberships.of(user).map(places -> MeView.of(me, user, places)));
    }
}
