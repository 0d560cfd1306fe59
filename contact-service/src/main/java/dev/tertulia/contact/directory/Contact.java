package dev.tertulia.contact.directory;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A contact while somebody changes it. Its identities and its activity have tables of their own; timestamps, the text it is
 * found by and the tenant are the database's affair.
 */
@Entity
@Table(name = "contact")
@DynamicUpdate
class Contact extends PanacheEntityBase {
    @Id
    UUID id;

    @Nullable
    String name;

    @Column(name = "name_source")
    @Convert(converter = NameSource.InDatabase.class)
    NameSource nameSource = NameSource.NONE;

    @Column(name = "avatar_url")
    @Nullable
    String avatarUrl;

    @Nullable
    String language;

    @Nullable
    String timezone;

    @Embedded
    @Nullable
    Location location;

    boolean blocked;

    @Column(name = "is_group")
    boolean group;

    List<String> tags = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> attributes = Map.of();

    /** Of its last event. */
    long sequence;

    @Version
    long version;

    @Column(name = "merged_into", insertable = false, updatable = false)
    @Nullable
    UUID mergedInto;

    @Column(name = "erased_at")
    @Nullable
    Instant erasedAt;

    protected Contact() {
        this.id = new UUID(0, 0);
    }

    /** A new contact, with its first event to come. */
    Contact(UUID id, ContactFields fields) {
        this.id = id;
        this.sequence = 1;
        write(fields);
    }

    /**
     * Takes over what a person wrote and says which fields that changed. When it is none nothing happens; otherwise an
     * event follows. A name that a person wrote is safe from the provider's; when they take it away the provider may fill
     * it again.
     */
    Set<String> edit(ContactFields edited) {
        ContactFields before = fields();
        Set<String> changed = edited.differences(before);
        if (!changed.isEmpty()) {
            write(edited);
            sequence++;
        }
        return changed;
    }

    /** Its identities changed, and an event follows. */
    void identitiesChanged() {
        sequence++;
    }

    /** Leaves of it an empty shell that keeps the id and the count of events. */
    void erase(Instant now) {
        write(new ContactFields(null, NameSource.NONE, null, null, null, null, false, group, List.of(), Map.of()));
        erasedAt = now;
        sequence++;
    }

    ContactFields fields() {
        return new ContactFields(
                name,
                nameSource,
                avatarUrl,
                language,
                timezone,
                Location.orNull(location),
                blocked,
                group,
                tags,
                attributes);
    }

    private void write(ContactFields fields) {
        name = fields.name();
        nameSource = fields.nameSource();
        avatarUrl = fields.avatarUrl();
        language = fields.language();
        timezone = fields.timezone();
        location = fields.location();
        blocked = fields.blocked();
        group = fields.group();
        tags = fields.tags();
        attributes = fields.attributes();
    }
}
