package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.messaging.inbound.InboundParty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The people that a change names beside its messages. Messages refer to them by number or user id, by neither, or by a
 * number that differs from the one listed (Meta writes some countries' numbers in two ways).
 */
final class ContactBook {

    private record Entry(
            @Nullable String waId,
            @Nullable String userId,
            @Nullable String parentUserId,
            @Nullable String username,
            @Nullable String name) {}

    private final List<Entry> entries;

    private ContactBook(List<Entry> entries) {
        this.entries = entries;
    }

    static ContactBook of(JsonNode value) {
        return new ContactBook(WireJson.list(value, "contacts").stream()
                .map(ContactBook::entry)
                .toList());
    }

    private static Entry entry(JsonNode contact) {
        JsonNode profile = WireJson.object(contact, "profile");
        String username = WireJson.words(profile, "username");
        return new Entry(
                WireJson.id(contact, "wa_id"),
                WireJson.id(contact, "user_id"),
                WireJson.id(contact, "parent_user_id"),
                username != null ? username : WireJson.words(contact, "username"),
                WireJson.words(profile, "name"));
    }

    /** Who that is, with all that is known of them; null when neither the message nor the list says. */
    @Nullable
    InboundParty party(@Nullable String address, @Nullable String userId, @Nullable String parentUserId) {
        Entry entry = find(address, userId);
        String knownUserId = userId != null ? userId : entry == null ? null : entry.userId();
        String knownAddress = address;
        if (knownAddress == null && entry != null) {
            knownAddress = entry.waId();
        }
        if (knownAddress == null) {
            knownAddress = knownUserId;
        }
        if (knownAddress == null) {
            return null;
        }
        String knownParent = parentUserId != null ? parentUserId : entry == null ? null : entry.parentUserId();
        return new InboundParty(
                knownAddress,
                WireJson.phone(knownAddress),
                knownUserId,
                knownParent,
                entry == null ? null : entry.username(),
                entry == null ? null : entry.name());
    }

    private @Nullable Entry find(@Nullable String address, @Nullable String userId) {
        for (Entry entry : entries) {
            if (entry.waId() != null && address != null && sameNumber(entry.waId(), address)) {
                return entry;
            }
        }
        for (Entry entry : entries) {
            if (userId != null && userId.equals(entry.userId())) {
                return entry;
            }
        }
        return entries.size() == 1 && !contradicts(entries.getFirst(), userId) ? entries.getFirst() : null;
    }

    private static boolean contradicts(Entry entry, @Nullable String userId) {
        return userId != null && entry.userId() != null && !userId.equals(entry.userId());
    }

    static boolean sameNumber(String one, String other) {
        String digits = WireJson.digits(one);
        return digits == null ? one.equals(other) : Objects.equals(digits, WireJson.digits(other));
    }
}
