package dev.tertulia.tenant.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.member.Membership;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.user.User;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A caller, as they are known. */
@Schema(name = "Me")
record MeView(
        Actor actor,

        @Schema(description = "Absent for an API key.") @Nullable
        Person user,

        @Schema(description = "The tenant this call is made in. Absent where several could be meant and none is named.")
        @Nullable
        Place tenant,

        @Schema(examples = "agent") @Nullable Role role,
        @JsonInclude SortedSet<String> permissions,
        @JsonInclude SortedSet<String> features,

        @Schema(description = "Those of which the user is a member: what X-Tenant can say.")
        List<Choice> tenants) {

    /** What the identity provider says of a person. */
    @Schema(name = "Person")
    record Person(
            UUID id,

            @Schema(examples = "marta@panaderialuna.example") @Nullable
            String email,

            @Schema(examples = "Marta Ríos") String name,
            @Nullable String givenName,
            @Nullable String familyName,
            @Nullable String avatarUrl,
            @Nullable String phone) {
        static Person from(User user) {
            return new Person(
                    user.id(),
                    user.email(),
                    user.name(),
                    user.givenName(),
                    user.familyName(),
                    user.avatarUrl(),
                    user.phone());
        }
    }

    /** Where a call is made. */
    @Schema(name = "CurrentTenant")
    record Place(
            UUID id,
            @Schema(examples = "panaderia-luna") String slug,
            @Schema(examples = "active") TenantStatus status) {
        static Place from(CallerTenant tenant) {
            return new Place(tenant.id(), tenant.slug(), TenantStatus.of(tenant.status()));
        }
    }

    /** A tenant to choose. */
    @Schema(name = "TenantChoice")
    record Choice(
            @Schema(examples = "panaderia-luna") String slug,
            @Schema(examples = "Panadería Luna") String name,
            @Schema(examples = "active") TenantStatus status,
            @Schema(examples = "agent") Role role) {
        static Choice from(Membership membership) {
            return new Choice(membership.slug(), membership.tenantName(), membership.tenantStatus(), membership.role());
        }
    }

    static MeView of(Caller caller, @Nullable User user, List<Membership> memberships) {
        CallerTenant tenant = caller.tenant();
        return new MeView(
                caller.actor(),
                user == null ? null : Person.from(user),
                tenant == null ? null : Place.from(tenant),
                caller.role(),
                new TreeSet<>(caller.permissions()),
                new TreeSet<>(caller.features()),
                memberships.stream().map(Choice::from).toList());
    }
}
