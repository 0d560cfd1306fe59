package dev.tertulia.messaging.conversation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param memberId whose it is from now on; null makes it nobody's */
public record AssignRequest(
        @Nullable @Schema(examples = "0199f0c2-7c1e-7000-8000-000000000001")
        UUID memberId) {}
