package dev.tertulia.messaging.note;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note to be, and what may be changed of one. */
public record NoteRequest(
        @NotBlank @Size(max = 10_000) @Schema(examples = "Prefers to be called in the afternoon")
        String text) {}
