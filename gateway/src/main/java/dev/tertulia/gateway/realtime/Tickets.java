package dev.tertulia.gateway.realtime;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.tertulia.gateway.passport.Passport;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Issues and opens tickets. A ticket is the passport itself, sealed, so that the gateway keeps nothing; that it is used
 * once is seen to by the service, by the nonce.
 */
@Singleton
public class Tickets {
    private static final Logger LOG = Logger.getLogger(Tickets.class);
    private static final byte[] PURPOSE = "tertulia realtime ticket v1".getBytes(StandardCharsets.UTF_8);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final int MAX_LENGTH = 12 * 1024;

    private final SecureRandom random = new SecureRandom();
    private final Aead seal;
    private final TicketConfig config;
    private final Clock clock;

    Tickets(TicketConfig config, Clock clock) throws GeneralSecurityException {
        this.config = config;
        this.clock = clock;
        this.seal = new AesGcmJce(config.key().map(Tickets::decodedKey).orElseGet(this::ownKey));
    }

    private static byte[] decodedKey(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("GATEWAY_TICKET_KEY must be 32 bytes in Base64");
        }
        return key;
    }

    private byte[] ownKey() {
        LOG.info("No GATEWAY_TICKET_KEY: tickets hold at this replica only");
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** A ticket for the holder of a passport. */
    public Ticket issue(Passport passport) {
        Instant expiresAt = clock.instant().plus(config.validFor());
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        JsonObject content = new JsonObject()
                .put("passport", passport.token())
                .put("passportExpiresAt", passport.expiresAt())
                .put("tenantId", passport.tenantId())
                .put("checkedAt", passport.checkedAt())
                .put("expiresAt", expiresAt)
                .put("nonce", base64(nonce));
        try {
            return new Ticket(base64(seal.encrypt(content.toBuffer().getBytes(), PURPOSE)), expiresAt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing needs nothing that could be missing", e);
        }
    }

    /** What a ticket holds; empty if it is none of ours, changed, or too old. */
    public Optional<Opened> open(String ticket) {
        if (ticket.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            JsonObject content = new JsonObject(
                    Buffer.buffer(seal.decrypt(Base64.getUrlDecoder().decode(ticket), PURPOSE)));
            return clock.instant().isBefore(content.getInstant("expiresAt"))
                    ? Optional.of(opened(content))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException | DecodeException e) {
            return Optional.empty();
        }
    }

    private static Opened opened(JsonObject content) {
        Passport passport = new Passport(
                content.getString("passport"),
                content.getInstant("passportExpiresAt"),
                content.getString("tenantId"),
                content.getInstant("checkedAt"));
        return new Opened(passport, content.getString("nonce"));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A ticket as the browser gets it. */
    public record Ticket(String ticket, Instant expiresAt) {
        /** As JSON. */
        public String toJson() {
            return new JsonObject()
                    .put("ticket", ticket)
                    .put("expiresAt", expiresAt)
                    .encode();
        }
    }

    /** What a valid ticket holds. */
    public record Opened(Passport passport, String nonce) {}
}
