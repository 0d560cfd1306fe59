package dev.tertulia.tenant.signup;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sign-up as it is shown to who began it. */
@Schema(name = "Signup")
record SignupView(
        @Schema(examples = "5f0c9a52-6d1b-4e5f-9a43-0f6f3f2b7d11", description = "Keep it to yourself.")
        UUID id,

        @Schema(examples = "panaderia-luna", description = "The tenant's, unless it is taken meanwhile.")
        String slug,

        @Schema(examples = "2026-03-02T15:14:05Z") Instant codeExpiresAt) {
    static SignupView from(Signup signup) {
        return new SignupView(signup.id(), signup.slug(), signup.codeExpiresAt());
    }
}
