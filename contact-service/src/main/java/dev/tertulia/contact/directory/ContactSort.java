package dev.tertulia.contact.directory;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.Sort;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The orders of the list. Each has an index that walks it, and ends with the id, so that every contact has one place. */
enum ContactSort {
    /** From A to Z, without case and accents; who has no name comes last. */
    @JsonProperty("name")
    NAME(
            "c.name_key, c.id",
            "page.name_key, page.id",
            ">",
            "c.name_key",
            Sort.by("contacts:name", String.class, UUID.class)) {
        @Override
        String cursor(ContactView contact) {
            return places.cursor(contact.sortName(), contact.id());
        }

        @Override
        void addPlace(Tuple parameters, Cursor place) {
            parameters.addString(place.text(0)).addUUID(place.uuid(1));
        }
    },

    /** Who wrote last comes first; who never wrote comes last. */
    @JsonProperty("-lastInteractionAt")
    LAST_INTERACTION(
            "a.last_interaction_at desc, a.contact_id desc",
            "page.last_interaction_at desc nulls last, page.id desc",
            "<",
            "a.last_interaction_at",
            Sort.by("contacts:last-interaction", Instant.class, UUID.class)) {
        @Override
        String cursor(ContactView contact) {
            return places.cursor(contact.lastInteractionAt(), contact.id());
        }

        @Override
        void addPlace(Tuple parameters, Cursor place) {
            addInstant(parameters, place.nullable(Instant.class, 0));
            parameters.addUUID(place.uuid(1));
        }
    },

    /** The newest first. */
    @JsonProperty("-createdAt")
    CREATION(
            "c.created_at desc, c.id desc",
            "page.created_at desc, page.id desc",
            "<",
            "c.created_at",
            Sort.by("contacts:creation", Instant.class, UUID.class)) {
        @Override
        String cursor(ContactView contact) {
            return places.cursor(contact.createdAt(), contact.id());
        }

        @Override
        void addPlace(Tuple parameters, Cursor place) {
            addInstant(parameters, place.instant(0));
            parameters.addUUID(place.uuid(1));
        }
    };

    final String orderBy;
    final String pageOrder;
    final Sort places;
    private final String beyond;
    private final String column;

    ContactSort(String orderBy, String pageOrder, String beyond, String column, Sort places) {
        this.orderBy = orderBy;
        this.pageOrder = pageOrder;
        this.beyond = beyond;
        this.column = column;
        this.places = places;
    }

    abstract String cursor(ContactView contact);

    abstract void addPlace(Tuple parameters, Cursor place);

    /** What comes after the place whose two values are the parameters from this number on. */
    String after(int parameter) {
        String id = this == LAST_INTERACTION ? "a.contact_id" : "c.id";
        String value = this == NAME ? "$" + parameter : "coalesce($" + parameter + "::timestamptz, '-infinity')";
        return "(" + column + ", " + id + ") " + beyond + " (" + value + ", $" + (parameter + 1) + ")";
    }

    private static void addInstant(Tuple parameters, @Nullable Instant instant) {
        parameters.addValue(instant == null ? null : instant.atOffset(ZoneOffset.UTC));
    }
}
