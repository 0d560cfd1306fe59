package dev.tertulia.messaging.conversation;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many conversations are not resolved, of those that the caller sees.
 *
 * @param mine assigned to the caller
 * @param unassigned nobody's
 */
public record ConversationCounts(
        @Schema(examples = "14") long all,
        @Schema(examples = "3") long mine,
        @Schema(examples = "6") long unassigned,
        @Schema(examples = "9") long open,
        @Schema(examples = "2") long pending,
        @Schema(examples = "3") long snoozed) {
    /** Of one row a status, with its name, how many, how many of nobody and how many of the caller. */
    static ConversationCounts of(RowSet<Row> rows) {
        long all = 0;
        long mine = 0;
        long unassigned = 0;
        long open = 0;
        long pending = 0;
        long snoozed = 0;
        for (Row row : rows) {
            long said = row.getLong("said");
            all += said;
            mine += row.getLong("mine");
            unassigned += row.getLong("nobodys");
            switch (row.getString("status")) {
                case "open" -> open = said;
                case "pending" -> pending = said;
                default -> snoozed = said;
            }
        }
        return new ConversationCounts(all, mine, unassigned, open, pending, snoozed);
    }
}
