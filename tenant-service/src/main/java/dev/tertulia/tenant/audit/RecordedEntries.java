package dev.tertulia.tenant.audit;

import dev.tertulia.contracts.audit.AuditActor;
import dev.tertulia.contracts.audit.AuditChange;
import dev.tertulia.contracts.audit.AuditRecorded;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what services record: an event for each statement, an entry for each thing that it changed. */
final class RecordedEntries {
    /** Longer than any of our own words and ids; an index takes no text without a limit. */
    private static final int MAX_INDEXED = 300;

    private RecordedEntries() {}

    /** Fails with {@link dev.tertulia.platform.events.UnreadableEventException}. */
    static List<EntryContent> of(ConsumedEvent event) {
        AuditRecorded recorded = event.as(AuditRecorded.class);
        return recorded.changes().stream()
                .map(change -> entry(event, recorded, change))
                .toList();
    }

    private static EntryContent entry(ConsumedEvent event, AuditRecorded recorded, AuditChange change) {
        AuditActor actor = recorded.actor();
        String requestId = event.requestId();
        return new EntryContent(
                event.time().truncatedTo(ChronoUnit.MICROS),
                event.id(),
                service(event.source()),
                requestId == null ? null : shortened(requestId),
                shortened(actor.type()),
                actor.id(),
                actor.name(),
                actor.memberId(),
                recorded.role(),
                shortened(change.action()),
                shortened(change.resource().type()),
                shortened(change.resource().id()),
                json(change.oldValues()),
                json(change.newValues()),
                recorded.ip(),
                recorded.userAgent());
    }

    private static String service(@Nullable String source) {
        return source == null ? "unknown" : source.substring(source.lastIndexOf('/') + 1);
    }

    private static @Nullable String json(@Nullable Map<String, Object> values) {
        return values == null ? null : EventJson.write(values);
    }

    private static String shortened(String text) {
        return text.length() <= MAX_INDEXED ? text : text.substring(0, MAX_INDEXED);
    }
}
