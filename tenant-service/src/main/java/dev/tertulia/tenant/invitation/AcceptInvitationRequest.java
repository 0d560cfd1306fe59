package dev.tertulia.tenant.invitation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody says yes. */
@Schema(name = "InvitationAcceptance")
record AcceptInvitationRequest(
        @Schema(
                examples = "in_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0a4Bq9Xy",
                description = "The end of the link in the mail.")
        @NotBlank
        @Size(max = 100)
        String token,

        @Schema(
                examples = "correct horse battery staple",
                description = "Of who has no account yet, to sign in with from now on.")
        @Size(max = 200)
        @Nullable
        String password,

        @Schema(examples = "Marta Ríos", description = "How who has no account yet wants to be called.")
        @Size(min = 1, max = 200)
        @Nullable
        String name) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "AcceptInvitationRequest[]";
    }
}
