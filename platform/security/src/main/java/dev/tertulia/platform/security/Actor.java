package dev.tertulia.platform.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts.
 *
 * @param id of the user or the API key; of the tenant when the system acts
 * @param name what people see as the author
 * @param memberId the user's membership in the tenant; absent for keys, the system, and platform administrators
 */
public record Actor(
        Type type, UUID id, String name, @Nullable UUID memberId) {

    /** For work that nobody asked for: a consumer, a job. */
    public static Actor system(UUID tenantId) {
        return new Actor(Type.SYSTEM, tenantId, "system", null);
    }

    /** The kinds of actor. */
    public enum Type {
        USER("user"),
        API_KEY("api-key"),
        SYSTEM("system");

        private final String wireName;

        Type(String wireName) {
            this.wireName = wireName;
        }

        /** As it stands in passports and events. */
        @JsonValue
        public String wireName() {
            return wireName;
        }

        static Type of(String wireName) {
            for (Type type : values()) {
                if (type.wireName.equals(wireName)) {
                    return type;
                }
            }
            throw new IllegalArgumentException("No type of actor has this name");
        }
    }
}
