package dev.tertulia.tenant.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The head of the chain of the unit of work's tenant. */
@ApplicationScoped
class AuditChainRepository {
    private static final String FIND = """
            select sequence, encode(code, 'hex') as code, recorded_at, dropped_sequence,
                encode(dropped_code, 'hex') as dropped_code, dropped_before, key_version, encode(seal, 'hex') as seal,
                clock_timestamp() as now
            from audit_chain where tenant_id = current_setting('app.tenant_id')::uuid""";
    private static final String CREATE = """
            insert into audit_chain
                (sequence, code, recorded_at, dropped_sequence, dropped_code, dropped_before, key_version, seal)
            values ($1, decode($2, 'hex'), $3, $4, decode($5, 'hex'), $6, $7, decode($8, 'hex'))
            on conflict do nothing""";
    private static final String UPDATE = """
            update audit_chain set sequence = $1, code = decode($2, 'hex'), recorded_at = $3, dropped_sequence = $4,
                dropped_code = decode($5, 'hex'), dropped_before = $6, key_version = $7, seal = decode($8, 'hex')
            where tenant_id = current_setting('app.tenant_id')::uuid""";

    /** @param now of the database, whose clock all replicas share */
    record Found(ChainHead head, Instant now) {}

    Uni<Optional<Found>> find(SqlConnection connection) {
        return connection.preparedQuery(FIND).execute().map(AuditChainRepository::found);
    }

    /** Nobody else adds to the chain until the transaction ends. */
    Uni<Optional<Found>> lock(SqlConnection connection) {
        return connection.preparedQuery(FIND + " for no key update").execute().map(AuditChainRepository::found);
    }

    /** False where there is one already, or somebody else was faster. */
    Uni<Boolean> create(SqlConnection connection, ChainHead head) {
        return connection.preparedQuery(CREATE).execute(values(head)).map(result -> result.rowCount() == 1);
    }

    Uni<Void> update(SqlConnection connection, ChainHead head) {
        return connection.preparedQuery(UPDATE).execute(values(head)).replaceWithVoid();
    }

    private static Tuple values(ChainHead head) {
        return Tuple.tuple()
                .addLong(head.sequence())
                .addString(head.code())
                .addOffsetDateTime(head.recordedAt().atOffset(ZoneOffset.UTC))
                .addLong(head.droppedSequence())
                .addString(head.droppedCode())
                .addOffsetDateTime(head.droppedBefore().atOffset(ZoneOffset.UTC))
                .addInteger(head.keyVersion())
                .addString(head.seal());
    }

    private static Optional<Found> found(RowSet<Row> rows) {
        var iterator = rows.iterator();
        if (!iterator.hasNext()) {
            return Optional.empty();
        }
        Row row = iterator.next();
        ChainHead head = new ChainHead(
                row.getLong("sequence"),
                row.getString("code"),
                row.getOffsetDateTime("recorded_at").toInstant(),
                row.getLong("dropped_sequence"),
                row.getString("dropped_code"),
                row.getOffsetDateTime("dropped_before").toInstant(),
                row.getInteger("key_version"),
                row.getString("seal"));
        return Optional.of(new Found(head, row.getOffsetDateTime("now").toInstant()));
    }
}
