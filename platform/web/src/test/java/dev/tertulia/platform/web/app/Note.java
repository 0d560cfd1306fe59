package dev.tertulia.platform.web.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

public record Note(
        @NotBlank @Size(max = 20) String title,
        @Nullable Kind kind,
        @Min(0) @Max(9) int priority,
        @Nullable UUID authorId,
        @Nullable Instant dueAt,
        @Nullable Boolean pinned,
        @Nullable List<@NotBlank String> tags,
        @Nullable List<@NotNull @Valid Link> links,
        @JsonProperty("colour") @Size(min = 3) @Nullable String colourName) {

    public enum Kind {
        @JsonProperty("plain")
        PLAIN,
        @JsonProperty("to-do")
        TO_DO
    }

    public record Link(@NotBlank String url, @Nullable String label) {}

    static Note titled(String title) {
        return new Note(title, null, 0, null, null, null, null, null, null);
    }
}
