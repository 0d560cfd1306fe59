package dev.tertulia.tenant.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be changed about an API key. */
@Schema(name = "ApiKeyChange")
record EditableApiKey(
        @Schema(examples = "Web shop") @NotBlank @Size(max = 120)
        String name,

        @Schema(examples = "2027-01-01T00:00:00Z", description = "Absent means never.") @Nullable
        Instant expiresAt) {}
