package dev.tertulia.tenant.identity.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.tenant.identity.Finding;
import dev.tertulia.tenant.identity.FindingKind;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found. */
record Reconciliation(
        List<FindingView> findings,

        @Schema(examples = "212") int peopleExamined,

        @Schema(description = "Absent when all people have been looked at.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        UUID nextAfter) {
    Reconciliation {
        findings = List.copyOf(findings);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FindingView(
            @Schema(examples = "realm-setting") FindingKind kind,

            @Schema(examples = "bruteForceProtected", description = "Which one; of people the user's id.")
            String subject,

            @Schema(examples = "true", description = "Absent where it should not be there.") @Nullable
            String expected,

            @Schema(examples = "false", description = "Absent where it is not there.") @Nullable
            String found,

            @Schema(description = "Whether repair mends it; else it takes a person.")
            boolean repairable,

            @Schema(description = "Whether it has just been mended.")
            boolean repaired) {

        static FindingView of(Finding finding, boolean repaired) {
            return new FindingView(
                    finding.kind(),
                    finding.subject(),
                    finding.expected(),
                    finding.found(),
                    finding.repair() != null,
                    repaired);
        }
    }
}
