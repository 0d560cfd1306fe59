package dev.tertulia.messaging.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "note")
@DynamicUpdate
class Note {
    @Id
    UUID id;

    @Column(name = "conversation_id", updatable = false)
    UUID conversationId;

    @Column(name = "author_id", updatable = false)
    UUID authorId;

    @Column(name = "author_name", updatable = false)
    @Nullable
    String authorName;

    String text;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;
}
