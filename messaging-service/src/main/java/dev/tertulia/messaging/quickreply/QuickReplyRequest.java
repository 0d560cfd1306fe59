package dev.tertulia.messaging.quickreply;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A quick reply to be, and what may be changed of one.
 *
 * @param shortcut without the slash; unique among the shared ones and among one's own, whatever its case
 * @param text what is put into the message
 * @param shared whether everybody has it, or its maker alone
 */
public record QuickReplyRequest(
        @NotNull
        @Pattern(
                regexp = "[\\p{L}\\p{N}_-]{1,40}",
                message = "must be 1 to 40 letters, digits, - or _, without the slash")
        @Schema(examples = "hours")
        String shortcut,

        @NotBlank @Size(max = 4096) @Schema(examples = "We are open from 8 to 18, Monday to Saturday.")
        String text,

        boolean shared) {}
