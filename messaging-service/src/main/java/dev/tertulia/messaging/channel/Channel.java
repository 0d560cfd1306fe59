package dev.tertulia.messaging.channel;

import dev.tertulia.platform.crypto.FieldCipher;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A connected account, with its settings, its encrypted secrets and how it is doing. */
@Entity
@Table(name = "channel")
@DynamicUpdate
class Channel extends PanacheEntityBase {
    static final String CONNECTING = "connecting";
    static final String CONNECTED = "connected";
    static final String FAILED = "failed";
    static final String DISABLED = "disabled";
    static final String WEBHOOK_UNKNOWN = "unknown";
    static final String WEBHOOK_REGISTERED = "registered";
    static final String WEBHOOK_MANUAL = "manual";

    @Id
    @GeneratedValue
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    String type;
    String name;
    String status = CONNECTING;

    @Column(name = "account_id")
    String accountId;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> settings = new HashMap<>();

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> secrets = new HashMap<>();

    @Column(name = "last_error")
    @Nullable
    String lastError;

    @Column(name = "last_error_at")
    @Nullable
    Instant lastErrorAt;

    @Column(name = "checked_at")
    @Nullable
    Instant checkedAt;

    @Column(name = "held_at")
    @Nullable
    Instant heldAt;

    @Column(name = "held_reason")
    @Nullable
    String heldReason;

    /** Whether the provider knows where webhooks go: unknown, registered or manual. */
    @Column(name = "webhook_state")
    String webhookState = WEBHOOK_UNKNOWN;

    @Column(name = "webhook_problem")
    @Nullable
    String webhookProblem;

    @Column(name = "webhook_at")
    @Nullable
    Instant webhookAt;

    @Version
    int version;

    @Column(name = "created_at", insertable = false, updatable = false)
    @Nullable
    Instant createdAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    /** Takes new secrets beside those it has; each is bound to this row, so it opens nowhere else. */
    void keepSecrets(UUID tenant, Map<String, String> given, FieldCipher cipher) {
        Map<String, String> kept = new HashMap<>(secrets);
        given.forEach((name, value) -> kept.put(name, cipher.encrypt(value, ChannelSecrets.boundTo(tenant, id, name))));
        secrets = kept;
    }

    /** The provider answered for the account: it can send again. */
    void connected(Instant now) {
        status = CONNECTED;
        checkedAt = now;
        lastError = null;
        heldAt = null;
        heldReason = null;
    }

    /** The provider refused the account; sending is held until somebody mends it. */
    void failed(String reason, Instant now) {
        status = FAILED;
        checkedAt = now;
        lastError = reason;
        lastErrorAt = now;
    }

    /** Whether the provider took the address of our webhook, and when that was first so. @param problem null if it did */
    void webhook(@Nullable String problem, Instant now) {
        String state = problem == null ? WEBHOOK_REGISTERED : WEBHOOK_MANUAL;
        if (!state.equals(webhookState) || !Objects.equals(problem, webhookProblem)) {
            webhookState = state;
            webhookProblem = problem;
            webhookAt = now;
        }
    }

    /** What was said of the webhook was said of another account or token. */
    void forgetWebhook() {
        webhookState = WEBHOOK_UNKNOWN;
        webhookProblem = null;
        webhookAt = null;
    }
}
