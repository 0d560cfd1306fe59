package dev.tertulia.local.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it came.
 *
 * @param to to whom it was sent, whatever its headers say
 * @param text its plain part, decoded
 * @param html its HTML part, decoded
 * @param source the whole of it, as it went over the wire
 */
record Mail(
        long id,
        Instant at,
        String from,
        List<String> to,
        String subject,
        @Nullable String text,
        @Nullable String html,
        @JsonIgnore byte[] source) {

    int sizeBytes() {
        return source.length;
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(address::equalsIgnoreCase);
    }
}
