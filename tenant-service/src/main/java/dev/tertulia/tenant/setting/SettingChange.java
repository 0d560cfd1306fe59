package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a setting is to be. */
@Schema(name = "SettingChange")
record SettingChange(
        @Schema(
                oneOf = {String.class, BusinessHours.class, NotificationRule[].class},
                description = "In the type of the setting.")
        @NotNull
        JsonNode value) {}
