package dev.tertulia.platform.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a member is in a tenant; {@link #PLATFORM_ADMIN} stands outside all tenants. Strongest first. */
public enum Role {
    PLATFORM_ADMIN("platform_admin"),
    OWNER("owner"),
    ADMIN("admin"),
    SUPERVISOR("supervisor"),
    AGENT("agent"),
    VIEWER("viewer");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** As it stands in passports, requests, events and the database. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    public static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }

    /** Fails with {@link IllegalArgumentException} on a name that is no role's. */
    @JsonCreator
    public static Role of(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("No role has this name"));
    }
}
