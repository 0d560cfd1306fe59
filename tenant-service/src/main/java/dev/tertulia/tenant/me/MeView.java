package dev.tertulia.tenant.me;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.Role;
import dev.tertulia.tenant.member.Membership;
import dev.tertulia.tenant.tenant.TenantStatus;
import dev.tertulia.tenant.user.PreferenceService;
import dev.tertulia.tenant.user.Preferences;
import dev.tertulia.tenant.user.User;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A caller, as they are known. */
@Schema(name = "Me")
record MeView(
        @Schema(
                examples =
                        "{\"type\":\"user\",\"id\":\"0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12\",\"name\":\"Marta Ríos\",\"memberId\":\"0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60\"}")
        Actor actor,

        @Schema(description = "Absent for an API key.") @Nullable
        Person user,

        @Schema(description = "The tenant this call is made in. Absent where several could be meant and none is named.")
        @Nullable
        Place tenant,

        @Schema(examples = "agent") @Nullable Role role,

        @Schema(
                description = "All that the caller may: what GET roles says of the role, and the extra ones.",
                examples = "[\"conversations:read\",\"messages:send\"]")
        @JsonInclude
        SortedSet<String> permissions,

        @Schema(description = "Those that a member has beside the role's.", examples = "[\"labels:manage\"]")
        @JsonInclude
        SortedSet<String> extraPermissions,

        @Schema(examples = "[\"campaigns\",\"appointments\"]") @JsonInclude
        SortedSet<String> features,

        @Schema(description = "What the user wants for themself. Absent for an API key.") @Nullable
        Preferences preferences,

        @Schema(description = "Those of which the user is a member: what X-Tenant can say.")
        List<Choice> tenants,

        @JsonIgnore @Schema(hidden = true) int version) {

    /** What the identity provider says of a person. */
    @Schema(name = "Person")
    record Person(
            UUID id,

            @Schema(examples = "marta@panaderialuna.example") @Nullable
            String email,

            @Schema(examples = "Marta Ríos") String name,
            @Schema(examples = "Marta") @Nullable String givenName,
            @Schema(examples = "Ríos") @Nullable String familyName,

            @Schema(examples = "https://id.example.com/marta.png") @Nullable
            String avatarUrl,

            @Schema(examples = "+573001112233") @Nullable String phone) {
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

    static MeView ofKey(Caller caller) {
        return of(caller, null, null, Set.of(), List.of(), 0);
    }

    static MeView of(
            Caller caller,
            User user,
            PreferenceService.Kept kept,
            Set<String> extraPermissions,
            List<Membership> memberships) {
        return of(caller, user, kept.preferences(), extraPermissions, memberships, kept.version());
    }

    private static MeView of(
            Caller caller,
            @Nullable User user,
            @Nullable Preferences preferences,
            Set<String> extraPermissions,
            List<Membership> memberships,
            int version) {
        CallerTenant tenant = caller.tenant();
        return new MeView(
                caller.actor(),
                user == null ? null : Person.from(user),
                tenant == null ? null : Place.from(tenant),
                caller.role(),
                new TreeSet<>(caller.permissions()),
                new TreeSet<>(extraPermissions),
                new TreeSet<>(caller.features()),
                preferences,
                memberships.stream().map(Choice::from).toList(),
                version);
    }
}
