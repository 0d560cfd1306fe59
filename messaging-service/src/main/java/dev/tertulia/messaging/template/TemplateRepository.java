package dev.tertulia.messaging.template;

import dev.tertulia.platform.events.EventJson;
import dev.tertulia.platform.web.Cursor;
import dev.tertulia.platform.web.PageRequest;
import dev.tertulia.platform.web.Sort;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class TemplateRepository {
    static final Sort BY_NAME = Sort.by("templates", String.class, String.class, UUID.class);
    private static final String SELECT = """
            select t.id, t.account_id, t.name, t.language, t.category, t.status, t.components::text as components,
                t.synced_at, array(select k.id from channel k where k.tenant_id = t.tenant_id
                    and k.settings ->> 'businessAccountId' = t.account_id and k.deleted_at is null order by k.id) as channels
            from template t where t.tenant_id = current_setting('app.tenant_id')::uuid
                and exists (select from channel k where k.tenant_id = t.tenant_id
                    and k.settings ->> 'businessAccountId' = t.account_id and k.deleted_at is null)""";
    private static final String OF_CHANNEL = """
            t.account_id = (select k.settings ->> 'businessAccountId' from channel k
                where k.tenant_id = t.tenant_id and k.id = $%d and k.deleted_at is null)""";
    private static final String KNOWN = """
            select s.synced_at is not null as synced, t.status, t.components::text as components from channel k
            left join template_sync s on s.tenant_id = k.tenant_id
                and s.account_id = k.settings ->> 'businessAccountId'
            left join template t on t.tenant_id = s.tenant_id and t.account_id = s.account_id
                and t.name = $2 and t.language = $3
            where k.tenant_id = current_setting('app.tenant_id')::uuid and k.id = $1""";

    /** One more than a page. */
    Uni<List<TemplateResponse.Stored>> page(
            SqlConnection connection,
            @Nullable UUID channel,
            @Nullable String status,
            @Nullable String words,
            PageRequest page) {
        Tuple arguments = Tuple.tuple();
        StringBuilder sql = new StringBuilder(SELECT);
        if (channel != null) {
            sql.append(" and ")
                    .append(OF_CHANNEL.formatted(arguments.addValue(channel).size()));
        }
        if (status != null) {
            sql.append(" and t.status = lower($")
                    .append(arguments.addValue(status).size())
                    .append(')');
        }
        if (words != null && !words.isBlank()) {
            String place = "$" + arguments.addValue(words.strip()).size();
            sql.append(" and (strpos(lower(t.name), lower(")
                    .append(place)
                    .append(")) > 0 or strpos(lower(t.components::text), lower(")
                    .append(place)
                    .append(")) > 0)");
        }
        Optional<Cursor> after = page.after(BY_NAME);
        if (after.isPresent()) {
            int first = arguments.size() + 1;
            sql.append(" and (t.name, t.language, t.id) > ($%d, $%d, $%d)".formatted(first, first + 1, first + 2));
            arguments
                    .addValue(after.get().text(0))
                    .addValue(after.get().text(1))
                    .addValue(after.get().uuid(2));
        }
        sql.append(" order by t.name, t.language, t.id limit ").append(page.fetchSize());
        return connection.preparedQuery(sql.toString()).execute(arguments).map(rows -> {
            List<TemplateResponse.Stored> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(stored(row)));
            return found;
        });
    }

    private static TemplateResponse.Stored stored(Row row) {
        return new TemplateResponse.Stored(
                row.getUUID("id"),
                List.of((UUID[]) row.getArrayOfUUIDs("channels")),
                row.getString("account_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("category"),
                row.getString("status"),
                EventJson.tree(row.getString("components")),
                row.getOffsetDateTime("synced_at").toInstant());
    }

    /** What is known of a template for a channel: no status where the account does not have it. */
    record Known(@Nullable String status, @Nullable TemplateParts parts) {}

    /** Empty where the account's templates were never read, so that nobody can tell. */
    Uni<Optional<Known>> known(SqlConnection connection, UUID channel, String name, String language) {
        return connection
                .preparedQuery(KNOWN)
                .execute(Tuple.of(channel, name, language))
                .map(rows -> {
                    if (rows.size() == 0 || !rows.iterator().next().getBoolean("synced")) {
                        return Optional.empty();
                    }
                    Row row = rows.iterator().next();
                    String components = row.getString("components");
                    return Optional.of(new Known(
                            row.getString("status"),
                            components == null ? null : TemplateParts.of(EventJson.tree(components))));
                });
    }
}
