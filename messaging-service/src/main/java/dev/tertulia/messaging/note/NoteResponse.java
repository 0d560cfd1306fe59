package dev.tertulia.messaging.note;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param authorId the member who wrote it, or the API key */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoteResponse(
        UUID id,
        UUID conversationId,
        UUID authorId,
        @Nullable String authorName,
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
