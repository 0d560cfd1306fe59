package dev.tertulia.tenant.signin;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a tenant demands of how its people sign in. */
public record SignInPolicy(
        @Schema(
                required = true,
                examples = "true",
                description = "Whether people are let in only if they have shown a second factor, such as a one-time"
                        + " code. API keys are no people.")
        @NotNull
        @Nullable
        Boolean secondFactorRequired) {}
