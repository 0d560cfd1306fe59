package dev.tertulia.tenant.signup;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Shows that the address is theirs. */
@Schema(name = "SignupConfirmation")
record ConfirmSignupRequest(
        @Schema(examples = "4821 7730", description = "As it came by mail; spaces do not matter.")
        @NotBlank
        @Size(max = 30)
        String code,

        @Schema(
                examples = "correct horse battery staple",
                description =
                        "To sign in with from now on. Not looked at where the address has an account, whose password"
                                + " stays, or where accounts come from elsewhere.")
        @Size(max = 200)
        @Nullable
        String password,

        @Schema(examples = "panaderia-luna-2", description = "Another than before, where that one has been taken.")
        @Pattern(regexp = Slugs.PATTERN, message = "must be 3 to 63 of a-z, 0-9 and single hyphens between them")
        @Size(max = 63)
        @Nullable
        String slug) {

    /** Says nothing. */
    @Override
    public String toString() {
        return "ConfirmSignupRequest[]";
    }
}
