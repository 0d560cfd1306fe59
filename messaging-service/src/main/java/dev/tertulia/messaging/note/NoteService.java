package dev.tertulia.messaging.note;

import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.contracts.messaging.NoteChanged;
import dev.tertulia.messaging.conversation.ConversationService;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.MergePatch;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notes of conversations that the caller sees; of the others there are none. Whoever wrote a note changes it. */
@ApplicationScoped
class NoteService {
    private final NoteRepository notes;
    private final ConversationService conversations;
    private final CurrentCaller caller;
    private final Clock clock;

    NoteService(NoteRepository notes, ConversationService conversations, CurrentCaller caller, Clock clock) {
        this.notes = notes;
        this.conversations = conversations;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<List<Note>> page(UUID conversation, PageRequest request) {
        return Panache.withTransaction(
                () -> conversations.requireVisible(conversation).chain(() -> notes.page(conversation, request)));
    }

    /** Publishes {@code note.added}. */
    Uni<Note> add(UUID conversation, NoteRequest request) {
        Note note = new Note();
        note.id = UuidV7.next();
        note.conversationId = conversation;
        note.authorId = author(caller.get());
        note.authorName = caller.get().actor().name();
        note.text = request.text();
        note.createdAt = clock.instant();
        note.updatedAt = note.createdAt;
        return Panache.withTransaction(
                () -> tell(MessagingTopics.NOTE_ADDED, note, note.createdAt).chain(() -> notes.persistAndFlush(note)));
    }

    /** Publishes {@code note.changed}, unless it said so already. */
    Uni<Note> change(UUID conversation, UUID id, MergePatch<NoteRequest> patch, @Nullable String ifMatch) {
        return Panache.withTransaction(() -> own(conversation, id).flatMap(note -> {
            EntityTags.requireMatch(ifMatch, note.version);
            String text = patch.apply(new NoteRequest(note.text)).text();
            if (text.equals(note.text)) {
                return Uni.createFrom().item(note);
            }
            note.text = text;
            note.updatedAt = clock.instant();
            return tell(MessagingTopics.NOTE_CHANGED, note, note.updatedAt)
                    .chain(notes::flush)
                    .replaceWith(note);
        }));
    }

    /** Publishes {@code note.changed}. Repeating it fails with {@link NoteProblem#NOT_FOUND}. */
    Uni<Void> remove(UUID conversation, UUID id) {
        return Panache.withTransaction(() -> own(conversation, id).flatMap(note -> {
            Instant now = clock.instant();
            note.deletedAt = now;
            return tell(MessagingTopics.NOTE_CHANGED, note, now);
        }));
    }

    /** The conversation is locked first, as by everybody, so that nobody waits in a circle. */
    private Uni<Note> own(UUID conversation, UUID id) {
        return conversations
                .requireVisibleForChange(conversation)
                .chain(() -> notes.forChange(conversation, id))
                .map(found -> mine(found));
    }

    private Note mine(Optional<Note> found) {
        Note note = found.orElseThrow(() -> ProblemException.of(NoteProblem.NOT_FOUND));
        if (!note.authorId.equals(author(caller.get()))) {
            throw ProblemException.of(NoteProblem.NOT_YOURS);
        }
        return note;
    }

    private Uni<Void> tell(String topic, Note note, Instant at) {
        return conversations.tell(
                note.conversationId,
                topic,
                note.id,
                conversation -> new NoteChanged(note.id, note.authorId, at, conversation));
    }

    private static UUID author(Caller caller) {
        UUID member = caller.memberId();
        return member == null ? caller.actor().id() : member;
    }
}
