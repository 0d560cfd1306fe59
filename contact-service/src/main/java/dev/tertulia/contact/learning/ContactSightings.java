package dev.tertulia.contact.learning;

import dev.tertulia.contact.directory.TidyText;
import dev.tertulia.contact.identity.Identities;
import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contracts.messaging.ContactReference;
import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageReceived;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.platform.events.UnreadableEventException;
import dev.tertulia.platform.events.consume.BatchEventConsumer;
import dev.tertulia.platform.events.consume.ConsumedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns of contacts from what messaging-service tells: who wrote, and whom one of us began to write to. */
@ApplicationScoped
class ContactSightings implements BatchEventConsumer {
    /** What our business said on the provider's own app. */
    private static final String OUTBOUND = "outbound";

    private final LearningService learning;

    ContactSightings(LearningService learning) {
        this.learning = learning;
    }

    @Override
    public String name() {
        return "contact-sightings";
    }

    @Override
    public Set<String> topics() {
        return Set.of(MessagingTopics.MESSAGE_RECEIVED, MessagingTopics.CONVERSATION_OPENED);
    }

    @Override
    public Uni<Void> onAll(List<ConsumedEvent> events) {
        return learning.learn(events.stream().map(ContactSightings::sighting).toList());
    }

    private static Sighting sighting(ConsumedEvent event) {
        if (event.type().equals(MessagingTopics.MESSAGE_RECEIVED)) {
            MessageReceived received = event.as(MessageReceived.class);
            Message message = received.message();
            require(message, "message");
            boolean theyWrote = !OUTBOUND.equals(message.direction());
            return sighting(event, received.contact(), message.providerTime(), theyWrote);
        }
        ConversationChanged opened = event.as(ConversationChanged.class);
        require(opened.conversation(), "conversation");
        return sighting(event, opened.conversation().contact(), null, false);
    }

    private static Sighting sighting(
            ConsumedEvent event, ContactReference contact, @Nullable Instant providerTime, boolean interaction) {
        require(contact, "contact");
        require(contact.id(), "contact.id");
        List<Identity> identities = identities(contact.identity());
        if (identities.isEmpty()) {
            throw new UnreadableEventException("The event's contact has no identity that could be kept");
        }
        return new Sighting(
                contact.id(),
                TidyText.name(contact.name()),
                identities,
                earlier(providerTime, event.time()),
                interaction,
                event.time(),
                event.requestId());
    }

    private static List<Identity> identities(ContactReference.Identity identity) {
        require(identity, "contact.identity");
        require(identity.kind(), "contact.identity.kind");
        require(identity.value(), "contact.identity.value");
        return Identities.seen(
                identity.kind(),
                orEmpty(identity.scope()),
                identity.value(),
                orEmpty(identity.address()),
                identity.phone(),
                identity.userId());
    }

    /** Nobody wrote later than we knew of it, whatever a provider's clock says. */
    private static Instant earlier(@Nullable Instant providerTime, Instant known) {
        return providerTime == null || providerTime.isAfter(known) ? known : providerTime;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What a contract promises may be missing all the same in what comes from outside. */
    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new UnreadableEventException("The event lacks " + field);
        }
    }
}
