package dev.tertulia.tenant.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose invitation is looked at: the token is no part of an address, which would be logged on the way. */
@Schema(name = "InvitationLookUp")
record LookUpInvitationRequest(
        @Schema(
                examples = "in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy",
                description = "The end of the link in the mail.")
        @NotBlank
        @Size(max = 100)
        String token) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "LookUpInvitationRequest[]";
    }
}
