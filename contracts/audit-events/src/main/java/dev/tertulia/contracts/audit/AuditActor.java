package dev.tertulia.contracts.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param type {@code user}, {@code api-key} or {@code system}
 * @param id of the user or the key; absent for the system, and for people who sign up or follow an invitation before they
 *     first sign in
 * @param name as it was then
 * @param memberId the user's membership; absent for keys, the system and platform administrators
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditActor(
        String type,
        @Nullable UUID id,
        @Nullable String name,
        @Nullable UUID memberId) {}
