package dev.tertulia.tenant.me;

import dev.tertulia.tenant.user.Preferences;
import jakarta.validation.Valid;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What callers can change about themselves. Name, address, phone and picture are the identity provider's. */
@Schema(name = "MeChange")
record EditableMe(@Valid Preferences preferences) {
    EditableMe(@Nullable Preferences preferences) {
        this.preferences = Objects.requireNonNullElse(preferences, new Preferences(null, null, null));
    }
}
