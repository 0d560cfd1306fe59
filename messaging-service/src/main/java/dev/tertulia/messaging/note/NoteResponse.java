package dev.tertulia.messaging.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param authorId the member who wrote it, or the API key */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteResponse(
        UUID id,
        UUID conversationId,
        UUID authorId,
        @Schema(examples = "Ana Luna") @Nullable String authorName,

        @Schema(examples = "Prefers to be called after five.")
        String text,

        Instant createdAt,
        Instant updatedAt) {
    static NoteResponse of(Note note) {
        return new NoteResponse(
                note.id,
                note.conversationId,
                note.authorId,
                note.authorName,
                note.text,
                note.createdAt,
                note.updatedAt);
    }
}
