package dev.tertulia.tenant.audit;

import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.tenant.audit.AuditChainRepository.Found;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Adds to the chain of the unit of work's tenant, one at a time, in the transaction it is given. */
@ApplicationScoped
class ChainWriter {
    /** The action of the entry that says so where the chain was tampered with. */
    static final String CHAIN_BROKEN = "chain-broken";

    /** How many that somebody put at the end are looked past. */
    private static final int CANDIDATES = 20;

    private static final Instant FAR_AWAY = Instant.parse("9999-12-31T00:00:00Z");

    private final AuditChainRepository chains;
    private final AuditEntryRepository entries;
    private final AuditMonths months;
    private final ChainCodes codes;

    ChainWriter(AuditChainRepository chains, AuditEntryRepository entries, AuditMonths months, ChainCodes codes) {
        this.chains = chains;
        this.entries = entries;
        this.months = months;
        this.codes = codes;
    }

    /** Where the chain goes on from, and what must be said of that first. */
    private record Ground(ChainHead head, Instant now, List<EntryContent> remarks) {}

    /**
     * Puts the entries at the end of the chain, which is locked until the transaction ends. Where the end is not what was
     * left there, an entry says so before them: to go on as if nothing were wrong would make it right. Fails with {@link
     * dev.tertulia.platform.crypto.UnknownKeyException} where this process lacks the key to tell.
     *
     * @param contents none to only look and lock
     * @return the head as it is now
     */
    Uni<ChainHead> append(SqlConnection connection, List<EntryContent> contents) {
        UUID tenant = CurrentTenant.required();
        return ground(connection, tenant).flatMap(ground -> extend(connection, tenant, ground, contents));
    }

    /** What was recorded before this time is going to be dropped: the chain begins behind it from now on. */
    Uni<Void> beginBehind(SqlConnection connection, Instant time) {
        UUID tenant = CurrentTenant.required();
        return append(connection, List.of())
                .flatMap(head -> entries.last(connection, head.sequence(), time, CANDIDATES)
                        .map(last -> genuine(tenant, last)
                                .map(entry -> head.beginningAfter(entry, time))
                                .orElseGet(() -> head.beginningAt(time))))
                .flatMap(head -> chains.update(connection, codes.seal(tenant, head)));
    }

    private Optional<AuditEntry> genuine(UUID tenant, List<AuditEntry> candidates) {
        return candidates.stream()
                .filter(entry -> codes.isGenuine(tenant, entry))
                .findFirst();
    }

    private Uni<Ground> ground(SqlConnection connection, UUID tenant) {
        return chains.lock(connection)
                .flatMap(found -> found.map(there -> known(connection, tenant, there))
                        .orElseGet(() -> begun(connection, tenant)));
    }

    private Uni<Ground> known(SqlConnection connection, UUID tenant, Found found) {
        return codes.holds(tenant, found.head())
                ? Uni.createFrom().item(new Ground(found.head(), found.now(), List.of()))
                : ends(connection).map(last -> broken(tenant, found, last));
    }

    private Uni<Ground> begun(SqlConnection connection, UUID tenant) {
        return chains.create(connection, codes.seal(tenant, ChainHead.empty()))
                .flatMap(created -> created
                        ? chains.lock(connection)
                                .map(Optional::orElseThrow)
                                .flatMap(found -> ends(connection)
                                        .map(last -> last.isEmpty()
                                                ? new Ground(found.head(), found.now(), List.of())
                                                : broken(tenant, found, last)))
                        : ground(connection, tenant));
    }

    private Uni<List<AuditEntry>> ends(SqlConnection connection) {
        return entries.last(connection, Long.MAX_VALUE, FAR_AWAY, CANDIDATES);
    }

    /** The head is not ours or was taken away: what is there and genuine is all that there is to go on from. */
    private Ground broken(UUID tenant, Found found, List<AuditEntry> last) {
        ChainHead head = genuine(tenant, last)
                .map(entry -> found.head().endingAt(entry.sequence(), entry.code(), entry.recordedAt()))
                .orElseGet(() -> found.head().endingAt(0, ChainCodes.NONE, Instant.EPOCH));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("headSaid", found.head().sequence());
        values.put("found", head.sequence());
        EntryContent remark = new EntryContent(
                found.now(),
                UuidV7.next(),
                "tenant",
                null,
                "system",
                null,
                null,
                null,
                null,
                CHAIN_BROKEN,
                "audit",
                tenant.toString(),
                null,
                EventJson.write(values),
                null,
                null);
        return new Ground(head, found.now(), List.of(remark));
    }

    private Uni<ChainHead> extend(SqlConnection connection, UUID tenant, Ground ground, List<EntryContent> contents) {
        List<AuditEntry> added = placed(tenant, ground, contents);
        if (added.isEmpty()) {
            return Uni.createFrom().item(ground.head());
        }
        AuditEntry last = added.getLast();
        ChainHead head = codes.seal(tenant, ground.head().endingAt(last.sequence(), last.code(), last.recordedAt()));
        return months.require(connection, last.recordedAt())
                .chain(() -> entries.insert(connection, added))
                .chain(() -> chains.update(connection, head))
                .replaceWith(head);
    }

    private List<AuditEntry> placed(UUID tenant, Ground ground, List<EntryContent> contents) {
        Instant before = ground.head().recordedAt();
        // A clock that was set back must not put an entry into a month that is older than those before it.
        Instant recordedAt = ground.now().isBefore(before) ? before : ground.now();
        List<EntryContent> all = new ArrayList<>(ground.remarks());
        all.addAll(contents);
        List<AuditEntry> placed = new ArrayList<>(all.size());
        long sequence = ground.head().sequence();
        String previous = ground.head().code();
        for (EntryContent content : all) {
            AuditEntry entry = codes.place(tenant, ++sequence, recordedAt, previous, content);
            placed.add(entry);
            previous = entry.code();
        }
        return placed;
    }
}
