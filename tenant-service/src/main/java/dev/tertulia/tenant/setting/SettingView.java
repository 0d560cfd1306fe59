package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A setting as it is shown. */
@Schema(name = "Setting")
record SettingView(
        @Schema(examples = "conversations.visibility") String key,

        @Schema(implementation = Object.class, examples = "own")
        JsonNode value,

        @Schema(implementation = Object.class, examples = "unassigned-and-own") @JsonProperty("default")
        JsonNode defaultValue,

        @JsonProperty("isDefault") boolean asDefault,
        @Schema(examples = "choice") SettingType type,

        @Schema(examples = "[\"unassigned-and-own\",\"own\"]", description = "Of a choice, what there is to choose.")
        @Nullable
        List<String> choices,

        @Schema(examples = "Which conversations agents see beside their own.")
        String description,

        @Schema(description = "Whether something goes by it today.")
        boolean inEffect,

        @Schema(description = "Absent where it was never set, and for what stands in the tenant.") @Nullable
        Instant changedAt,

        @JsonIgnore @Schema(hidden = true) int version) {}
