package dev.tertulia.tenant.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values written one behind the other so that different ones never give the same bytes: each with its length before it,
 * what is absent with none. The order and form of what is written can never change, since codes are kept for years.
 */
final class CanonicalBytes {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CanonicalBytes() {}

    /** @param kind so that the bytes of one kind of thing are never those of another */
    static CanonicalBytes of(String kind) {
        return new CanonicalBytes().add(kind);
    }

    CanonicalBytes add(@Nullable String text) {
        try {
            if (text == null) {
                out.writeInt(ABSENT);
            } else {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CanonicalBytes add(@Nullable UUID id) {
        return add(id == null ? null : id.toString());
    }

    CanonicalBytes add(long number) {
        return add(Long.toString(number));
    }

    /** In microseconds, as PostgreSQL keeps them. */
    CanonicalBytes add(Instant instant) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
