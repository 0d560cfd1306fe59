package dev.tertulia.tenant.audit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From where a chain is verified, and what the caller knows of it. */
@Schema(name = "AuditVerificationRequest")
record VerificationRequest(
        @Schema(
                examples = "250001",
                description = "Go on with this number: the `next` of an answer that was not complete.")
        @Positive
        @Nullable
        Long from,

        @Schema(description = "An entry as it was seen earlier, to be compared with what is there now.")
        @Valid
        @Nullable
        Kept kept) {

    static final VerificationRequest OF_ALL = new VerificationRequest(null, null);

    /** An entry's number and hash. */
    @Schema(name = "KeptAuditHash")
    record Kept(
            @Schema(examples = "4711") @NotNull @Positive Long sequence,

            @Schema(examples = "5f1d…") @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hex digits")
            String hash) {}
}
