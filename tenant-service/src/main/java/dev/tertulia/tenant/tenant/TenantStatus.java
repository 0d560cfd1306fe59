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

    /** Whether the tenant is kept from something that it could do otherwise. */
    public boolean holdsBack() {
        return this == SUSPENDED || this == CANCELLED;
    }
}
