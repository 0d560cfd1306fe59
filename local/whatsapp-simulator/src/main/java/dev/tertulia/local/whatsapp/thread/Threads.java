package dev.tertulia.local.whatsapp.thread;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.SimulatorConfig;
import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.journal.Journaled;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All threads of all numbers, in memory, the oldest messages dropped beyond a limit. */
@ApplicationScoped
public class Threads implements Journaled {

    /** A customer as the journal has it. */
    record SavedCustomer(
            String phoneNumberId,
            String waId,
            @Nullable String name,
            boolean reachable,
            @Nullable Instant lastInboundAt) {}

    /** What the journal says of a thread that was removed; without a customer all of the number's were. */
    record SavedRemoval(String phoneNumberId, @Nullable String waId) {}

    private final Map<String, ThreadBook> books = new ConcurrentHashMap<>();
    private final Map<String, ThreadMessage> byId = new ConcurrentHashMap<>();
    private final Queue<ThreadMessage> oldestFirst = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();
    private final SimulatorConfig config;
    private final Journal journal;
    private final LiveUpdates live;
    private final ObjectMapper json;
    private final Clock clock;

    Threads(SimulatorConfig config, Journal journal, LiveUpdates live, ObjectMapper json, Clock clock) {
        this.config = config;
        this.journal = journal;
        this.live = live;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a message to its thread, if this number keeps messages. */
    public void add(BusinessNumber number, ThreadMessage message) {
        Boolean wanted = number.behaviour().keepMessages();
        if (wanted == null ? config.keepMessages() : wanted) {
            keep(message);
            changed(message);
        }
    }

    /** A message that is kept. */
    public @Nullable ThreadMessage find(String messageId) {
        return byId.get(messageId);
    }

    /** Notes that the customer wrote just now, which opens the window. */
    public void heard(BusinessNumber number, String waId, @Nullable String name) {
        book(number).heard(waId, name, clock.instant());
        if (journal.isOpen()) {
            save(number.id(), waId);
        }
        live.changed(number.id(), waId);
    }

    /** Changes what is known of a customer, who begins to exist if need be. */
    public Customer.View change(
            BusinessNumber number,
            String waId,
            @Nullable String name,
            @Nullable Boolean reachable,
            @Nullable Instant lastInboundAt) {
        Customer.View view = book(number).change(waId, clock.instant(), customer -> {
            customer.name = name == null ? customer.name : name;
            customer.reachable = reachable == null ? customer.reachable : reachable;
            customer.lastInboundAt = lastInboundAt == null ? customer.lastInboundAt : lastInboundAt;
        });
        save(number.id(), waId);
        live.changed(number.id(), waId);
        return view;
    }

    /** Shows the business as typing, for 25 seconds or until its next message. */
    public void typing(BusinessNumber number, String waId) {
        Instant now = clock.instant();
        book(number).change(waId, now, customer -> customer.typingUntil = now.plusSeconds(25));
        live.changed(number.id(), waId);
    }

    public Customer.@Nullable View customer(BusinessNumber number, String waId) {
        return book(number).find(waId, clock.instant());
    }

    public @Nullable String nameOf(BusinessNumber number, String waId) {
        return book(number).nameOf(waId);
    }

    public List<Customer.View> customers(BusinessNumber number) {
        return book(number).list(clock.instant());
    }

    public @Nullable String firstKnown(BusinessNumber number, List<String> waIds) {
        return book(number).firstKnown(waIds);
    }

    /** Whether the customer wrote to this number within the last 24 hours. */
    public boolean windowIsOpen(BusinessNumber number, String waId) {
        return book(number).windowIsOpen(waId, clock.instant());
    }

    public boolean isReachable(BusinessNumber number, String waId) {
        return book(number).isReachable(waId);
    }

    /** The last messages of a thread, before the given one if there is one, in order. */
    public List<ThreadMessage.View> thread(BusinessNumber number, String waId, @Nullable String before, int limit) {
        return book(number).thread(waId, before, limit).stream()
                .map(ThreadMessage::view)
                .toList();
    }

    /** Everything kept of a thread, in order. */
    public List<ThreadMessage> messages(BusinessNumber number, String waId) {
        return book(number).messages(waId);
    }

    /** Moves a message forward; false if it is there or further already. */
    public boolean advance(ThreadMessage message, MessageState state) {
        return changedIf(message.advance(state), message);
    }

    /** Lets a message fail; false if that is too late. */
    public boolean fail(ThreadMessage message, ThreadMessage.Reason reason) {
        return changedIf(message.fail(reason), message);
    }

    /** Notes that the customer has looked at a message; false if they had before. */
    public boolean see(ThreadMessage message) {
        return changedIf(message.see(), message);
    }

    /** Sets or, with an empty emoji, removes a reaction. */
    public void react(ThreadMessage message, boolean byCustomer, String emoji) {
        message.react(byCustomer, emoji);
        changed(message);
    }

    /** Puts in what was only found out after the message was accepted. */
    public void complete(ThreadMessage message, String content) {
        message.complete(content);
        changed(message);
    }

    /** Replaces a message's content, as its writer's edit. */
    public void edit(ThreadMessage message, String content) {
        message.edit(content, clock.instant());
        changed(message);
    }

    /** Takes a message's content away. */
    public void delete(ThreadMessage message) {
        message.delete(clock.instant());
        changed(message);
    }

    /** Forgets one customer and their thread. */
    public boolean forget(BusinessNumber number, String waId) {
        messages(number, waId).forEach(this::discard);
        boolean known = book(number).forget(waId);
        journal.append("thread-removed", new SavedRemoval(number.id(), waId));
        live.changed(number.id(), waId);
        return known;
    }

    /** Forgets all customers of a number. */
    public void forgetAll(BusinessNumber number) {
        oldestFirst.stream()
                .filter(message -> message.numberId().equals(number.id()))
                .forEach(this::discard);
        book(number).clear();
        journal.append("thread-removed", new SavedRemoval(number.id(), null));
        live.changed(number.id(), null);
    }

    public int kept() {
        return kept.get();
    }

    @Override
    public Set<String> kinds() {
        return Set.of("customer", "message", "thread-removed");
    }

    @Override
    public void restore(String kind, JsonNode value) {
        ThreadBook book = books.computeIfAbsent(
                value.path("phoneNumberId").asText(), id -> new ThreadBook(config.maxCustomers()));
        try {
            switch (kind) {
                case "customer" -> restoreCustomer(book, json.treeToValue(value, SavedCustomer.class));
                case "message" -> restoreMessage(value);
                default -> restoreRemoval(book, json.treeToValue(value, SavedRemoval.class));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public void snapshot(BiConsumer<String, Object> entries) {
        books.forEach((numberId, book) ->
                book.everyone(clock.instant()).forEach(view -> entries.accept("customer", saved(numberId, view))));
        oldestFirst.forEach(message -> entries.accept("message", message.view()));
    }

    private void restoreMessage(JsonNode value) throws JsonProcessingException {
        ObjectNode fields = value.deepCopy();
        // The content is kept as text; a JSON object cannot be bound to it directly.
        fields.put("content", json.writeValueAsString(value.path("content")));
        ThreadMessage.View view = json.treeToValue(fields, ThreadMessage.View.class);
        ThreadMessage known = byId.get(view.id());
        if (known != null) {
            known.restore(view);
        } else {
            keep(new ThreadMessage(view));
        }
    }

    private static void restoreCustomer(ThreadBook book, SavedCustomer saved) {
        book.change(saved.waId(), Instant.EPOCH, customer -> {
            customer.name = saved.name();
            customer.reachable = saved.reachable();
            customer.lastInboundAt = saved.lastInboundAt();
        });
    }

    private void restoreRemoval(ThreadBook book, SavedRemoval saved) {
        oldestFirst.stream()
                .filter(message -> message.numberId().equals(saved.phoneNumberId()))
                .filter(message -> saved.waId() == null || saved.waId().equals(message.waId()))
                .forEach(this::discard);
        if (saved.waId() == null) {
            book.clear();
        } else {
            book.forget(saved.waId());
        }
    }

    private void keep(ThreadMessage message) {
        byId.put(message.id(), message);
        oldestFirst.add(message);
        book(message.numberId()).add(message);
        kept.incrementAndGet();
        while (kept.get() > config.maxMessages()) {
            ThreadMessage oldest = oldestFirst.poll();
            if (oldest == null) {
                return;
            }
            kept.decrementAndGet();
            byId.remove(oldest.id(), oldest);
            book(oldest.numberId()).drop(oldest);
        }
    }

    private void discard(ThreadMessage message) {
        if (oldestFirst.remove(message)) {
            kept.decrementAndGet();
        }
        byId.remove(message.id(), message);
    }

    private boolean changedIf(boolean happened, ThreadMessage message) {
        if (happened) {
            changed(message);
        }
        return happened;
    }

    private void changed(ThreadMessage message) {
        if (byId.get(message.id()) != message) {
            return;
        }
        live.changed(message.numberId(), message.waId());
        if (journal.isOpen()) {
            journal.append("message", message.view());
        }
    }

    private void save(String numberId, String waId) {
        Customer.View view = book(numberId).find(waId, clock.instant());
        if (view != null) {
            journal.append("customer", saved(numberId, view));
        }
    }

    private static SavedCustomer saved(String numberId, Customer.View view) {
        return new SavedCustomer(numberId, view.waId(), view.name(), view.reachable(), view.lastInboundAt());
    }

    private ThreadBook book(BusinessNumber number) {
        return book(number.id());
    }

    private ThreadBook book(String numberId) {
        return books.computeIfAbsent(numberId, id -> new ThreadBook(config.maxCustomers()));
    }
}
