package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.security.Role;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A key to be made. */
@Schema(name = "NewApiKey")
record NewApiKey(
        @Schema(examples = "Web shop") @NotBlank @Size(max = 120)
        String name,

        @Schema(examples = "agent") @NotNull Role role,

        @Schema(examples = "messages:send", description = "Of what the role permits, only these; absent means all.")
        @Size(min = 1, max = 50)
        @Nullable
        List<@NotEmpty String> scopes,

        @Schema(examples = "2027-01-01T00:00:00Z", description = "Absent means never.") @Future @Nullable
        Instant expiresAt) {}
