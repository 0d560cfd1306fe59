package dev.tertulia.tenant.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.Sort;
import io.quarkus.panache.common.Parameters;
import java.util.UUID;

/** The orders of the list of members. Each ends with the id, so that everybody has one place. */
enum MemberOrder {
    /** In which they came, which the ids tell. */
    @JsonProperty("joined")
    JOINED("id", " and id > :afterId", Sort.by("members", UUID.class)) {
        @Override
        String cursor(Member member) {
            return places.cursor(member.id);
        }

        @Override
        void place(Parameters parameters, Cursor after) {
            parameters.and("afterId", after.uuid(0));
        }
    },

    /** From A to Z, without case and accents. */
    @JsonProperty("name")
    NAME(
            "nameKey, id",
            " and (nameKey > :afterName or nameKey = :afterName and id > :afterId)",
            Sort.by("members:name", String.class, UUID.class)) {
        @Override
        String cursor(Member member) {
            return places.cursor(member.nameKey, member.id);
        }

        @Override
        void place(Parameters parameters, Cursor after) {
            parameters.and("afterName", after.text(0)).and("afterId", after.uuid(1));
        }
    };

    final String columns;
    final String behind;
    final Sort places;

    MemberOrder(String columns, String behind, Sort places) {
        this.columns = columns;
        this.behind = behind;
        this.places = places;
    }

    /** Where a member stands. */
    abstract String cursor(Member member);

    abstract void place(Parameters parameters, Cursor after);
}
