package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is told of an event, and how. */
@Schema(name = "NotificationRule")
record NotificationRule(
        @Schema(examples = "conversation-assigned") @NotNull Event event,
        @Schema(examples = "assignee") @NotEmpty SortedSet<@NotNull Recipient> to,
        @Schema(examples = "console") @NotEmpty SortedSet<@NotNull Way> by) {

    static final List<NotificationRule> DEFAULTS = List.of(
            rule(Event.CONVERSATION_ASSIGNED, Recipient.ASSIGNEE, Way.CONSOLE),
            rule(Event.MESSAGE_RECEIVED, Recipient.ASSIGNEE, Way.CONSOLE),
            rule(Event.CHANNEL_FAILED, Recipient.ADMINS, Way.EMAIL),
            rule(Event.LIMIT_REACHED, Recipient.OWNER, Way.EMAIL));

    private static NotificationRule rule(Event event, Recipient to, Way by) {
        return new NotificationRule(event, new TreeSet<>(List.of(to)), new TreeSet<>(List.of(by)));
    }

    /** What can be told of. */
    enum Event {
        @JsonProperty("conversation-opened")
        CONVERSATION_OPENED,
        @JsonProperty("conversation-assigned")
        CONVERSATION_ASSIGNED,
        @JsonProperty("message-received")
        MESSAGE_RECEIVED,
        @JsonProperty("channel-failed")
        CHANNEL_FAILED,
        @JsonProperty("limit-reached")
        LIMIT_REACHED,
        @JsonProperty("member-joined")
        MEMBER_JOINED
    }

    /** Who can be told. */
    enum Recipient {
        /** Whoever the conversation is assigned to. */
        @JsonProperty("assignee")
        ASSIGNEE,
        @JsonProperty("agents")
        AGENTS,
        @JsonProperty("supervisors")
        SUPERVISORS,
        @JsonProperty("admins")
        ADMINS,
        @JsonProperty("owner")
        OWNER
    }

    /** By which way. */
    enum Way {
        @JsonProperty("console")
        CONSOLE,
        @JsonProperty("email")
        EMAIL
    }
}
