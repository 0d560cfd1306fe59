package dev.tertulia.tenant.audit;

import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.audit.AuditChainRepository.Found;
import dev.tertulia.tenant.audit.ChainFault.Kind;
import dev.tertulia.tenant.audit.VerificationRequest.Kept;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Looks through the chain of the unit of work's tenant, slice by slice, each in a transaction of its own, so that no
 * statement takes long and others go on writing. It reads what the chain held when it began.
 */
@ApplicationScoped
class ChainVerification {
    private static final Duration COME_AGAIN = Duration.ofSeconds(5);

    private final AuditChainRepository chains;
    private final AuditEntryRepository entries;
    private final ChainCodes codes;
    private final TenantDatabase database;
    private final AuditConfig config;
    private final Clock clock;
    private final Semaphore free;

    ChainVerification(
            AuditChainRepository chains,
            AuditEntryRepository entries,
            ChainCodes codes,
            TenantDatabase database,
            AuditConfig config,
            Clock clock) {
        this.chains = chains;
        this.entries = entries;
        this.codes = codes;
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.free = new Semaphore(config.verifications());
    }

    /** A verification that is under way: where it is, and until when it may go on. */
    private static final class Course {
        private final ChainWalk walk;
        private final ChainHead head;
        private final Instant deadline;
        private final long until;
        private long sequence;
        private Instant recordedAt;

        private Course(ChainWalk walk, ChainHead head, Instant deadline, long first, long until) {
            this.walk = walk;
            this.until = until;
            this.head = head;
            this.deadline = deadline;
            // Behind everything with a smaller number, and before the first with this one.
            this.sequence = first;
            this.recordedAt = head.droppedBefore().minusMillis(1);
        }

        private void add(AuditEntry entry) {
            sequence = entry.sequence();
            recordedAt = entry.recordedAt();
            // What was kept for long enough may still be there, and is no part of the chain.
            if (!entry.recordedAt().isBefore(head.droppedBefore())) {
                walk.next(entry);
            }
        }
    }

    /**
     * Says what is wrong, and how far it came in its time. Fails with {@link AuditProblem#VERIFICATIONS_UNDER_WAY} where
     * enough others are at it.
     */
    Uni<VerificationResponse> verify(VerificationRequest request) {
        if (!free.tryAcquire()) {
            throw ProblemException.of(AuditProblem.VERIFICATIONS_UNDER_WAY).retryAfter(COME_AGAIN);
        }
        UUID tenant = CurrentTenant.required();
        return database.inTransaction(connection ->
                        chains.find(connection).flatMap(found -> course(connection, tenant, found, request)))
                .flatMap(course -> walk(course).flatMap(complete -> answer(course, request, complete)))
                .onTermination()
                .invoke(free::release);
    }

    private Uni<Course> course(
            SqlConnection connection, UUID tenant, Optional<Found> found, VerificationRequest request) {
        // Without a head all that is there is looked at, from its beginning.
        ChainHead head = found.map(Found::head).orElseGet(ChainHead::empty);
        Instant deadline = clock.instant().plus(config.verificationTimeLimit());
        long begin = head.droppedSequence() + 1;
        Long from = request.from();
        if (from == null || from <= begin) {
            return Uni.createFrom()
                    .item(begun(
                            tenant, new ChainWalk(tenant, codes, begin, head.droppedCode()), found, deadline, begin));
        }
        return entries.find(connection, from - 1)
                .map(before -> new ChainWalk(
                        tenant, codes, from, before.map(AuditEntry::code).orElse(null)))
                .map(walk -> begun(tenant, walk, found, deadline, from));
    }

    private Course begun(UUID tenant, ChainWalk walk, Optional<Found> found, Instant deadline, long first) {
        ChainHead head = found.map(Found::head).orElseGet(ChainHead::empty);
        if (found.isEmpty()) {
            walk.add(Kind.HEAD_REMOVED, 0, 0);
        } else if (!codes.has(head.keyVersion())) {
            walk.add(Kind.KEY_MISSING, head.sequence(), head.sequence());
        } else if (!codes.holds(tenant, head)) {
            walk.add(Kind.HEAD_CHANGED, head.sequence(), head.sequence());
        }
        return new Course(walk, head, deadline, first, found.isEmpty() ? Long.MAX_VALUE : head.sequence());
    }

    /** Whether it came to the end. */
    private Uni<Boolean> walk(Course course) {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.inTransaction(connection ->
                        entries.slice(connection, course.sequence, course.recordedAt, course.until, config.slice())))
                .whilst(slice -> isUnfinished(slice) && clock.instant().isBefore(course.deadline))
                .onItem()
                .invoke(slice -> slice.forEach(course::add))
                .collect()
                .last()
                .map(last -> !isUnfinished(last));
    }

    private boolean isUnfinished(List<AuditEntry> slice) {
        return slice.size() == config.slice();
    }

    private Uni<VerificationResponse> answer(Course course, VerificationRequest request, boolean complete) {
        if (!complete) {
            course.walk.pause();
            return Uni.createFrom().item(response(course, request, course.walk.last() + 1));
        }
        course.walk.end(course.head);
        return database.inTransaction(connection -> entries.beyondHead(connection)
                        .invoke(beyond ->
                                beyond.ifPresent(numbers -> course.walk.add(Kind.ADDED, numbers[0], numbers[1])))
                        .chain(() -> compare(connection, course, request.kept())))
                .map(done -> response(course, request, null));
    }

    private Uni<Void> compare(SqlConnection connection, Course course, @Nullable Kept kept) {
        if (kept == null || kept.sequence() < course.head.droppedSequence()) {
            return Uni.createFrom().voidItem();
        }
        return entries.find(connection, kept.sequence())
                .map(entry -> entry.map(AuditEntry::code)
                        .orElseGet(() -> kept.sequence() == course.head.droppedSequence()
                                ? course.head.droppedCode()
                                : ChainCodes.NONE))
                .invoke(code -> {
                    if (!code.equals(kept.hash())) {
                        course.walk.add(Kind.NOT_AS_KEPT, kept.sequence(), kept.sequence());
                    }
                })
                .replaceWithVoid();
    }

    private static VerificationResponse response(Course course, VerificationRequest request, @Nullable Long next) {
        ChainHead head = course.head;
        long begin = head.droppedSequence() + 1;
        Long from = request.from();
        return new VerificationResponse(
                course.walk.holds(),
                next == null,
                course.walk.entries(),
                from == null ? begin : Math.max(from, begin),
                course.walk.last(),
                course.walk.faults(),
                head.sequence() == 0 ? null : new VerificationResponse.Head(head.sequence(), head.code()),
                next);
    }
}
