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
}
