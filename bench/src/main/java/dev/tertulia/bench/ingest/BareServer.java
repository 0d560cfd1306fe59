package dev.tertulia.bench.ingest;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The least a server can do for the same durable result: Vert.x, the signature, the JSON, shared commits, and the same
 * functions of the same database. No framework, no framework's features. Arguments: port, database port, password of
 * messaging_service, file of targets.
 */
public final class BareServer extends AbstractVerticle {
    private static final int BATCH = 256;
    private static final int TRANSACTIONS = 2;

    private final int port;
    private final PgConnectOptions database;
    private final Map<String, Target> targets;
    private final ArrayDeque<Message> queue = new ArrayDeque<>();
    private int underWay;
    private final Mac mac = mac();
    private @Nullable Pool pool;

    private BareServer(int port, PgConnectOptions database, Map<String, Target> targets) {
        this.port = port;
        this.database = database;
        this.targets = targets;
    }

    private record Message(
            HttpServerRequest request,
            Buffer body,
            Target target,
            UUID id,
            String from,
            String name,
            String externalId,
            String text,
            OffsetDateTime time) {}

    public static void main(String[] arguments) throws Exception {
        Map<String, Target> targets = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[3]))) {
            Target target = Target.of(line);
            targets.put(target.path(), target);
        }
        PgConnectOptions database = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(arguments[1]))
                .setDatabase("tertulia")
                .setUser("messaging_service")
                .setPassword(arguments[2])
                .setCachePreparedStatements(true);
        Vertx.vertx()
                .deployVerticle(new BareServer(Integer.parseInt(arguments[0]), database, targets))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start() {
        pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(TRANSACTIONS))
                .connectingTo(database)
                .using(vertx)
                .build();
        vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> receive(request, body)))
                .listen(port, "127.0.0.1")
                .onSuccess(up -> System.out.println("UP"));
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Target.APP_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void receive(HttpServerRequest request, Buffer body) {
        byte[] bytes = body.getBytes();
        String header = request.getHeader("X-Hub-Signature-256");
        if (header == null
                || !MessageDigest.isEqual(HexFormat.of().parseHex(header.substring(7)), mac.doFinal(bytes))) {
            request.response().setStatusCode(401).end();
            return;
        }
        JsonObject value = body.toJsonObject()
                .getJsonArray("entry")
                .getJsonObject(0)
                .getJsonArray("changes")
                .getJsonObject(0)
                .getJsonObject("value");
        JsonObject message = value.getJsonArray("messages").getJsonObject(0);
        queue.add(new Message(
                request,
                body,
                Objects.requireNonNull(targets.get(request.path())),
                UUID.randomUUID(),
                message.getString("from"),
                value.getJsonArray("contacts")
                        .getJsonObject(0)
                        .getJsonObject("profile")
                        .getString("name"),
                message.getString("id"),
                message.getJsonObject("text").getString("body"),
                Instant.ofEpochSecond(Long.parseLong(message.getString("timestamp")))
                        .atOffset(ZoneOffset.UTC)));
        flush();
    }

    private void flush() {
        while (underWay < TRANSACTIONS && !queue.isEmpty()) {
            List<Message> batch = new ArrayList<>();
            while (batch.size() < BATCH && !queue.isEmpty()) {
                batch.add(queue.poll());
            }
            batch.sort(Comparator.comparing(message -> message.target().tenant()));
            underWay++;
            store(batch).onComplete(done -> {
                underWay--;
                if (done.failed()) {
                    done.cause().printStackTrace();
                }
                batch.forEach(message -> message.request()
                        .response()
                        .setStatusCode(done.succeeded() ? 200 : 503)
                        .end());
                flush();
            });
        }
    }

    private Future<Void> store(List<Message> batch) {
        Tuple events = Tuple.of(
                column(batch, UUID[]::new, message -> message.target().tenant()),
                column(batch, UUID[]::new, message -> UUID.randomUUID()),
                column(batch, UUID[]::new, message -> message.target().channel()),
                column(batch, Buffer[]::new, Message::body),
                column(batch, String[]::new, message -> "taken"));
        events.addArrayOfString(new String[batch.size()]).addArrayOfString(new String[batch.size()]);
        Tuple messages = Tuple.of(259_200.0, 86_400.0);
        messages.addValue(column(batch, UUID[]::new, message -> message.target().tenant()))
                .addValue(column(batch, UUID[]::new, message -> message.target().channel()))
                .addValue(column(batch, String[]::new, message -> "whatsapp"))
                .addValue(column(batch, String[]::new, message -> "+" + message.from()))
                .addValue(column(batch, String[]::new, Message::from))
                .addValue(column(batch, String[]::new, message -> "+" + message.from()))
                .addValue(new String[batch.size()])
                .addValue(column(batch, String[]::new, Message::name))
                .addValue(column(batch, UUID[]::new, Message::id))
                .addValue(column(batch, String[]::new, Message::externalId))
                .addValue(column(batch, Boolean[]::new, message -> true))
                .addValue(column(batch, Boolean[]::new, message -> true))
                .addValue(column(batch, String[]::new, message -> "received"))
                .addValue(column(batch, String[]::new, message -> "text"))
                .addValue(column(batch, String[]::new, Message::text))
                .addValue(column(batch, String[]::new, message -> message.text().substring(0, 160)))
                .addValue(new String[batch.size()])
                .addValue(column(batch, Integer[]::new, message -> 0))
                .addValue(new String[batch.size()])
                .addValue(column(batch, OffsetDateTime[]::new, Message::time))
                .addValue(column(batch, OffsetDateTime[]::new, Message::time));
        return Objects.requireNonNull(pool).withTransaction(connection -> {
            Future<?> kept = connection
                    .preparedQuery("select keep_provider_events($1, $2, $3, $4, $5, $6, $7)")
                    .execute(events);
            return connection
                    .preparedQuery(
                            "select * from ingest_messages(make_interval(secs => $1), make_interval(secs => $2), $3,"
                                    + " $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)")
                    .execute(messages)
                    .compose(stored -> {
                        List<Row> rows = new ArrayList<>();
                        stored.forEach(rows::add);
                        rows.sort(Comparator.comparing(row -> row.getUUID("tenant_id")));
                        return connection
                                .preparedQuery("select outbox_append($1, $2, $3, $4, $5, $6, $7, $8)")
                                .execute(outbox(rows));
                    })
                    .compose(done -> kept)
                    .mapEmpty();
        });
    }

    private static Tuple outbox(List<Row> rows) {
        Tuple tuple = Tuple.of(
                column(rows, UUID[]::new, row -> row.getUUID("tenant_id")),
                column(rows, String[]::new, row -> "message.received"),
                column(
                        rows,
                        String[]::new,
                        row -> row.getUUID("conversation_id").toString()),
                column(rows, String[]::new, row -> row.getUUID("message_id").toString()),
                column(rows, Long[]::new, row -> row.getLong("message_sequence")));
        return tuple.addValue(new String[rows.size()])
                .addValue(new OffsetDateTime[rows.size()])
                .addValue(column(
                        rows,
                        String[]::new,
                        row -> "{\"messageId\":\"" + row.getUUID("message_id") + "\",\"conversationId\":\""
                                + row.getUUID("conversation_id") + "\",\"preview\":\""
                                + row.getString("last_message_preview") + "\"}"));
    }

    private static <E, V> V[] column(List<E> rows, IntFunction<V[]> array, Function<E, V> value) {
        return rows.stream().map(value).toArray(array);
    }
}
