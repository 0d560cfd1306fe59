package dev.tertulia.tenant.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far the erasure of a tenant has come, and what proves it. */
@Schema(name = "Erasure")
record ErasureResponse(
        @Schema(examples = "0199c1d2-3e4f-7a5b-8c6d-7e8f9a0b1c2d")
        UUID id,

        @Schema(examples = "0199b0c4-5d2e-7a31-8e4b-1f6a2c9d7b50")
        UUID tenantId,

        @Schema(examples = "panaderia-luna") String slug,
        @Schema(examples = "erasing") ErasureState state,

        @Schema(description = "The user who asked for it.", examples = "0199b0c4-7c11-7d20-9f3a-2b4c6d8e0f12")
        UUID requestedBy,

        Instant requestedAt,
        @Schema(examples = "false") boolean exportWaived,

        @Schema(
                description = "When each service's export had been taken, by service.",
                examples = "{\"contact\":\"2026-11-20T15:04:05Z\"}")
        Map<String, Instant> exports,

        List<Part> services,

        @Schema(description = "People in no other tenant whose accounts are still to go.", examples = "0")
        long accountsLeft,

        @Schema(description = "When all had confirmed and nothing was left.") @Nullable
        Instant doneAt) {

    /** What one service said. */
    @Schema(name = "ErasurePart")
    record Part(
            @Schema(examples = "contact") String service,

            @Schema(description = "When it began to erase.") @Nullable
            Instant begunAt,

            @Schema(description = "When it first held nothing more. Absent: its word is awaited.") @Nullable
            Instant confirmedAt,

            @Schema(description = "When it last looked.") @Nullable
            Instant scannedAt,

            @Schema(description = "How many rows went, by table.", examples = "{\"contact\":1204}")
            Map<String, Long> erased,

            @Schema(
                    description = "How many rows it found, by table, when it last looked, and files.",
                    examples = "{\"contact\":0}")
            Map<String, Long> left) {

        boolean isClean() {
            return confirmedAt != null && left.values().stream().allMatch(count -> count == 0);
        }
    }
}
