package dev.tertulia.contact.learning;

import dev.tertulia.contact.directory.NameSource;
import dev.tertulia.contact.identity.IdentityKey;
import dev.tertulia.contact.identity.IdentityRepository;
import dev.tertulia.contact.identity.OwnedIdentity;
import dev.tertulia.contact.learning.ContactLesson.Before;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads what decides about a batch of sightings, and writes what came of it, each with few statements for all of them. */
@ApplicationScoped
class LearningRepository {
    // The activity is looked up one by one: joined, that of all contacts would be read for a large batch.
    private static final String CONTACTS = """
            with recursive named (id, name, name_source, merged_into, erased_at) as (
              select c.id, c.name, c.name_source, c.merged_into, c.erased_at from contact c where c.id = any($1)
              union
              select c.id, c.name, c.name_source, c.merged_into, c.erased_at
              from named n join contact c on c.id = n.merged_into
            )
            select n.*,
              (select nullif(a.last_interaction_at, '-infinity') from contact_activity a where a.contact_id = n.id)
                as last_interaction_at
            from named n""";
    private static final String INSERT_CONTACTS = """
            insert into contact (id, name, name_source, sequence)
            select * from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[])""";
    private static final String REVIVE_CONTACTS = """
            update contact c set erased_at = null, name = n.name, name_source = n.name_source, created_at = now(),
              version = c.version + 1, sequence = c.sequence + n.events
            from unnest($1::uuid[], $2::text[], $3::text[], $4::bigint[]) as n (id, name, name_source, events)
            where c.id = n.id""";
    private static final String INSERT_ALIASES = """
            insert into contact as c (id, merged_into)
            select * from unnest($1::uuid[], $2::uuid[])
            on conflict (tenant_id, id) do update set merged_into = excluded.merged_into""";
    private static final String CHANGE_CONTACTS = """
            update contact c set name = coalesce(n.name, c.name),
              name_source = case when n.name is null then c.name_source else 'provider' end,
              version = c.version + n.changes, sequence = c.sequence + n.events
            from unnest($1::uuid[], $2::text[], $3::bigint[], $4::bigint[]) as n (id, name, changes, events)
            where c.id = n.id""";
    private static final String COUNT_ACTIVITY = """
            insert into contact_activity as a (contact_id, last_interaction_at, interaction_count)
            select n.id, coalesce(n.last, '-infinity'), n.count
            from unnest($1::uuid[], $2::timestamptz[], $3::bigint[]) as n (id, last, count) order by n.id
            on conflict (tenant_id, contact_id) do update set
              last_interaction_at = greatest(a.last_interaction_at, excluded.last_interaction_at),
              interaction_count = a.interaction_count + excluded.interaction_count""";

    private final IdentityRepository identities;

    LearningRepository(IdentityRepository identities) {
        this.identities = identities;
    }

    Uni<Knowledge> read(SqlConnection connection, List<Sighting> sightings) {
        Set<IdentityKey> keys = sightings.stream()
                .flatMap(sighting -> sighting.identities().stream())
                .map(identity -> identity.key())
                .collect(Collectors.toSet());
        return identities.find(connection, keys).flatMap(owned -> {
            Map<IdentityKey, UUID> owners = owned.stream()
                    .collect(Collectors.toMap(one -> one.identity().key(), OwnedIdentity::contactId));
            Set<UUID> named = new HashSet<>(owners.values());
            sightings.forEach(sighting -> named.add(sighting.contactId()));
            return connection
                    .preparedQuery(CONTACTS)
                    .execute(Tuple.of(named.toArray(UUID[]::new)))
                    .map(rows -> new Knowledge(owners, contacts(rows)));
        });
    }

    /** The caller holds the locks on all that the plan makes or changes. */
    Uni<Void> write(SqlConnection connection, LearningPlan plan) {
        Collection<ContactLesson> lessons = plan.lessons();
        return writeContacts(connection, INSERT_CONTACTS, sorted(lessons, lesson -> lesson.before == Before.UNKNOWN))
                .chain(() -> writeContacts(
                        connection, REVIVE_CONTACTS, sorted(lessons, lesson -> lesson.before == Before.ERASED)))
                .chain(() -> change(
                        connection, sorted(lessons, lesson -> lesson.before == Before.KNOWN && lesson.events() > 0)))
                .chain(() -> addAliases(connection, lessons))
                .chain(() -> identities.add(connection, newIdentities(lessons)))
                .chain(() -> count(connection, activity(lessons)));
    }

    private static Uni<Void> writeContacts(SqlConnection connection, String statement, List<ContactLesson> lessons) {
        if (lessons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(ids(lessons))
                .addArrayOfString(lessons.stream().map(ContactLesson::name).toArray(String[]::new))
                .addArrayOfString(lessons.stream()
                        .map(lesson -> lesson.name() == null ? NameSource.NONE : NameSource.PROVIDER)
                        .map(NameSource::wireName)
                        .toArray(String[]::new))
                .addArrayOfLong(events(lessons));
        return connection.preparedQuery(statement).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> change(SqlConnection connection, List<ContactLesson> lessons) {
        if (lessons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(ids(lessons))
                .addArrayOfString(lessons.stream().map(ContactLesson::name).toArray(String[]::new))
                .addArrayOfLong(lessons.stream()
                        .map(lesson -> lesson.changed().isEmpty() ? 0L : 1L)
                        .toArray(Long[]::new))
                .addArrayOfLong(events(lessons));
        return connection.preparedQuery(CHANGE_CONTACTS).execute(columns).replaceWithVoid();
    }

    private static Uni<Void> addAliases(SqlConnection connection, Collection<ContactLesson> lessons) {
        Map<UUID, UUID> survivors = new HashMap<>();
        lessons.forEach(lesson -> lesson.aliases.forEach(alias -> survivors.put(alias.id(), lesson.contactId)));
        if (survivors.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] aliases = survivors.keySet().stream().sorted().toArray(UUID[]::new);
        UUID[] contacts = StreamSupport.stream(List.of(aliases).spliterator(), false)
                .map(survivors::get)
                .toArray(UUID[]::new);
        return connection
                .preparedQuery(INSERT_ALIASES)
                .execute(Tuple.tuple().addArrayOfUUID(aliases).addArrayOfUUID(contacts))
                .replaceWithVoid();
    }

    private static List<IdentityRepository.NewIdentity> newIdentities(Collection<ContactLesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> lesson.newIdentities.stream()
                        .map(identity -> new IdentityRepository.NewIdentity(lesson.contactId, identity)))
                .toList();
    }

    private static Uni<Void> count(SqlConnection connection, List<Activity> activity) {
        if (activity.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Tuple columns = Tuple.tuple()
                .addArrayOfUUID(activity.stream().map(Activity::contactId).toArray(UUID[]::new))
                .addValue(activity.stream().map(one -> offset(one.lastAt())).toArray(OffsetDateTime[]::new))
                .addArrayOfLong(activity.stream().map(Activity::count).toArray(Long[]::new));
        return connection.preparedQuery(COUNT_ACTIVITY).execute(columns).replaceWithVoid();
    }

    private record Activity(UUID contactId, @Nullable Instant lastAt, long count) {}

    /** What was counted, and the beginning for contacts and other names that are new. */
    private static List<Activity> activity(Collection<ContactLesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> Stream.concat(
                        lesson.interactions() > 0 || lesson.before != Before.KNOWN
                                ? Stream.of(new Activity(
                                        lesson.contactId, lesson.lastInteractionAt(), lesson.interactions()))
                                : Stream.empty(),
                        lesson.aliases.stream().map(alias -> new Activity(alias.id(), null, 0))))
                .toList();
    }

    /** By id: everyone who writes several rows writes them in this order, so that nobody waits in a circle. */
    private static List<ContactLesson> sorted(Collection<ContactLesson> lessons, Predicate<ContactLesson> which) {
        return lessons.stream()
                .filter(which)
                .sorted(Comparator.comparing(lesson -> lesson.contactId))
                .toList();
    }

    private static UUID[] ids(List<ContactLesson> lessons) {
        return lessons.stream().map(lesson -> lesson.contactId).toArray(UUID[]::new);
    }

    private static Long[] events(List<ContactLesson> lessons) {
        return lessons.stream().map(lesson -> (long) lesson.events()).toArray(Long[]::new);
    }

    private static Map<UUID, KnownContact> contacts(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new KnownContact(
                        row.getUUID("id"),
                        row.getString("name"),
                        NameSource.of(row.getString("name_source")),
                        instant(row, "last_interaction_at"),
                        row.getUUID("merged_into"),
                        instant(row, "erased_at")))
                .collect(Collectors.toMap(KnownContact::id, Function.identity()));
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
