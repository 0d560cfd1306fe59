package dev.tertulia.messaging.realtime;

import dev.tertulia.platform.events.log.EventLogTail;
import dev.tertulia.platform.events.log.LoggedEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Passes what is published on to the sockets of its tenant that may see it. Listens while any socket of this process is open. */
@ApplicationScoped
class RealtimeHub {
    private final EventLogTail tail;
    private final MeterRegistry metrics;
    private final Map<UUID, Set<RealtimeSession>> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private @Nullable Uni<EventLogTail.Listening> listening;
    private volatile long position;

    RealtimeHub(EventLogTail tail, MeterRegistry metrics) {
        this.tail = tail;
        this.metrics = metrics;
    }

    void announce(@Observes StartupEvent start) {
        metrics.gauge("messaging_realtime_sockets", open);
    }

    /** From the moment this completes the session gets every event; answers the position up to which all was told. */
    Uni<Long> join(RealtimeSession session) {
        sessions.computeIfAbsent(session.tenantId(), tenant -> ConcurrentHashMap.newKeySet())
                .add(session);
        open.incrementAndGet();
        return listen().map(begun -> Math.max(begun.position(), position));
    }

    void leave(RealtimeSession session) {
        sessions.computeIfPresent(session.tenantId(), (tenant, ofTenant) -> {
            if (ofTenant.remove(session)) {
                open.decrementAndGet();
            }
            return ofTenant.isEmpty() ? null : ofTenant;
        });
    }

    Set<RealtimeSession> sessionsOf(UUID tenant) {
        return sessions.getOrDefault(tenant, Set.of());
    }

    private synchronized Uni<EventLogTail.Listening> listen() {
        Uni<EventLogTail.Listening> begun = listening;
        if (begun == null) {
            begun = tail.listen(this::tell)
                    .onFailure()
                    .invoke(this::forgetListening)
                    .memoize()
                    .indefinitely();
            listening = begun;
        }
        return begun;
    }

    private synchronized void forgetListening() {
        listening = null;
    }

    private void tell(List<LoggedEvent> batch) {
        for (LoggedEvent event : batch) {
            Set<RealtimeSession> ofTenant = sessions.get(event.tenantId());
            if (ofTenant != null) {
                RealtimeEvent told = RealtimeEvent.of(event);
                ofTenant.forEach(session -> session.tell(told));
            }
        }
        position = batch.getLast().position();
    }
}
