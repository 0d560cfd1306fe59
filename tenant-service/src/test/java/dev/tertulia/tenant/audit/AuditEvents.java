package dev.tertulia.tenant.audit;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Events as services publish them, for chains that a test makes by itself. */
final class AuditEvents {
    private AuditEvents() {}

    /** With which every chain begins. */
    static ConsumedEvent founding(UUID tenant) {
        return event(tenant, change("created", "tenant", tenant.toString()));
    }

    /** The founding, and so many changes behind it. */
    static List<ConsumedEvent> story(UUID tenant, int changes) {
        List<ConsumedEvent> events = new ArrayList<>();
        events.add(founding(tenant));
        for (int n = 1; n <= changes; n++) {
            events.add(event(tenant, change("updated", "contact", "contact-" + n)));
        }
        return events;
    }

    static JsonObject change(String action, String type, String id) {
        return new JsonObject()
                .put("action", action)
                .put("resource", new JsonObject().put("type", type).put("id", id))
                .put("newValues", new JsonObject().put("stage", "won"));
    }

    static ConsumedEvent event(UUID tenant, JsonObject... changes) {
        JsonArray all = new JsonArray();
        for (JsonObject change : changes) {
            all.add(change);
        }
        String payload = new JsonObject()
                .put("actor", new JsonObject().put("type", "system"))
                .put("changes", all)
                .encode();
        return new ConsumedEvent(
                UuidV7.next(),
                "audit.recorded",
                "/tertulia/contact",
                tenant,
                tenant.toString(),
                tenant.toString(),
                1,
                null,
                Instant.now(),
                payload);
    }
}
