package dev.tertulia.platform.testkit.tenancy;

import dev.tertulia.platform.testkit.TestDatabase;
import dev.tertulia.platform.testkit.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a service's schema to the tenancy contract: what the catalogue says of row level security, policies, keys, roles
 * and grants, and then what really happens when another tenant attacks each table. Nothing needs to be listed for a new
 * table; what departs from the rules is listed with its reason, and an exception that excuses nothing fails as well.
 *
 * <pre>{@code TenantIsolationCatalogue.of("messaging")
 *     .looksAcross("channel", "a webhook names its channel and no tenant")
 *     .except("index dispatch_due", "the dispatcher asks for what is due of all tenants")
 *     .assertHolds();}</pre>
 */
public final class TenantIsolationCatalogue {

    /**
     * What platform/events, platform/web and platform/holdings keep in every schema: the relay works for all tenants at
     * once, what has had its day is forgotten for all at once, and tombstones are of no tenant that there is.
     */
    private static final Set<String> SHARED = Set.of(
            "index outbox_pkey",
            "index outbox_parked_pkey",
            "index event_log_pkey",
            "index processed_event_age",
            "policy outbox.relay",
            "policy outbox_parked.relay",
            "policy event_log.relay",
            "policy processed_event.relay",
            "index idempotency_key_age",
            "policy idempotency_key.purge",
            "lookup idempotency_key",
            "table erased_tenant",
            "lookup erased_tenant");

    private final String service;
    private final Exceptions exceptions = new Exceptions(SHARED);
    private final Map<String, String> values = new LinkedHashMap<>();

    private TenantIsolationCatalogue(String service) {
        this.service = service;
    }

    /** Of the service whose schema was migrated in {@link TestDatabase}. */
    public static TenantIsolationCatalogue of(String service) {
        return new TenantIsolationCatalogue(service);
    }

    /**
     * @param subject as the failure names it, such as {@code index dispatch_due}; an attack cannot be excepted
     * @param reason why it is right nevertheless
     */
    public TenantIsolationCatalogue except(String subject, String reason) {
        if (subject.startsWith(TenantAttack.SUBJECT)) {
            throw new IllegalArgumentException("An attack that succeeds is never right: " + subject);
        }
        exceptions.add(subject, reason);
        return this;
    }

    /** The lookup role reads the table across tenants, by a policy named {@code lookup}. */
    public TenantIsolationCatalogue looksAcross(String table, String reason) {
        return except("policy " + table + ".lookup", reason);
    }

    /**
     * @param column as {@code table.column}
     * @param expression the SQL value that the attack's rows have in it, where the type alone does not tell
     */
    public TenantIsolationCatalogue value(String column, String expression) {
        values.put(column, expression);
        return this;
    }

    /** Fails with all violations at once. Leaves the data as it was. */
    public void assertHolds() {
        List<Violation> violations = violations();
        if (!violations.isEmpty()) {
            throw new AssertionError(violations.stream()
                    .map(Violation::toString)
                    .collect(Collectors.joining(
                            "\n  ", "The schema of %s keeps tenants apart only if:\n  ".formatted(service), "")));
        }
    }

    List<Violation> violations() {
        TestServers.provision(service);
        try (Connection connection = TestDatabase.superuser()) {
            var found = new ArrayList<>(new CatalogueRules(connection, service).violations());
            for (String table : AttackedTable.names(connection, service)) {
                try (Connection attack = TestDatabase.superuser()) {
                    found.addAll(new TenantAttack(attack, service, table, values).violations());
                }
            }
            return exceptions.applyTo(found);
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue of " + service + " could not be read", e);
        }
    }
}
