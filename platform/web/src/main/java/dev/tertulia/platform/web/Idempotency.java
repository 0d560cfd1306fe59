package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tertulia.platform.tenancy.TenantDatabase;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Requests that may be repeated without having their effect twice. What was answered is kept in the transaction of the
 * effect, per tenant, actor, route and key, for 24 hours.
 *
 * <pre>{@code
 * @POST
 * public Uni<Response> open(@HeaderParam(Idempotency.HEADER) String key, @Valid OpenConversationRequest request) {
 *     return idempotency.once(key, request, () -> conversations.open(request).map(ConversationResource::created));
 * }
 * }</pre>
 *
 * <p>With the SQL client that is all. Panache must begin the transaction itself, or its changes would commit apart from
 * the key: put {@code @WithTransaction} on the resource method then.
 */
@ApplicationScoped
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";

    /** Says on an answer that it is the one of an earlier request. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern ACCEPTABLE_KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    /** A key whose day has passed counts as never used, whether the purge has come by or not. */
    private static final String CLAIM = """
            insert into idempotency_key as known (actor, route, key, request_hash) values ($1, $2, $3, $4)
            on conflict (tenant_id, actor, route, key) do update
               set request_hash = excluded.request_hash, status = null, headers = null, body = null, created_at = now()
             where known.created_at < now() - interval '24 hours'
            returning true""";

    private static final String FIND = """
            select request_hash, status, headers, body from idempotency_key
             where tenant_id = current_setting('app.tenant_id')::uuid and actor = $1 and route = $2 and key = $3""";

    private static final String KEEP = """
            update idempotency_key set status = $4, headers = $5, body = $6
             where tenant_id = current_setting('app.tenant_id')::uuid and actor = $1 and route = $2 and key = $3""";

    private final TenantDatabase database;
    private final IdempotencyPurge purge;
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest request;
    private final ObjectMapper json;

    Idempotency(
            TenantDatabase database,
            IdempotencyPurge purge,
            CurrentIdentityAssociation identity,
            CurrentVertxRequest request,
            ObjectMapper json) {
        this.database = database;
        this.purge = purge;
        this.identity = identity;
        this.request = request;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** How an answer that holds a secret is kept: {@code open} gives back what {@code seal} was given. */
    public interface Sealing {
        String seal(String body);

        String open(String sealed);
    }

    /**
     * Runs the effect once for the key and gives every repetition the same answer. A repetition while the first is under
     * way waits for it. If the effect fails nothing is kept and the next one runs it. The same key with another body
     * fails with {@link CommonProblem#IDEMPOTENCY_KEY_REUSED}. Without a key the effect just runs.
     *
     * @param key the header as it came
     * @param body what makes two requests the same; anything Jackson can write
     */
    public Uni<Response> once(@Nullable String key, Object body, Supplier<Uni<Response>> effect) {
        return once(key, body, Unsealed.INSTANCE, effect);
    }

    /** The same for an answer that must not lie readable in the database, such as a new API key. */
    public Uni<Response> once(@Nullable String key, Object body, Sealing sealing, Supplier<Uni<Response>> effect) {
        if (key == null) {
            return effect.get();
        }
        if (!ACCEPTABLE_KEY.matcher(key).matches()) {
            return Uni.createFrom().failure(unusableKey());
        }
        purge.begin();
        String route = route();
        String hash = hash(body);
        return identity.getDeferredIdentity().flatMap(caller -> {
            Tuple id = Tuple.of(actor(caller), route, key);
            return database.inTransaction(connection -> claim(connection, id, hash)
                    .flatMap(claimed -> claimed
                            ? effect.get().flatMap(answer -> keep(connection, id, answer, sealing))
                            : replay(connection, id, hash, sealing)));
        });
    }

    private static Uni<Boolean> claim(SqlConnection connection, Tuple id, String hash) {
        return connection
                .preparedQuery(CLAIM)
                .execute(Tuple.of(id.getString(0), id.getString(1), id.getString(2), hash))
                .map(rows -> rows.rowCount() == 1);
    }

    private Uni<Response> keep(SqlConnection connection, Tuple id, Response answer, Sealing sealing) {
        Map<String, String> headers = headers(answer);
        String body = answer.hasEntity() ? text(answer.getEntity()) : null;
        Tuple kept = Tuple.of(id.getString(0), id.getString(1), id.getString(2))
                .addInteger(answer.getStatus())
                .addString(write(headers))
                .addString(body == null ? null : sealing.seal(body));
        return connection
                .preparedQuery(KEEP)
                .execute(kept)
                // What is answered now is what will be answered again, to the byte.
                .replaceWith(() -> rebuild(answer.getStatus(), headers, body).build());
    }

    private Uni<Response> replay(SqlConnection connection, Tuple id, String hash, Sealing sealing) {
        return connection.preparedQuery(FIND).execute(id).map(rows -> {
            Row kept = only(rows);
            if (!kept.getString("request_hash").equals(hash)) {
                throw ProblemException.of(
                        CommonProblem.IDEMPOTENCY_KEY_REUSED, "Use a new key for a request that says something else.");
            }
            String body = kept.getString("body");
            return rebuild(
                            kept.getInteger("status"),
                            readHeaders(kept.getString("headers")),
                            body == null ? null : sealing.open(body))
                    .header(REPLAYED, "true")
                    .build();
        });
    }

    /** There is none if the first one failed or was purged in this very moment; then the caller had better repeat. */
    private static Row only(RowSet<Row> rows) {
        RowIterator<Row> iterator = rows.iterator();
        if (!iterator.hasNext()) {
            throw ProblemException.of(CommonProblem.CONFLICT, "Send the request again.");
        }
        return iterator.next();
    }

    private static Response.ResponseBuilder rebuild(int status, Map<String, String> headers, @Nullable String body) {
        Response.ResponseBuilder answer = Response.status(status);
        headers.forEach(answer::header);
        return body == null ? answer : answer.entity(body);
    }

    private static Map<String, String> headers(Response answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = answer.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (answer.hasEntity()) {
            headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        return headers;
    }

    private String route() {
        HttpServerRequest http = request.getCurrent().request();
        return http.method() + " " + http.path();
    }

    private static String actor(SecurityIdentity caller) {
        return caller.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : caller.getPrincipal().getName();
    }

    private String hash(Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(write(body).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object entity) {
        return entity instanceof String text ? text : write(entity);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> readHeaders(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unusableKey() {
        return ProblemException.of(
                CommonProblem.INVALID_PARAMETER,
                null,
                List.of(new FieldError(HEADER, "must be 1 to 200 printable ASCII characters")));
    }

    private enum Unsealed implements Sealing {
        INSTANCE;

        @Override
        public String seal(String body) {
            return body;
        }

        @Override
        public String open(String sealed) {
            return sealed;
        }
    }
}
