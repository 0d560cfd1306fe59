package dev.tertulia.tenant.member;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom the tenant is handed over. */
@Schema(name = "NewOwnershipTransfer")
record OwnershipTransferRequest(
        @Schema(examples = "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60", description = "An active member who has signed in.")
        @NotNull
        UUID memberId) {}
