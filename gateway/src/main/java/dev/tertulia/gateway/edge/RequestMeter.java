package dev.tertulia.gateway.edge;

import dev.tertulia.gateway.call.Call;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts calls and their time by route and status, never by anything that callers choose. */
@Singleton
class RequestMeter {
    /** As others count callers that left before the answer. */
    private static final int CALLER_GONE = 499;

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Call call) {
        long start = System.nanoTime();
        call.whenDone(whole -> {
            Kind kind = new Kind(call.route(), whole ? call.response().getStatusCode() : CALLER_GONE);
            timers.computeIfAbsent(kind, this::timer).record(Duration.ofNanos(System.nanoTime() - start));
        });
    }

    private Timer timer(Kind kind) {
        return Timer.builder("gateway.requests")
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .register(meters);
    }

    private record Kind(String route, int status) {}
}
