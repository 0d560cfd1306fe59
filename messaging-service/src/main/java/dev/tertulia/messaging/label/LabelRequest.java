package dev.tertulia.messaging.label;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A label to be, and what may be changed of one.
 *
 * @param name unique within the tenant, whatever its case
 */
public record LabelRequest(
        @NotBlank @Size(max = 60) @Schema(examples = "VIP") String name,

        @NotNull @Pattern(regexp = "#[0-9a-f]{6}") @Schema(examples = "#ff8800")
        String color) {}
