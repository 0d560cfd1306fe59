package dev.tertulia.messaging.label;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

public record LabelResponse(
        UUID id,
        @Schema(examples = "Pedido") String name,
        @Schema(examples = "#1b7f5c") String color,
        Instant createdAt) {
    static LabelResponse of(Label label) {
        return new LabelResponse(label.id, label.name, label.color, label.createdAt);
    }
}
