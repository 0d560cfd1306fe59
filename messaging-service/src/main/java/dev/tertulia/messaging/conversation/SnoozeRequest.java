package dev.tertulia.messaging.conversation;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param until when it comes back, unless the contact writes before */
public record SnoozeRequest(
        @NotNull @Future @Schema(examples = "2030-01-07T09:00:00Z")
        Instant until) {}
