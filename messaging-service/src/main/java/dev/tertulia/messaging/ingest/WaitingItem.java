package dev.tertulia.messaging.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.messaging.inbound.InboundItem;
import dev.tertulia.messaging.inbound.MessageDeleted;
import dev.tertulia.messaging.inbound.MessageEdited;
import dev.tertulia.messaging.inbound.Reaction;
import dev.tertulia.platform.events.EventJson;
import org.jspecify.annotations.Nullable;

/** Something about a message that is not there yet, as it waits in the database. Exactly one part is set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WaitingItem(
        @Nullable StatusRow status,
        @Nullable Reaction reaction,
        @Nullable MessageEdited edited,
        @Nullable MessageDeleted deleted) {

    static WaitingItem status(StatusRow row) {
        return new WaitingItem(row, null, null, null);
    }

    static WaitingItem reaction(Reaction item) {
        return new WaitingItem(null, item, null, null);
    }

    static WaitingItem edited(MessageEdited item) {
        return new WaitingItem(null, null, item, null);
    }

    static WaitingItem deleted(MessageDeleted item) {
        return new WaitingItem(null, null, null, item);
    }

    static WaitingItem of(String json) {
        return EventJson.read(json, WaitingItem.class);
    }

    String json() {
        return EventJson.write(this);
    }

    @Nullable
    InboundItem change() {
        return reaction != null ? reaction : edited != null ? edited : deleted;
    }
}
