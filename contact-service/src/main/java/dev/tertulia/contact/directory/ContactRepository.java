package dev.tertulia.contact.directory;

import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds contacts: as entities to change them, as views to show them. */
@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<Contact, UUID> {
    private static final String LIVE = "c.merged_into is null and c.erased_at is null";
    private static final String START_ACTIVITY = "insert into contact_activity (contact_id) values ($1)";
    private static final String ERASE_FORMER = """
            update contact set name = null, name_source = 'none', avatar_url = null, language = null, timezone = null,
              location_address = null, location_city = null, location_region = null, location_country = null,
              location_latitude = null, location_longitude = null, blocked = false, tags = '{}', attributes = '{}',
              erased_at = now(), version = version + 1
            where id = any($1)""";
    private static final String FORGET_ACTIVITY = """
            update contact_activity set last_interaction_at = '-infinity', interaction_count = 0 where contact_id = any($1)""";
    private static final String FORGET_MERGES =
            "delete from contact_merge where contact_id = any($1) or duplicate_id = any($1)";

    /** Locked until the end of the transaction, as it is then. */
    Uni<@Nullable Contact> findToChange(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Uni<Void> startActivity(SqlConnection connection, UUID id) {
        return connection.preparedQuery(START_ACTIVITY).execute(Tuple.of(id)).replaceWithVoid();
    }

    /** Leaves empty shells of the contacts that were merged into it, and nothing of their merges. */
    Uni<Void> eraseTraces(SqlConnection connection, UUID id, List<UUID> former) {
        UUID[] formerIds = former.toArray(UUID[]::new);
        List<UUID> all = new ArrayList<>(former);
        all.add(id);
        Tuple allIds = Tuple.of(all.toArray(UUID[]::new));
        return connection
                .preparedQuery(ERASE_FORMER)
                .execute(Tuple.of(formerIds))
                .flatMap(erased -> connection.preparedQuery(FORGET_ACTIVITY).execute(allIds))
                .flatMap(forgotten -> connection.preparedQuery(FORGET_MERGES).execute(allIds))
                .replaceWithVoid();
    }

    Uni<Page<ContactView>> list(SqlConnection connection, ContactQuery query, PageRequest page) {
        Statement statement = statement(query, page);
        // Which index serves best depends on how frequent the words and tags are; a plan for any words would not know.
        Uni<?> planned = connection
                .query("set local plan_cache_mode = force_custom_plan")
                .execute();
        return planned.flatMap(set -> connection.preparedQuery(statement.sql()).execute(statement.parameters()))
                .map(ContactRows::views)
                .map(views -> Page.of(views, page, query.sort()::cursor));
    }

    /** A statement and its parameters. */
    record Statement(String sql, Tuple parameters) {}

    static Statement statement(ContactQuery query, PageRequest page) {
        Tuple parameters = Tuple.tuple();
        StringBuilder where = new StringBuilder(LIVE);
        for (String pattern : query.terms().patterns()) {
            parameters.addString(pattern);
            where.append(" and c.search like plain_text($")
                    .append(parameters.size())
                    .append("::text)");
        }
        if (!query.tags().isEmpty()) {
            parameters.addArrayOfString(query.tags().toArray(String[]::new));
            where.append(" and c.tags @> $").append(parameters.size()).append("::text[]");
        }
        if (query.blocked() != null) {
            where.append(query.blocked() ? " and c.blocked" : " and not c.blocked");
        }
        page.after(query.sort().places).ifPresent(place -> {
            where.append(" and ").append(query.sort().after(parameters.size() + 1));
            query.sort().addPlace(parameters, place);
        });
        parameters.addInteger(page.fetchSize());
        String sql = "with page as materialized (select " + ContactRows.COLUMNS + " from " + ContactRows.TABLES
                + " where "
                + where + " order by " + query.sort().orderBy + " limit $" + parameters.size()
                + ") select page.*, " + ContactRows.IDENTITIES + " from page order by " + query.sort().pageOrder;
        return new Statement(sql, parameters);
    }
}
