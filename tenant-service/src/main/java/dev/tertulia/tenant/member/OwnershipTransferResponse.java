package dev.tertulia.tenant.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who owns the tenant now. */
@Schema(name = "OwnershipTransfer")
record OwnershipTransferResponse(
        MemberView owner,

        @Schema(description = "Who owned it, an admin from now on; absent where nothing was to be changed.") @Nullable
        MemberView formerOwner) {}
