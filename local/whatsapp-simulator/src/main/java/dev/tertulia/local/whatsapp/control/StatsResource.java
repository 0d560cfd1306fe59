package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.local.whatsapp.graph.AcceptedCounter;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.thread.Threads;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was counted since the start or the last reset. */
@Path("/simulator/api")
public class StatsResource {

    /**
     * Counters of one number.
     *
     * @param accepted messages of the business that were accepted, answered or not
     * @param refused calls that were refused with an error
     * @param received what customers wrote
     */
    public record NumberStats(long accepted, long refused, long received, Webhooks.Counts webhooks) {}

    /**
     * All counters.
     *
     * @param callbackData how many distinct {@code biz_opaque_callback_data} were accepted, and which more than once
     * @param times how often the asked value was accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stats(
            long accepted,
            long refused,
            long received,
            int pendingWebhooks,
            int keptMessages,
            AcceptedCounter.Counts callbackData,
            @Nullable Integer times,
            Map<String, NumberStats> numbers) {}

    private final Numbers numbers;
    private final Threads threads;
    private final Webhooks webhooks;
    private final AcceptedCounter counter;

    StatsResource(Numbers numbers, Threads threads, Webhooks webhooks, AcceptedCounter counter) {
        this.numbers = numbers;
        this.threads = threads;
        this.webhooks = webhooks;
        this.counter = counter;
    }

    /** All counters; with {@code callbackData} also how often that value was accepted. */
    @GET
    @Path("stats")
    public Stats stats(@RestQuery @Nullable String callbackData) {
        Map<String, NumberStats> each = new TreeMap<>();
        numbers.all().forEach(number -> each.put(number.id(), stats(number)));
        return new Stats(
                each.values().stream().mapToLong(NumberStats::accepted).sum(),
                each.values().stream().mapToLong(NumberStats::refused).sum(),
                each.values().stream().mapToLong(NumberStats::received).sum(),
                each.values().stream().mapToInt(one -> one.webhooks().pending()).sum(),
                threads.kept(),
                counter.counts(),
                callbackData == null ? null : counter.times(callbackData),
                each);
    }

    /** Forgets threads, customers, what waits to be delivered and all counters. Numbers, behaviours and templates stay. */
    @POST
    @Path("reset")
    public void reset() {
        numbers.all().forEach(number -> {
            webhooks.clear(number);
            threads.forgetAll(number);
        });
        numbers.forgetCounts();
        webhooks.forgetCounts();
        counter.reset();
    }

    private NumberStats stats(BusinessNumber number) {
        return new NumberStats(
                number.accepted.sum(), number.refused.sum(), number.received.sum(), webhooks.counts(number));
    }
}
