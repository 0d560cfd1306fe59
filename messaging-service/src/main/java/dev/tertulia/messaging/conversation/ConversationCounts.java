package dev.tertulia.messaging.conversation;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many conversations are not resolved, of those that the caller sees.
 *
 * @param mine assigned to the caller
 * @param unassigned nobody's
 * @param byStatus the same for open, pending and snoozed
 */
public record ConversationCounts(
        @Schema(examples = "14") long all,
        @Schema(examples = "3") long mine,
        @Schema(examples = "6") long unassigned,
        @Schema(examples = "9") long open,
        @Schema(examples = "2") long pending,
        @Schema(examples = "3") long snoozed,

        @Schema(examples = "{\"open\":{\"all\":9,\"mine\":2,\"unassigned\":5}}")
        Map<String, OfStatus> byStatus) {

    /** How many there are of one status. */
    @Schema(name = "ConversationCountsOfStatus")
    public record OfStatus(
            @Schema(examples = "9") long all,
            @Schema(examples = "2") long mine,
            @Schema(examples = "5") long unassigned) {
        private OfStatus plus(OfStatus other) {
            return new OfStatus(all + other.all, mine + other.mine, unassigned + other.unassigned);
        }
    }

    private static final OfStatus NONE = new OfStatus(0, 0, 0);

    /** Of one row a status, with its name, how many, how many of nobody and how many of the caller. */
    static ConversationCounts of(RowSet<Row> rows) {
        Map<String, OfStatus> byStatus = new TreeMap<>(Map.of("open", NONE, "pending", NONE, "snoozed", NONE));
        for (Row row : rows) {
            byStatus.put(
                    row.getString("status"),
                    new OfStatus(row.getLong("said"), row.getLong("mine"), row.getLong("nobodys")));
        }
        OfStatus total = byStatus.values().stream().reduce(NONE, OfStatus::plus);
        return new ConversationCounts(
                total.all,
                total.mine,
                total.unassigned,
                ofStatus(byStatus, "open").all,
                ofStatus(byStatus, "pending").all,
                ofStatus(byStatus, "snoozed").all,
                byStatus);
    }

    private static OfStatus ofStatus(Map<String, OfStatus> byStatus, String status) {
        return byStatus.getOrDefault(status, NONE);
    }
}
