package dev.tertulia.tenant.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another plan, and when it is to begin. */
@Schema(name = "PlanChange")
record PlanChangeRequest(
        @Schema(examples = "starter") @NotBlank String plan,

        @Schema(
                examples = "period-end",
                defaultValue = "now",
                description = "A period is a month of the tenant's time zone; a trial's end is its own.")
        @Nullable
        When when) {

    When whenOrNow() {
        return Objects.requireNonNullElse(when, When.NOW);
    }

    /** When a plan begins. */
    @Schema(name = "PlanChangeTime")
    enum When {
        NOW("now"),
        PERIOD_END("period-end");

        private final String wireName;

        When(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        String wireName() {
            return wireName;
        }

        /** Fails with {@link IllegalArgumentException} on another name. */
        @JsonCreator
        static When of(String wireName) {
            return Arrays.stream(values())
                    .filter(when -> when.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No such time"));
        }
    }
}
