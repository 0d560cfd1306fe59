package dev.tertulia.tenant.invitation;

import dev.tertulia.tenant.member.MemberView;
import dev.tertulia.tenant.tenant.TenantView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who somebody is from now on, and where. */
@Schema(name = "AcceptedInvitation")
record AcceptedInvitation(Place tenant, MemberView member) {

    /** What to say in X-Tenant, and what it is called. */
    @Schema(name = "JoinedTenant")
    record Place(
            UUID id,
            @Schema(examples = "panaderia-luna") String slug,
            @Schema(examples = "Panadería Luna") String name) {}

    static AcceptedInvitation of(TenantView tenant, MemberView member) {
        return new AcceptedInvitation(new Place(tenant.id(), tenant.slug(), tenant.name()), member);
    }
}
