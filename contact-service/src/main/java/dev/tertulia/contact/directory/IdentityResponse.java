package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.OwnedIdentity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A way to reach a contact, as it is shown. */
@Schema(description = "A way to reach a contact.")
record IdentityResponse(
        UUID id,
        @Schema(examples = "whatsapp") String kind,

        @Schema(description = "Within what the value is unique; empty: in the world.", examples = "")
        String scope,

        @Schema(description = "The form that identities are compared by.", examples = "+573001112233")
        String value,

        @Schema(description = "What the provider calls it.", examples = "573001112233")
        String address,

        Instant createdAt) {

    static IdentityResponse from(OwnedIdentity owned) {
        return new IdentityResponse(
                owned.id(),
                owned.identity().kind(),
                owned.identity().scope(),
                owned.identity().value(),
                owned.identity().address(),
                owned.createdAt());
    }
}
