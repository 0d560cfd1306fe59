package dev.tertulia.tenant.apikey;

import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** How an API key gives way to another. */
@Schema(name = "ApiKeyRotation")
record RotateApiKeyRequest(
        @Schema(
                implementation = String.class,
                examples = "PT24H",
                defaultValue = "PT24H",
                description = "How long the old key works beside the new one: an ISO 8601 duration, at most 30 days.")
        @DurationMin(message = OVERLAP, seconds = 0)
        @DurationMax(message = OVERLAP, days = 30)
        @Nullable
        Duration overlap) {
    private static final String OVERLAP = "must be from PT0S to PT720H";
    private static final Duration DEFAULT = Duration.ofDays(1);

    Duration overlapOrDefault() {
        return Objects.requireNonNullElse(overlap, DEFAULT);
    }
}
