package dev.tertulia.local.whatsapp.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The threads of one number. One lock for all, held for no longer than a look-up takes. */
final class ThreadBook {

    private static final int LISTED = 500;

    private final Map<String, Customer> customers;

    ThreadBook(int maxCustomers) {
        this.customers = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Customer> eldest) {
                return size() > maxCustomers;
            }
        };
    }

    synchronized Customer.View change(String waId, Instant now, Consumer<Customer> change) {
        Customer customer = customers.computeIfAbsent(waId, Customer::new);
        change.accept(customer);
        return customer.view(now);
    }

    synchronized Customer.@Nullable View find(String waId, Instant now) {
        Customer customer = customers.get(waId);
        return customer == null ? null : customer.view(now);
    }

    /** The first of these numbers that is known. */
    synchronized @Nullable String firstKnown(List<String> candidates) {
        return candidates.stream().filter(customers::containsKey).findFirst().orElse(null);
    }

    synchronized boolean windowIsOpen(String waId, Instant now) {
        Customer customer = customers.get(waId);
        return customer != null && customer.windowIsOpen(now);
    }

    synchronized boolean isReachable(String waId) {
        Customer customer = customers.get(waId);
        return customer == null || customer.reachable;
    }

    synchronized void heard(String waId, @Nullable String name, Instant at) {
        Customer customer = customers.computeIfAbsent(waId, Customer::new);
        if (customer.lastInboundAt == null || customer.lastInboundAt.isBefore(at)) {
            customer.lastInboundAt = at;
        }
        if (name != null) {
            customer.name = name;
        }
    }

    synchronized @Nullable String nameOf(String waId) {
        Customer customer = customers.get(waId);
        return customer == null ? null : customer.name;
    }

    synchronized void add(ThreadMessage message) {
        Customer customer = customers.computeIfAbsent(message.waId(), Customer::new);
        customer.messages.addLast(message);
        if (!message.isFromCustomer()) {
            customer.typingUntil = null;
        }
    }

    synchronized void drop(ThreadMessage message) {
        Customer customer = customers.get(message.waId());
        if (customer != null) {
            customer.messages.removeFirstOccurrence(message);
        }
    }

    /** The latest first, at most some hundred. */
    synchronized List<Customer.View> list(Instant now) {
        List<Customer> all = new ArrayList<>(customers.values());
        all.sort(Comparator.comparing(ThreadBook::lastHappened).reversed());
        return all.stream().limit(LISTED).map(customer -> customer.view(now)).toList();
    }

    synchronized List<Customer.View> everyone(Instant now) {
        return customers.values().stream().map(customer -> customer.view(now)).toList();
    }

    /** The last messages before the given one, in order. */
    synchronized List<ThreadMessage> thread(String waId, @Nullable String before, int limit) {
        Customer customer = customers.get(waId);
        if (customer == null) {
            return List.of();
        }
        List<ThreadMessage> found = new ArrayList<>();
        boolean reached = before == null;
        Iterator<ThreadMessage> backwards = customer.messages.descendingIterator();
        while (backwards.hasNext() && found.size() < limit) {
            ThreadMessage message = backwards.next();
            if (reached) {
                found.add(message);
            }
            reached = reached || message.id().equals(before);
        }
        return found.reversed();
    }

    synchronized List<ThreadMessage> messages(String waId) {
        Customer customer = customers.get(waId);
        return customer == null ? List.of() : List.copyOf(customer.messages);
    }

    synchronized boolean forget(String waId) {
        return customers.remove(waId) != null;
    }

    synchronized void clear() {
        customers.clear();
    }

    private static Instant lastHappened(Customer customer) {
        ThreadMessage last = customer.messages.peekLast();
        return last != null ? last.at() : Objects.requireNonNullElse(customer.lastInboundAt, Instant.EPOCH);
    }
}
