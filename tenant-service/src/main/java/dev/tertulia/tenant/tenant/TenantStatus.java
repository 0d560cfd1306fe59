package dev.tertulia.tenant.tenant;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How a tenant stands. A suspended one reads and cannot send; a cancelled one is entered by nobody. */
public enum TenantStatus {
    TRIALING("trialing"),
    ACTIVE("active"),
    PAST_DUE("past_due"),
    SUSPENDED("suspended"),
    CANCELLED("cancelled");

    private final String wireName;

    TenantStatus(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in passports, answers, events and the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Fails with {@link IllegalArgumentException} on a name that is no status's. */
    @JsonCreator
    public static TenantStatus of(String wireName) {
        return Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No status has this name"));
    }

    /** Whether one that stands so can come to stand otherwise. A trial is begun once, at the beginning. */
    boolean canBecome(TenantStatus next) {
        return switch (this) {
            case TRIALING, ACTIVE -> next == PAST_DUE || next == SUSPENDED || next == CANCELLED || next == ACTIVE;
            case PAST_DUE -> next == ACTIVE || next == SUSPENDED || next == CANCELLED;
            // What was suspended goes on as it was.
            case SUSPENDED -> true;
            // Taken back, before it is erased.
            case CANCELLED -> next == ACTIVE || next == SUSPENDED;
        };
    }

    /** Whether the tenant is kept from something that it could do otherwise. */
    public boolean holdsBack() {
        return this == SUSPENDED || this == CANCELLED;
    }
}
