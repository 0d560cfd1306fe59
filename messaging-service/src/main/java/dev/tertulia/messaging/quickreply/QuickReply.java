package dev.tertulia.messaging.quickreply;

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
@Table(name = "quick_reply")
@DynamicUpdate
class QuickReply {
    @Id
    UUID id;

    String shortcut;

    String text;

    /** The member whose own it is; null: everybody's. */
    @Column(name = "owner_id")
    @Nullable
    UUID ownerId;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
