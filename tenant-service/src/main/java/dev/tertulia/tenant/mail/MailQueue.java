package dev.tertulia.tenant.mail;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.CurrentTenant;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is put, in the transaction of what it tells of: what rolls back is not written to anybody, and what commits
 * is sent at least once, whatever dies in between.
 */
@ApplicationScoped
public class MailQueue {
    private static final String STANDING = """
            select id, given_up from mail
            where tenant_id = current_setting('app.tenant_id')::uuid and id = any($1)""";

    private final TenantDatabase database;
    private final FieldCipher cipher;
    private final MailSender sender;
    private final MailConfig config;
    private final Clock clock;

    MailQueue(TenantDatabase database, FieldCipher cipher, MailSender sender, MailConfig config, Clock clock) {
        this.database = database;
        this.cipher = cipher;
        this.sender = sender;
        this.config = config;
        this.clock = clock;
    }

    /** Puts it into the transaction under way in this unit of work; fails where there is none. */
    public Uni<Void> add(NewMail mail) {
        MailPlace place = new MailPlace(CurrentTenant.required(), mail.id());
        return database.inTransactionUnderWay(connection -> insert(connection, place, mail, sealed(place, mail)));
    }

    /** The same for somebody who has no tenant, in a transaction of the platform door. */
    public Uni<Void> addForStranger(SqlConnection connection, NewMail mail) {
        MailPlace place = new MailPlace(null, mail.id());
        return insert(connection, place, mail, sealed(place, mail));
    }

    /** Does all that {@link #addForStranger} does, except that the mail goes nowhere. */
    public Uni<Void> withholdFromStranger(SqlConnection connection, NewMail mail) {
        MailPlace place = new MailPlace(null, mail.id());
        var unused = sealed(place, mail);
        return insert(connection, place, mail, null);
    }

    /** Takes back what the mail server has not got yet, in the transaction under way. */
    public Uni<Void> withdraw(UUID id) {
        return database.inTransactionUnderWay(connection -> connection
                .preparedQuery(MailTable.OF_TENANTS.remove())
                .execute(Tuple.of(id))
                .replaceWithVoid());
    }

    /** How far each of these mails of the unit of work's tenant has come. */
    public Uni<Map<UUID, MailStanding>> standing(Collection<UUID> ids) {
        return database.inTransaction(connection -> connection
                .preparedQuery(STANDING)
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> {
                    Map<UUID, MailStanding> standing = new HashMap<>();
                    ids.forEach(id -> standing.put(id, MailStanding.SENT));
                    for (Row row : rows) {
                        standing.put(
                                row.getUUID("id"),
                                row.getBoolean("given_up") ? MailStanding.FAILED : MailStanding.WAITING);
                    }
                    return standing;
                }));
    }

    private String sealed(MailPlace place, NewMail mail) {
        return cipher.encrypt(MailContent.of(mail).write(), place.associatedData());
    }

    private Uni<Void> insert(SqlConnection connection, MailPlace place, NewMail mail, @Nullable String content) {
        Instant now = clock.instant();
        Instant due = content == null ? now.plus(config.failedKeptFor()) : now;
        var transaction = connection.getDelegate().transaction();
        if (transaction != null) {
            transaction.completion().onSuccess(committed -> sender.wake());
        }
        return connection
                .preparedQuery(place.table().add())
                .execute(Tuple.of(
                        place.id(),
                        mail.kind().wireName(),
                        content,
                        mail.usefulUntil().atOffset(ZoneOffset.UTC),
                        due.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
