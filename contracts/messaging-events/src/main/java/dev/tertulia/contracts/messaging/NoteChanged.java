package dev.tertulia.contracts.messaging;

import java.time.Instant;
import java.util.UUID;

/** On {@code note.added} and {@code note.changed}. The text stays inside: whoever may read it asks for it. */
public record NoteChanged(UUID noteId, UUID authorId, Instant at, ConversationReference conversation) {}
