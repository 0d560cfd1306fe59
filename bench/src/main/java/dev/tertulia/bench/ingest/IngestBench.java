package dev.tertulia.bench.ingest;

import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.crypto.MasterKeys;
import dev.tertulia.platform.servers.Ports;
import dev.tertulia.platform.servers.PostgresServer;
import dev.tertulia.platform.servers.Provisioning;
import dev.tertulia.platform.servers.ServiceRoles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures ingest: webhooks a second that become durable, how long they wait, and the CPU that service and database spend
 * on each, the product and the bare server in turn on the same database in the same run. Figures are for reading: they are
 * of this machine at this hour, and only the ratios travel.
 *
 * <p>Arguments: the service's runner jar, then rounds (3), seconds a measurement (15), rate a second (1500).
 */
public final class IngestBench {
    private static final String PASSWORD = "bench";
    private static final int TENANTS = 3;
    private static final int CHANNELS = 10;
    private static final Pattern RESULT = Pattern.compile(
            "RESULT sent=(\\d+) answered=(\\d+) failed=(\\d+) seconds=([\\d.]+) p50ms=([\\d.]+) p99ms=([\\d.]+) maxms=([\\d.]+)");

    private final Path folder;
    private final PostgresServer postgres;
    private final ServiceRoles roles = ServiceRoles.of("messaging", role -> PASSWORD);

    private IngestBench(Path folder, PostgresServer postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    private record Measured(double perSecond, double p50, double p99, double serverMicros, double databaseMicros) {
        double micros() {
            return serverMicros + databaseMicros;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int seconds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
        int rate = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1500;
        Path folder = Files.createTempDirectory("tertulia-bench");
        // Durable as in production: an acknowledged webhook has reached the disk.
        try (PostgresServer postgres = PostgresServer.temporary(new PostgresServer.Settings(
                Ports.free(), true, PASSWORD, Map.of("shared_buffers", "1GB", "max_wal_size", "4GB")))) {
            postgres.start();
            new IngestBench(folder, postgres).run(jar, rounds, seconds, rate);
        }
        System.exit(0);
    }

    private void run(Path jar, int rounds, int seconds, int rate) throws Exception {
        Provisioning.database(postgres, "tertulia").service(roles);
        Path master = folder.resolve("master.key");
        MasterKeys keys = MasterKeys.createIfMissing(master);
        int productPort = Ports.free();
        int barePort = Ports.free();
        Process product = start("product", productCommand(jar), productEnvironment(productPort, master));
        awaitReady(productPort);
        Path targets = targets(new FieldCipher(keys));
        Process bare =
                start("bare", java(BareServer.class.getName(), barePort, postgres.port(), PASSWORD, targets), Map.of());
        System.out.printf(
                Locale.ROOT,
                "%d processors, %s, Java %s; %d channels in %d tenants%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                Runtime.version(),
                CHANNELS,
                TENANTS);
        try {
            for (Map.Entry<String, Process> server :
                    Map.of("product", product, "bare", bare).entrySet()) {
                measure(
                        server.getValue(),
                        server.getKey().equals("bare") ? barePort : productPort,
                        0,
                        seconds,
                        targets);
                analyze();
            }
            analyze();
            Ratios paced = new Ratios();
            Ratios unpaced = new Ratios();
            for (int round = 1; round <= rounds; round++) {
                paced.add(round(rate, seconds, bare, barePort, product, productPort, targets));
            }
            for (int round = 1; round <= rounds; round++) {
                unpaced.add(round(0, seconds, bare, barePort, product, productPort, targets));
            }
            System.out.printf(
                    Locale.ROOT,
                    "CPU a message, median of %d rounds: product / bare %.2f at %d/s, %.2f unpaced;"
                            + " with audit / without %.2f at %d/s, %.2f unpaced%n",
                    rounds,
                    paced.ofBare(),
                    rate,
                    unpaced.ofBare(),
                    paced.ofUnaudited(),
                    rate,
                    unpaced.ofUnaudited());
        } finally {
            product.destroy();
            bare.destroy();
            product.waitFor();
            bare.waitFor();
        }
    }

    /** What was measured one after the other under the same load. */
    private record Round(Measured bare, Measured unaudited, Measured product) {}

    private static final class Ratios {
        private final List<Round> rounds = new ArrayList<>();

        void add(Round round) {
            rounds.add(round);
        }

        double ofBare() {
            return median(round -> round.product().micros() / round.bare().micros());
        }

        double ofUnaudited() {
            return median(round -> round.product().micros() / round.unaudited().micros());
        }

        private double median(ToDoubleFunction<Round> ratio) {
            double[] ratios = rounds.stream().mapToDouble(ratio).sorted().toArray();
            return ratios[ratios.length / 2];
        }
    }

    private Round round(
            int rate, int seconds, Process bare, int barePort, Process product, int productPort, Path targets)
            throws IOException, InterruptedException {
        String pace = rate == 0 ? "unpaced" : rate + "/s";
        Measured ofBare = report("bare " + pace, measure(bare, barePort, rate, seconds, targets));
        audit("disable");
        Measured unaudited = report("no audit " + pace, measure(product, productPort, rate, seconds, targets));
        audit("enable");
        return new Round(
                ofBare, unaudited, report("product " + pace, measure(product, productPort, rate, seconds, targets)));
    }

    /** @param how enable or disable */
    private void audit(String how) {
        execute("""
                do $$ declare t record; begin
                  for t in select tgrelid::regclass as table_name, tgname from pg_trigger
                    where tgname like 'audit\\_%%' and tgparentid = 0 and tgrelid::regclass::text like 'messaging.%%'
                  loop
                    execute format('alter table %%s %s trigger %%I', t.table_name, t.tgname);
                  end loop;
                end $$""".formatted(how));
    }

    private static Measured report(String what, Measured measured) {
        System.out.printf(
                Locale.ROOT,
                "%-18s %7.0f/s  p50 %7.2f ms  p99 %7.2f ms  CPU a message: server %6.1f us + database %6.1f us = %6.1f us%n",
                what,
                measured.perSecond(),
                measured.p50(),
                measured.p99(),
                measured.serverMicros(),
                measured.databaseMicros(),
                measured.micros());
        return measured;
    }

    private Measured measure(Process server, int port, int rate, int seconds, Path targets)
            throws IOException, InterruptedException {
        ProcessHandle database = postmaster();
        double serverBefore = Cpu.micros(server.toHandle());
        double databaseBefore = Cpu.micros(database);
        String run = Long.toString(System.nanoTime(), 36);
        Process load = new ProcessBuilder(java(Load.class.getName(), port, rate, seconds, run, targets))
                .redirectErrorStream(true)
                .start();
        String output = new String(load.getInputStream().readAllBytes());
        load.waitFor();
        Matcher result = RESULT.matcher(output);
        if (!result.find() || Long.parseLong(result.group(3)) > 0) {
            throw new IllegalStateException("The load did not get through: " + output);
        }
        double answered = Double.parseDouble(result.group(2));
        return new Measured(
                answered / Double.parseDouble(result.group(4)),
                Double.parseDouble(result.group(5)),
                Double.parseDouble(result.group(6)),
                (Cpu.micros(server.toHandle()) - serverBefore) / answered,
                (Cpu.micros(database) - databaseBefore) / answered);
    }

    /** What autovacuum does within minutes: plans made for empty tables are made anew. */
    private void analyze() {
        execute("analyze");
    }

    private void execute(String sql) {
        try (Connection superuser = postgres.superuser("tertulia");
                var statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProcessHandle postmaster() {
        try (Connection superuser = postgres.superuser("tertulia");
                var rows = superuser.createStatement().executeQuery("select pg_backend_pid()")) {
            rows.next();
            return ProcessHandle.of(rows.getLong(1)).orElseThrow().parent().orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path targets(FieldCipher cipher) throws SQLException, IOException {
        List<String> lines = new ArrayList<>();
        List<UUID> tenants = new ArrayList<>();
        for (int n = 0; n < TENANTS; n++) {
            tenants.add(UUID.randomUUID());
        }
        try (Connection superuser = postgres.superuser("tertulia");
                PreparedStatement tenant = superuser.prepareStatement("select set_config('app.tenant_id', ?, false)");
                PreparedStatement insert = superuser.prepareStatement("""
                        insert into messaging.channel (tenant_id, id, type, name, status, account_id, secrets)
                        values (?, ?, 'whatsapp', 'Bench', 'connected', ?, jsonb_build_object('appSecret', ?::text))""")) {
            for (int n = 0; n < CHANNELS; n++) {
                Target target = new Target(tenants.get(n % TENANTS), UUID.randomUUID(), "10000000" + n);
                tenant.setString(1, target.tenant().toString());
                tenant.execute();
                insert.setObject(1, target.tenant());
                insert.setObject(2, target.channel());
                insert.setString(3, target.phoneNumberId());
                insert.setString(
                        4,
                        cipher.encrypt(
                                Target.APP_SECRET,
                                FieldCipher.place(
                                        target.tenant(), "channel", "secrets", target.channel(), "appSecret")));
                insert.executeUpdate();
                lines.add(target.line());
            }
        }
        return Files.write(folder.resolve("targets"), lines);
    }

    private static List<String> productCommand(Path jar) {
        return List.of(javaBinary(), "-Xmx512m", "-XX:+UseSerialGC", "-jar", jar.toString());
    }

    private Map<String, String> productEnvironment(int port, Path master) {
        return Map.ofEntries(
                Map.entry("MESSAGING_SERVICE_PORT", Integer.toString(port)),
                Map.entry("DATABASE_HOST", "127.0.0.1"),
                Map.entry("DATABASE_PORT", Integer.toString(postgres.port())),
                Map.entry("MESSAGING_OWNER_PASSWORD", PASSWORD),
                Map.entry("MESSAGING_SERVICE_PASSWORD", PASSWORD),
                Map.entry("MESSAGING_RELAY_PASSWORD", PASSWORD),
                Map.entry("TERTULIA_MASTER_KEY_FILE", master.toString()),
                // Ingest by itself: the relay, Kafka and the consumers are another figure.
                Map.entry("TERTULIA_EVENTS_RELAY_ENABLED", "false"),
                Map.entry("TERTULIA_EVENTS_CONSUMERS_ENABLED", "false"));
    }

    private Process start(String name, List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process;
    }

    private void awaitReady(int port) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/live"))
                .build();
        for (int attempt = 0; attempt < 120; attempt++) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException(
                "The service did not start: " + Files.readString(folder.resolve("product.log")));
    }

    private static List<String> java(String main, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                javaBinary(), "-Xmx512m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), main));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private static String javaBinary() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
