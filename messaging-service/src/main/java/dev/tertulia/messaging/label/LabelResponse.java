package dev.tertulia.messaging.label;

import java.time.Instant;
import java.util.UUID;

public record LabelResponse(UUID id, String name, String color, Instant createdAt) {
    static LabelResponse of(Label label) {
        return new LabelResponse(label.id, label.name, label.color, label.createdAt);
    }
}
