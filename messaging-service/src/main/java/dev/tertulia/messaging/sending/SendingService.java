package dev.tertulia.messaging.sending;

import dev.tertulia.contracts.messaging.ConversationChanged;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessageQueued;
import dev.tertulia.contracts.messaging.MessageStatusChanged;
import dev.tertulia.contracts.messaging.MessagingTopics;
import dev.tertulia.contracts.tenant.Metrics;
import dev.tertulia.messaging.dispatch.DispatchEntries;
import dev.tertulia.messaging.dispatch.QueuedContent;
import dev.tertulia.messaging.message.ReadReceipts;
import dev.tertulia.messaging.template.TemplateCheck;
import dev.tertulia.platform.allowance.Allowance;
import dev.tertulia.platform.allowance.Metric;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.Outbox;
import dev.tertulia.platform.events.OutboxEvent;
import dev.tertulia.platform.phone.PhoneNumber;
import dev.tertulia.platform.phone.Phones;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Accepts messages. Message, place in the queue, the conversation's counters and {@code message.queued} commit together;
 * sending comes afterwards.
 *
 * <p>Who answers has read: the unread count goes to zero. A pending or resolved conversation is open again, a snoozed one
 * stays so until the customer answers or its time comes.
 *
 * <p>Each message is taken from what the plan allows in a month, as the last thing before the commit; a reaction is none.
 */
@ApplicationScoped
class SendingService {
    private static final Message.Failure CANCELLED =
            new Message.Failure("cancelled", "It was taken back before it was sent", null);
    private static final Metric SENT_BY_PEOPLE = Metric.monthly(Metrics.AGENT_MESSAGES);

    private final TenantDatabase database;
    private final ConversationRows conversations;
    private final MessageRows messages;
    private final DispatchEntries queue;
    private final ReadReceipts receipts;
    private final TemplateCheck templates;
    private final Outbox outbox;
    private final Allowance allowance;
    private final Clock clock;

    SendingService(
            TenantDatabase database,
            ConversationRows conversations,
            MessageRows messages,
            DispatchEntries queue,
            ReadReceipts receipts,
            TemplateCheck templates,
            Outbox outbox,
            Allowance allowance,
            Clock clock) {
        this.database = database;
        this.conversations = conversations;
        this.messages = messages;
        this.queue = queue;
        this.receipts = receipts;
        this.templates = templates;
        this.outbox = outbox;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** The queued message; for a reaction the message it is about, which shows it once it is sent. */
    Uni<Message> send(UUID conversation, SendMessageRequest request, Author author) {
        return database.inTransaction(connection -> conversations
                .lock(connection, conversation, author)
                .flatMap(found -> accept(connection, found, false, request, author)));
    }

    /** Writes to a number: in the conversation that is open with it, else in a new one. */
    Uni<ConversationStartedResponse> start(StartConversationRequest request, Author author) {
        ConversationRows.Addressee addressee = addressee(request.to());
        return database.inTransaction(connection -> conversations
                .findOrOpen(connection, request.channelId(), addressee, author)
                .flatMap(found -> accept(connection, found.conversation(), found.opened(), request.message(), author)
                        .flatMap(message -> conversations
                                .read(connection, message.conversationId())
                                .map(now -> new ConversationStartedResponse(now.view(), message)))));
    }

    private static ConversationRows.Addressee addressee(String to) {
        PhoneNumber phone = Phones.parse(to, null);
        String e164 = phone.e164();
        String canonical = phone.canonical();
        if (e164 == null || canonical == null) {
            throw ProblemException.invalid("to", "Give a phone number with its country code, such as +57 300 123 4567");
        }
        return new ConversationRows.Addressee(canonical, e164.substring(1), e164);
    }

    private Uni<Message> accept(
            SqlConnection connection,
            OpenConversation conversation,
            boolean opened,
            SendMessageRequest request,
            Author author) {
        requireOpenDoors(conversation);
        UUID id = conversation.view().id();
        if (request.kind().equals(QueuedContent.REACTION)) {
            return react(connection, conversation, request, author);
        }
        Uni<Optional<Wording.File>> file = request.attachmentIds() == null
                        || request.attachmentIds().isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : messages.file(connection, request.attachmentIds().getFirst()).map(Optional::of);
        Uni<Optional<String>> replyTo = request.replyToId() == null
                ? Uni.createFrom().item(Optional.empty())
                : messages.externalId(connection, id, request.replyToId(), "replyToId")
                        .map(Optional::of);
        return file.map(found -> Wording.of(request, found.orElse(null), null)).flatMap(wording -> {
            requireReplyWindow(conversation, wording.queued());
            return replyTo.flatMap(answered ->
                    say(connection, conversation, opened, new Draft(wording, answered.orElse(null), null), author));
        });
    }

    private static void requireOpenDoors(OpenConversation conversation) {
        if (conversation.channelRemoved()) {
            throw ProblemException.of(
                    SendingProblem.CHANNEL_REMOVED, "Write to the customer on another channel, in a new conversation.");
        }
        if (conversation.channelStatus().equals("disabled")) {
            throw ProblemException.of(SendingProblem.CHANNEL_DISABLED, "Switch the channel on to send.");
        }
        if (conversation.blocked()) {
            throw ProblemException.of(SendingProblem.CONTACT_BLOCKED, "Unblock the contact to write to them.");
        }
        UUID other = conversation.otherOpenId();
        if (other != null) {
            throw ProblemException.of(
                            SendingProblem.CONVERSATION_SUPERSEDED, "Write in the conversation that is open now.")
                    .with("conversationId", other);
        }
    }

    private void requireReplyWindow(OpenConversation conversation, QueuedContent content) {
        if (content.mayBeSentOutsideTheReplyWindow() || conversation.replyWindowIsOpen(clock.instant())) {
            return;
        }
        Instant closedAt = conversation.view().replyWindowEndsAt();
        ProblemException problem = ProblemException.of(
                SendingProblem.REPLY_WINDOW_CLOSED,
                closedAt == null
                        ? "The customer has never written here. Send a template, or wait until they write."
                        : "The reply window closed at " + closedAt + ". Send a template, or wait until the customer"
                                + " writes.");
        problem = problem.with("alternatives", List.of("template"));
        throw closedAt == null ? problem : problem.with("closedAt", closedAt.toString());
    }

    /** What is said, and for a template what the provider approved: what it would refuse is not tried. */
    private Uni<Message> say(
            SqlConnection connection, OpenConversation conversation, boolean opened, Draft draft, Author author) {
        QueuedContent.Template template = draft.wording().queued().template();
        if (template == null) {
            return accepted(connection, conversation, opened, draft, author);
        }
        return templates
                .rendered(
                        connection,
                        conversation.view().channelId(),
                        template.name(),
                        template.language(),
                        template.components())
                .map(rendered -> rendered.map(draft::shownAs).orElse(draft))
                .flatMap(checked -> accepted(connection, conversation, opened, checked, author));
    }

    private Uni<Message> accepted(
            SqlConnection connection, OpenConversation conversation, boolean opened, Draft draft, Author author) {
        UUID id = conversation.view().id();
        Instant now = clock.instant();
        boolean reopened = conversation.resolved();
        boolean byAgent = author.actor().memberId() != null;
        return messages.tellConversation(
                        connection,
                        id,
                        reopened ? 2 : 1,
                        byAgent,
                        now,
                        draft.wording().preview())
                .flatMap(sequence -> messages.add(connection, conversation, draft, author, sequence, now)
                        .call(message -> queue.add(
                                connection,
                                author.tenantId(),
                                entry(
                                        message,
                                        conversation,
                                        sequence,
                                        draft.wording().queued())))
                        .flatMap(message -> messages.read(connection, message))
                        .call(message -> tell(connection, message, opened, reopened, author)))
                .call(message -> allowance.reserve(SENT_BY_PEOPLE, 1))
                .invoke(message -> tellTheCustomer(connection, conversation, author));
    }

    /** Who answers has read, and the customer sees that once it is committed. */
    private void tellTheCustomer(SqlConnection connection, OpenConversation conversation, Author author) {
        var transaction = connection.getDelegate().transaction();
        if (conversation.view().unreadCount() > 0 && transaction != null) {
            UUID id = conversation.view().id();
            transaction.completion().onSuccess(committed -> receipts.markRead(author.tenantId(), id));
        }
    }

    private static DispatchEntries.NewEntry entry(
            UUID message, OpenConversation conversation, long sequence, QueuedContent content) {
        return new DispatchEntries.NewEntry(
                message,
                conversation.view().id(),
                conversation.view().channelId(),
                sequence,
                DispatchEntries.NewEntry.PERSON,
                content);
    }

    private Uni<Void> tell(SqlConnection connection, Message message, boolean opened, boolean reopened, Author author) {
        return conversations.read(connection, message.conversationId()).flatMap(now -> {
            List<OutboxEvent> events = new ArrayList<>();
            UUID id = message.conversationId();
            if (opened || reopened) {
                String topic = opened ? MessagingTopics.CONVERSATION_OPENED : MessagingTopics.CONVERSATION_REOPENED;
                events.add(OutboxEvent.of(
                        topic,
                        id,
                        message.sequence() - 1,
                        new ConversationChanged(
                                now.view(), null, author.senderId().toString())));
            }
            events.add(OutboxEvent.of(
                            MessagingTopics.MESSAGE_QUEUED,
                            id,
                            message.sequence(),
                            new MessageQueued(message, now.reference()))
                    .about(message.id()));
            return outbox.append(events);
        });
    }

    /** A reaction is queued like a message, so that it comes after what was said before it. */
    private Uni<Message> react(
            SqlConnection connection, OpenConversation conversation, SendMessageRequest request, Author author) {
        UUID target = request.targetId();
        if (target == null) {
            throw ProblemException.invalid("targetId", "Name the message to react to");
        }
        UUID member = author.actor().memberId();
        return messages.externalId(connection, conversation.view().id(), target, "targetId")
                .map(externalId -> Wording.of(
                                request,
                                null,
                                new QueuedContent.Reaction(
                                        target, externalId, request.emoji(), member == null ? null : member.toString()))
                        .queued())
                .invoke(content -> requireReplyWindow(conversation, content))
                .flatMap(content -> messages.bump(
                                connection, conversation.view().id())
                        .flatMap(sequence -> queue.add(
                                connection, author.tenantId(), entry(UuidV7.next(), conversation, sequence, content))))
                .chain(() -> messages.read(connection, target));
    }

    /** A failed or unknown message said once more, as a new one: what became of the first may still come to light. */
    Uni<Message> retry(UUID id, Author author) {
        return database.inTransaction(connection -> messages.conversationOf(connection, id)
                .flatMap(conversation -> conversations.lock(connection, conversation, author))
                .flatMap(conversation -> messages.said(connection, id)
                        .map(Optional::orElseThrow)
                        .invoke(said -> requireRetryable(conversation, said))
                        .flatMap(said -> messages.copied(connection, said.content())
                                .flatMap(content -> say(
                                        connection,
                                        conversation,
                                        false,
                                        new Draft(Wording.of(content), said.replyToExternalId(), id),
                                        author)))
                        .call(again -> messages.markRetried(connection, id, again.id()))));
    }

    private void requireRetryable(OpenConversation conversation, MessageRows.Said said) {
        if (said.retried()) {
            throw ProblemException.of(SendingProblem.RETRIED_ALREADY, "Look at the message that was sent again.");
        }
        boolean ended = said.status().equals("failed") || said.status().equals("unknown");
        if (!said.direction().equals("outbound") || !ended) {
            throw ProblemException.of(
                    SendingProblem.NOT_TO_BE_RETRIED, "This one is " + said.status() + ": there is nothing to repeat.");
        }
        requireOpenDoors(conversation);
        requireReplyWindow(conversation, said.content());
    }

    /**
     * Takes back what is not yet being sent; it stays in the history as failed, with the reason, and counts no longer as
     * used.
     */
    Uni<Void> cancel(UUID id, Author author) {
        return database.inTransaction(connection -> messages.conversationOf(connection, id)
                .flatMap(conversation -> conversations.lock(connection, conversation, author))
                .flatMap(conversation -> queue.remove(connection, id)
                        .flatMap(removed -> removed
                                ? messages.cancel(connection, id, CANCELLED)
                                : Uni.createFrom().item(Optional.<Instant>empty()))
                        .map(SendingService::requireCancelled)
                        .call(() -> tellCancelled(connection, id, conversation))
                        .flatMap(acceptedAt -> allowance.release(SENT_BY_PEOPLE, 1, acceptedAt))));
    }

    private Uni<Void> tellCancelled(SqlConnection connection, UUID id, OpenConversation conversation) {
        UUID conversationId = conversation.view().id();
        return messages.bump(connection, conversationId)
                .flatMap(sequence -> outbox.append(OutboxEvent.of(
                                MessagingTopics.MESSAGE_FAILED,
                                conversationId,
                                sequence,
                                new MessageStatusChanged(
                                        id, null, "failed", CANCELLED, clock.instant(), conversation.reference()))
                        .about(id)));
    }

    private static Instant requireCancelled(Optional<Instant> acceptedAt) {
        return acceptedAt.orElseThrow(() ->
                ProblemException.of(SendingProblem.NOT_QUEUED, "It was sent, is being sent, or has failed already."));
    }
}
