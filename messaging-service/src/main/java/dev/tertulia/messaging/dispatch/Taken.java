package dev.tertulia.messaging.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a look into a channel's queue gave.
 *
 * @param toSend marked as being sent, for nobody else to take
 * @param toPrepare marked as well: their file has to go to the provider first
 * @param settled what needs no call any more, with what became of it
 * @param lookAgain when to look again, if that is known; else when something happens
 */
record Taken(
        List<Due> toSend,
        List<Due> toPrepare,
        Map<Due, Outcome> settled,
        @Nullable Duration lookAgain) {
    static Taken nothing(@Nullable Duration lookAgain) {
        return new Taken(List.of(), List.of(), Map.of(), lookAgain);
    }
}
