package dev.tertulia.messaging.channel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number to connect. */
public record CreateChannelRequest(
        @NotNull @Pattern(regexp = "whatsapp", message = "must be whatsapp") @Schema(examples = "whatsapp")
        String type,

        @NotBlank @Size(max = 120) @Schema(examples = "Ventas")
        String name,

        @NotNull @Valid WhatsAppSettings settings,
        @NotNull @Valid WhatsAppSecrets secrets) {}
