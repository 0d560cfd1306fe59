package dev.tertulia.tenant.subscription;

import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of something a tenant may use, whatever its plan says. */
@Schema(name = "LimitException")
record LimitExceptionRequest(
        @Schema(examples = "30", description = "Absent: not limited.") @PositiveOrZero @Nullable
        Long size) {}
