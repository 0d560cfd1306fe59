package dev.tertulia.messaging.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may be changed of a channel.
 *
 * @param secrets those to replace; the others stay
 * @param disabled true: nothing is sent; webhooks are still received and kept
 */
public record EditableChannel(
        @Schema(examples = "Ventas") @NotBlank @Size(max = 120)
        String name,

        @NotNull @Valid WhatsAppSettings settings,
        @Nullable @Valid WhatsAppSecrets secrets,
        boolean disabled) {}
