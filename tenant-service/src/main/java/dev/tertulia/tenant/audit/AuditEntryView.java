package dev.tertulia.tenant.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as it is shown. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
        @Schema(
                examples = "4711",
                description =
                        "Its number: the tenant's entries are numbered without a gap, in the order in which they were"
                                + " recorded.")
        long sequence,

        Instant happenedAt,
        Instant recordedAt,

        @Schema(
                examples = "Ana Luna (owner) changed member Marta Ríos: role agent → supervisor",
                description = "All of it in a sentence.")
        String summary,

        Actor actor,

        @Schema(description = "As which they did it.", examples = "owner") @Nullable
        String role,

        @Schema(
                examples = "updated",
                description = "created, updated, deleted, or a word for what changes nothing, such as signed-in.")
        String action,

        Resource resource,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Of what changed, what it was; secrets and content are [redacted].",
                examples = "{\"role\":\"agent\"}")
        @Nullable
        JsonNode oldValues,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Of what changed, what it is.",
                examples = "{\"role\":\"supervisor\"}")
        @Nullable
        JsonNode newValues,

        @Schema(examples = "203.0.113.7") @Nullable String ip,

        @Schema(examples = "Mozilla/5.0 (X11; Linux x86_64)") @Nullable
        String userAgent,

        @Schema(description = "The X-Request-Id of what caused it.", examples = "0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20")
        @Nullable
        String requestId,

        @Schema(description = "Where it happened.", examples = "tenant")
        String service,

        @Schema(description = "The event that told of it.") UUID eventId,

        @Schema(
                description =
                        "Stands for this entry and all before it: whoever keeps it can have a verification compare it.",
                examples = "5f1d…")
        String hash) {

    /** Who did it. */
    @Schema(name = "AuditActor")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Actor(
            @Schema(description = "user, api-key or system", examples = "user")
            String type,

            @Nullable UUID id,

            @Schema(description = "As it was then.", examples = "Ana Luna") @Nullable
            String name,

            @Nullable UUID memberId) {}

    /** What it was done to. */
    @Schema(name = "AuditResource")
    record Resource(
            @Schema(examples = "member") String type,

            @Schema(examples = "0199b0c5-0a17-7c42-9b3d-6e8f1a2b4c60")
            String id) {}

    /** @param names of things, by id */
    static AuditEntryView from(AuditEntry entry, Map<String, String> names) {
        EntryContent content = entry.content();
        return new AuditEntryView(
                entry.sequence(),
                content.happenedAt(),
                entry.recordedAt(),
                EntrySummary.of(content, names),
                new Actor(content.actorType(), content.actorId(), content.actorName(), content.memberId()),
                content.role(),
                content.action(),
                new Resource(content.resourceType(), content.resourceId()),
                content.oldValues() == null ? null : EntryNames.values(content.oldValues()),
                content.newValues() == null ? null : EntryNames.values(content.newValues()),
                content.ip(),
                content.userAgent(),
                content.requestId(),
                content.service(),
                content.eventId(),
                entry.code());
    }
}
