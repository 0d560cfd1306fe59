package dev.tertulia.messaging.label;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

@Entity
@Table(name = "label")
@DynamicUpdate
class Label {
    @Id
    UUID id;

    String name;

    String color;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;
}
