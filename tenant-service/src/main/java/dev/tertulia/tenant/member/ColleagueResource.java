package dev.tertulia.tenant.member;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The people of the caller's tenant, as all of them may know each other. */
@Path("/api/v1/colleagues")
@Tag(name = "members")
public class ColleagueResource {
    private final MemberService members;

    ColleagueResource(MemberService members) {
        this.members = members;
    }

    @GET
    @PermissionsAllowed({Permission.MEMBERS_READ, Permission.MEMBERS_READ_OWN})
    @Operation(
            operationId = "listColleagues",
            summary = "Whom one works with",
            description = "By name, for everybody, so that an agent can hand a conversation over: without addresses and"
                    + " permissions, which members shows to those who may see them.")
    public Uni<Page<ColleagueView>> list(
            @BeanParam PageRequest page,
            @Parameter(description = "Part of a name, whatever its case and accents.")
                    @QueryParam("q")
                    @Size(max = 200)
                    @Nullable
                    String text,
            @QueryParam("active") @Nullable Boolean active) {
        return members.colleagues(page, text, active);
    }
}
