package dev.tertulia.tenant.subscription;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Which plan a tenant has. How it stands (on trial, past due, suspended) is the tenant's status. */
@Entity
@DynamicUpdate
class Subscription {
    @Id
    @Column(name = "tenant_id")
    UUID id;

    String plan;

    /** When the plan of those comes who did not choose another; null once one was chosen. */
    @Column(name = "trial_ends_at")
    @Nullable
    Instant trialEndsAt;

    /** When the scheduled plan begins; where there is none, the subscription ends then. */
    @Column(name = "scheduled_at")
    @Nullable
    Instant scheduledAt;

    @Column(name = "scheduled_plan")
    @Nullable
    String scheduledPlan;

    @Version
    int version;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /** For Hibernate. */
    Subscription() {}

    Subscription(UUID id, String plan, @Nullable Instant trialEndsAt, Instant now) {
        this.id = id;
        this.plan = plan;
        this.trialEndsAt = trialEndsAt;
        createdAt = now;
    }

    /** It has this plan from now on, chosen and no longer on trial, and nothing else is to come. */
    void choose(String chosen) {
        plan = chosen;
        trialEndsAt = null;
        keep();
    }

    /** @param next null for the end */
    void schedule(@Nullable String next, Instant at) {
        scheduledPlan = next;
        scheduledAt = at;
    }

    /** Goes on as it is: what was scheduled does not come. */
    void keep() {
        scheduledPlan = null;
        scheduledAt = null;
    }
}
