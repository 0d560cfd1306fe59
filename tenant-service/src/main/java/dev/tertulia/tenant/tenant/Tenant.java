package dev.tertulia.tenant.tenant;

import dev.tertulia.contracts.tenant.TenantCreated;
import dev.tertulia.contracts.tenant.TenantDetails;
import dev.tertulia.contracts.tenant.TenantErased;
import dev.tertulia.contracts.tenant.TenantPlanChanged;
import dev.tertulia.contracts.tenant.TenantReactivated;
import dev.tertulia.contracts.tenant.TenantSettings;
import dev.tertulia.contracts.tenant.TenantSettingsChanged;
import dev.tertulia.contracts.tenant.TenantSuspended;
import dev.tertulia.contracts.tenant.TenantTopics;
import dev.tertulia.contracts.tenant.TenantUpdated;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.web.ProblemException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** An organisation with its own data. Each change gives the event that tells of it. */
@Entity
@DynamicUpdate
class Tenant {
    @Id
    @Column(name = "tenant_id")
    UUID id;

    @Column(updatable = false)
    String slug;

    String name;

    @Nullable
    String email;

    @Nullable
    String phone;

    @Nullable
    String industry;

    @Nullable
    String website;

    @Column(name = "logo_url")
    @Nullable
    String logoUrl;

    @Nullable
    String domain;

    String locale;
    String timezone;
    String country;
    TenantStatus status;

    @Column(name = "status_reason")
    @Nullable
    String statusReason;

    @Column(name = "status_since")
    Instant statusSince;

    /** What is told of a tenant is no change of what people edit, which is what the version stands for. */
    @OptimisticLock(excluded = true)
    @Column(name = "event_sequence")
    long eventSequence;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    /** For Hibernate. */
    Tenant() {}

    Tenant(UUID id, NewTenant wanted, Instant now) {
        this.id = id;
        slug = wanted.slug();
        name = wanted.name();
        email = wanted.email();
        locale = wanted.locale();
        timezone = wanted.timezone();
        country = wanted.country();
        status = wanted.status();
        statusSince = now;
        createdAt = now;
    }

    OutboxEvent created() {
        return event(TenantTopics.TENANT_CREATED, new TenantCreated(id, details()));
    }

    EditableTenant editable() {
        return new EditableTenant(name, email, phone, industry, website, logoUrl, domain, locale, timezone, country);
    }

    Locality locality() {
        return new Locality(locale, timezone);
    }

    EditableTenant editableIn(Locality wanted) {
        return new EditableTenant(
                name, email, phone, industry, website, logoUrl, domain, wanted.locale(), wanted.timezone(), country);
    }

    OutboxEvent settingsChanged(List<String> changed, TenantSettings settings) {
        return event(TenantTopics.TENANT_SETTINGS_CHANGED, new TenantSettingsChanged(id, changed, settings));
    }

    /** Empty where nothing changed that others go by. */
    Optional<OutboxEvent> change(EditableTenant wanted) {
        TenantDetails before = details();
        name = wanted.name();
        email = wanted.email();
        phone = wanted.phone();
        industry = wanted.industry();
        website = wanted.website();
        logoUrl = wanted.logoUrl();
        domain = wanted.domain();
        locale = wanted.locale();
        timezone = wanted.timezone();
        country = wanted.country();
        List<String> changed = differences(before, details());
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(event(TenantTopics.TENANT_UPDATED, new TenantUpdated(id, changed, details())));
    }

    /** Empty where it stood so already. Fails with {@link TenantProblem#STANDING_NOT_POSSIBLE}. */
    Optional<OutboxEvent> stand(TenantStatus wanted, Instant now) {
        TenantStatus before = status;
        if (before == wanted) {
            return Optional.empty();
        }
        if (!before.canBecome(wanted)) {
            throw ProblemException.of(
                    TenantProblem.STANDING_NOT_POSSIBLE,
                    "A tenant that is %s cannot become %s.".formatted(before.wireName(), wanted.wireName()));
        }
        status = wanted;
        statusSince = now;
        if (wanted == TenantStatus.SUSPENDED) {
            return Optional.of(event(TenantTopics.TENANT_SUSPENDED, new TenantSuspended(id, details())));
        }
        if (before.holdsBack() && !wanted.holdsBack()) {
            return Optional.of(event(TenantTopics.TENANT_REACTIVATED, new TenantReactivated(id, details())));
        }
        return Optional.of(event(TenantTopics.TENANT_UPDATED, new TenantUpdated(id, List.of("status"), details())));
    }

    /** From now on nobody finds it; its rows go later. */
    OutboxEvent erase(Instant now) {
        deletedAt = now;
        return event(TenantTopics.TENANT_ERASED, new TenantErased(id));
    }

    OutboxEvent planChanged(String plan, Map<String, Long> limits, List<String> features) {
        return event(TenantTopics.TENANT_PLAN_CHANGED, new TenantPlanChanged(id, details(), plan, limits, features));
    }

    CallerTenant toCallerTenant() {
        return new CallerTenant(id, slug, status.wireName());
    }

    private TenantDetails details() {
        return new TenantDetails(slug, name, status.wireName(), locale, timezone, country);
    }

    private OutboxEvent event(String topic, Object payload) {
        return OutboxEvent.of(topic, id, ++eventSequence, payload);
    }

    private static List<String> differences(TenantDetails before, TenantDetails after) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name())) {
            changed.add("name");
        }
        if (!before.locale().equals(after.locale())) {
            changed.add("locale");
        }
        if (!before.timezone().equals(after.timezone())) {
            changed.add("timezone");
        }
        if (!before.country().equals(after.country())) {
            changed.add("country");
        }
        return changed;
    }
}
