package dev.tertulia.messaging.sending;

import dev.tertulia.messaging.conversation.ConversationVisibility;
import dev.tertulia.platform.security.Actor;
import dev.tertulia.platform.security.Caller;
import dev.tertulia.platform.web.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who says something. @param visibility which conversations are shown to them */
record Author(UUID tenantId, Actor actor, ConversationVisibility visibility) {
    /** Fails for a tenant that may not send. */
    static Author of(Caller caller) {
        if (caller.requiredTenant().suspended()) {
            throw ProblemException.of(
                    SendingProblem.TENANT_SUSPENDED,
                    "What was received can be read. Ask the owner to settle the account.");
        }
        return new Author(caller.requiredTenant().id(), caller.actor(), ConversationVisibility.of(caller));
    }

    /** A member speaks as an agent; what another system says by an API key, the system says. */
    String senderType() {
        return actor.memberId() == null ? "system" : "agent";
    }

    UUID senderId() {
        UUID member = actor.memberId();
        return member == null ? actor.id() : member;
    }

    String name() {
        return actor.name();
    }

    boolean sees(@Nullable UUID assigneeId) {
        return visibility.sees(assigneeId);
    }

    /** Whether they may go on where somebody wrote to a number before. A system that only sends need not see it. */
    boolean mayGoOn(@Nullable UUID assigneeId) {
        return sees(assigneeId) || assigneeId == null && actor.memberId() == null;
    }

    /** Whose the conversations are that they begin: nobody's, unless they would not see them. */
    @Nullable
    UUID assigneeOfWhatTheyBegin() {
        return sees(null) ? null : actor.memberId();
    }
}
