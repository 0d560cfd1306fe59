package dev.tertulia.tenant.identity.reconciliation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be looked at, and whether it is to be mended. */
record ReconciliationRequest(
        @Schema(
                examples = "false",
                description = "Whether to mend what is ours and can be mended without asking anybody. Otherwise nothing"
                        + " is changed.")
        boolean repair,

        @Schema(
                description = "The nextAfter of the answer before: goes on with the people who follow. Without it the"
                        + " realm is compared first.")
        @Nullable
        UUID after) {}
