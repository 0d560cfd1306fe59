package dev.tertulia.bench.allowance;

import dev.tertulia.platform.servers.Ports;
import dev.tertulia.platform.servers.PostgresServer;
import dev.tertulia.platform.servers.Provisioning;
import dev.tertulia.platform.servers.ServiceRoles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Transactions such as a message's acceptance, with and without the reservation at their end, and reservations by
 * themselves, on one PostgreSQL with {@code fsync} on. To be run in the project's folder.
 */
final class AllowanceBench {
    private static final int CONNECTIONS = 16;
    private static final String DATABASE = "tertulia";
    private static final String TABLES = """
            create table conversation (tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                id uuid not null, sequence bigint not null default 0, message_count int not null default 0,
                last_message_at timestamptz, preview text, primary key (tenant_id, id)) with (fillfactor = 70);
            create table message (tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                id uuid not null default uuidv7(), conversation_id uuid not null, status text not null, text text,
                sequence bigint not null, occurred_at timestamptz not null default now(), primary key (tenant_id, id));
            create index message_of_conversation on message (tenant_id, conversation_id, occurred_at desc, id desc);
            create table dispatch (tenant_id uuid not null default current_setting('app.tenant_id')::uuid,
                message_id uuid not null default uuidv7(), conversation_id uuid not null, sequence bigint not null,
                content jsonb not null, primary key (tenant_id, message_id));
            grant select, insert, update on conversation, message, dispatch to meter_service""";

    private final PostgresServer postgres;
    private final ServiceRoles roles = ServiceRoles.of("meter", role -> role);
    private final Duration length;

    private AllowanceBench(PostgresServer postgres, Duration length) {
        this.postgres = postgres;
        this.length = length;
    }

    /** Rounds and seconds a measurement; 5 and 5 unless told otherwise. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        try (PostgresServer postgres = PostgresServer.temporary(
                new PostgresServer.Settings(Ports.free(), true, "bench", Map.of("max_wal_size", "4GB")))) {
            postgres.start();
            new AllowanceBench(postgres, Duration.ofSeconds(seconds)).run(rounds);
        }
        System.exit(0);
    }

    private void run(int rounds) throws Exception {
        Provisioning.database(postgres, DATABASE).service(roles);
        try (Connection owner = postgres.connect(DATABASE, "meter_owner", roles.ownerPassword());
                Statement statement = owner.createStatement()) {
            for (String module : List.of(
                    "events/src/main/resources/db/events.sql", "allowance/src/main/resources/db/allowance.sql")) {
                statement.execute(
                        Files.readString(Path.of("platform", module)).replace("${flyway:defaultSchema}", "meter"));
            }
            statement.execute(TABLES);
        }
        measure(true, true, true);
        double[] oneTenant = new double[rounds];
        double[] manyTenants = new double[rounds];
        double[] alone = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            double without = report("send", measure(true, false, false));
            oneTenant[round] = report("send + reserve, one tenant", measure(true, true, false)) / without;
            manyTenants[round] = report("send + reserve, a tenant each", measure(true, true, true)) / without;
            alone[round] = report("reserve alone, one tenant", measure(false, true, false));
        }
        System.out.printf(
                Locale.ROOT,
                "median of %d rounds: sends with the reservation %.2f of those without on one tenant, %.2f on many; %.0f"
                        + " reservations/s on one tenant's row%n",
                rounds,
                median(oneTenant),
                median(manyTenants),
                median(alone));
    }

    private static double report(String what, double perSecond) {
        System.out.printf(Locale.ROOT, "%-32s %7.0f/s%n", what, perSecond);
        return perSecond;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    /** Transactions a second of all connections together. */
    private double measure(boolean send, boolean reserve, boolean ownTenants) throws Exception {
        UUID tenant = UUID.randomUUID();
        List<Callable<Long>> callers = new ArrayList<>();
        for (int n = 0; n < CONNECTIONS; n++) {
            callers.add(() -> repeat(ownTenants ? UUID.randomUUID() : tenant, send, reserve));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            long total = 0;
            for (Future<Long> done : threads.invokeAll(callers)) {
                total += done.get();
            }
            return total / (double) length.toSeconds();
        }
    }

    private long repeat(UUID tenant, boolean send, boolean reserve) throws SQLException {
        UUID conversation = UUID.randomUUID();
        try (Connection connection = postgres.connect(DATABASE, "meter_service", roles.servicePassword());
                PreparedStatement name = connection.prepareStatement("select set_config('app.tenant_id', ?, true)");
                PreparedStatement open = connection.prepareStatement("insert into conversation (id) values (?)");
                PreparedStatement touch = connection.prepareStatement(
                        "update conversation set sequence = sequence + 1, message_count = message_count + 1,"
                                + " last_message_at = now(), preview = 'Hola' where tenant_id = ? and id = ?");
                PreparedStatement say = connection.prepareStatement(
                        "insert into message (conversation_id, status, text, sequence) values (?, 'queued', 'Hola', 1)");
                PreparedStatement queue = connection.prepareStatement(
                        "insert into dispatch (conversation_id, sequence, content) values (?, 1, '{\"text\": \"Hola\"}')");
                PreparedStatement tell = connection.prepareStatement("insert into outbox (topic, key, subject,"
                        + " aggregate_sequence, payload) values ('message.queued', ?, ?, 1, repeat('x', 800))");
                PreparedStatement take = connection.prepareStatement(
                        "select * from take_usage('agent-messages', 1, true, now(), true)")) {
            connection.setAutoCommit(false);
            name.setString(1, tenant.toString());
            open.setObject(1, conversation);
            touch.setObject(1, tenant);
            touch.setObject(2, conversation);
            say.setObject(1, conversation);
            queue.setObject(1, conversation);
            tell.setString(1, conversation.toString());
            tell.setString(2, conversation.toString());
            name.execute();
            open.execute();
            connection.commit();
            long end = System.nanoTime() + length.toNanos();
            long done = 0;
            while (System.nanoTime() < end) {
                name.execute();
                if (send) {
                    touch.execute();
                    say.execute();
                    queue.execute();
                    tell.execute();
                }
                if (reserve) {
                    take.execute();
                }
                connection.commit();
                done++;
            }
            return done;
        }
    }
}
