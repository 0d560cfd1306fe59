package dev.tertulia.tenant.mail;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.CrossTenantLookup;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import dev.tertulia.platform.tenancy.TenantDatabase;
import dev.tertulia.platform.tenancy.UnitOfWork;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Both tables of mail, for the one who sends it: each mail is reached by the door of its place. */
@ApplicationScoped
class MailStore {
    private static final String DUE_TO_STRANGERS =
            "select id from stranger_mail where due_at <= now() order by due_at limit $1";
    private static final String BACKLOG_TO_STRANGERS =
            "select count(*) as waiting, min(created_at) as oldest from stranger_mail where not given_up";

    /** More than one attempt may take, so that no other process makes one meanwhile. */
    private static final Duration BEYOND_TIME_LIMIT = Duration.ofMinutes(1);

    private final CrossTenantLookup acrossTenants;
    private final TenantDatabase database;
    private final PlatformDatabase platform;
    private final UnitOfWork unitOfWork;
    private final FieldCipher cipher;
    private final MailConfig config;
    private final Clock clock;

    MailStore(
            CrossTenantLookup acrossTenants,
            TenantDatabase database,
            PlatformDatabase platform,
            UnitOfWork unitOfWork,
            FieldCipher cipher,
            MailConfig config,
            Clock clock) {
        this.acrossTenants = acrossTenants;
        this.database = database;
        this.platform = platform;
        this.unitOfWork = unitOfWork;
        this.cipher = cipher;
        this.config = config;
        this.clock = clock;
    }

    /** With which something is to be done by now, at most so many of each table. */
    Uni<List<MailPlace>> due(int atMost) {
        Uni<RowSet<Row>> tenants = acrossTenants.select("due_mails", Tuple.of(atMost));
        Uni<RowSet<Row>> strangers = platform.inTransaction(
                connection -> connection.preparedQuery(DUE_TO_STRANGERS).execute(Tuple.of(atMost)));
        return Uni.combine().all().unis(tenants, strangers).with((ofTenants, ofStrangers) -> {
            List<MailPlace> places = new ArrayList<>();
            ofStrangers.forEach(row -> places.add(new MailPlace(null, row.getUUID("id"))));
            ofTenants.forEach(row -> places.add(new MailPlace(row.getUUID("tenant_id"), row.getUUID("id"))));
            return places;
        });
    }

    /** What waits, and since when. */
    Uni<MailBacklog> backlog() {
        Uni<RowSet<Row>> tenants = acrossTenants.select("mail_backlog", Tuple.tuple());
        Uni<RowSet<Row>> strangers = platform.inTransaction(
                connection -> connection.query(BACKLOG_TO_STRANGERS).execute());
        return Uni.combine()
                .all()
                .unis(tenants, strangers)
                .with((ofTenants, ofStrangers) -> backlog(ofTenants.iterator().next())
                        .and(backlog(ofStrangers.iterator().next())));
    }

    private MailBacklog backlog(Row row) {
        OffsetDateTime oldest = row.getOffsetDateTime("oldest");
        return new MailBacklog(
                row.getLong("waiting"),
                oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant()));
    }

    /**
     * Counts an attempt, which is this process' to make. Empty where there is none to make: another process makes it, or
     * it was given up long ago and is forgotten now.
     */
    Uni<Optional<QueuedMail>> take(MailPlace place) {
        Instant othersMay = clock.instant().plus(config.timeLimit()).plus(BEYOND_TIME_LIMIT);
        return at(
                place,
                connection -> connection
                        .preparedQuery(place.table().take())
                        .execute(Tuple.of(place.id(), othersMay.atOffset(ZoneOffset.UTC)))
                        .flatMap(rows -> rows.rowCount() == 0
                                ? Uni.createFrom().item(Optional.empty())
                                : taken(connection, place, rows.iterator().next())));
    }

    private Uni<Optional<QueuedMail>> taken(SqlConnection connection, MailPlace place, Row row) {
        String content = row.getString("content");
        return content == null
                ? remove(connection, place).replaceWith(Optional.empty())
                : Uni.createFrom()
                        .item(Optional.of(new QueuedMail(
                                place,
                                MailKind.of(row.getString("kind")),
                                MailContent.read(cipher.decrypt(content, place.associatedData())),
                                row.getInteger("attempts"),
                                row.getOffsetDateTime("useful_until").toInstant())));
    }

    Uni<Void> sent(MailPlace place) {
        return at(place, connection -> remove(connection, place));
    }

    Uni<Void> postpone(MailPlace place, Instant until, String problem) {
        return change(place, place.table().postpone(), until, problem);
    }

    /** Forgets what it says, and keeps that it failed. */
    Uni<Void> giveUp(MailPlace place, String problem) {
        return change(place, place.table().giveUp(), clock.instant().plus(config.failedKeptFor()), problem);
    }

    private Uni<Void> change(MailPlace place, String sql, Instant due, String problem) {
        return at(
                place,
                connection -> connection
                        .preparedQuery(sql)
                        .execute(Tuple.of(place.id(), due.atOffset(ZoneOffset.UTC), problem))
                        .replaceWithVoid());
    }

    private static Uni<Void> remove(SqlConnection connection, MailPlace place) {
        return connection
                .preparedQuery(place.table().remove())
                .execute(Tuple.of(place.id()))
                .replaceWithVoid();
    }

    private <T> Uni<T> at(MailPlace place, Function<SqlConnection, Uni<T>> work) {
        @Nullable UUID tenant = place.tenant();
        return tenant == null
                ? platform.inTransaction(work)
                : unitOfWork.as(tenant, () -> database.inTransaction(work));
    }
}
