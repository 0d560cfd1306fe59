package dev.tertulia.tenant.signing;

import dev.tertulia.platform.crypto.CryptoException;
import dev.tertulia.platform.crypto.FieldCipher;
import dev.tertulia.platform.tenancy.PlatformDatabase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where the keys are kept, the private ones encrypted. */
@ApplicationScoped
class SigningKeyRepository {
    private static final Logger LOG = Logger.getLogger(SigningKeyRepository.class);

    /** Any number that no other lock of this database has. */
    private static final long ROTATION_LOCK = 0x5369676e4b657973L;

    private static final String ALL =
            "select id, private_key, public_key, published_at, active_from, retire_at from signing_key";

    private static final String INSERT = """
            insert into signing_key (id, private_key, public_key, published_at, active_from) values ($1, $2, $3, $4, $5)""";

    private static final String RETIRE = "update signing_key set retire_at = $2 where id <> $1 and retire_at is null";

    private static final String REENCRYPT = "update signing_key set private_key = $2 where id = $1";

    private static final String FORGET = "delete from signing_key where retire_at < $1";

    private final PlatformDatabase database;
    private final FieldCipher cipher;

    SigningKeyRepository(PlatformDatabase database, FieldCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    Uni<KeyRing> ring() {
        return database.inTransaction(this::ring);
    }

    /** Of all replicas one at a time does this work, on the keys as they then are. */
    Uni<KeyRing> alone(Function<SqlConnection, Uni<Void>> work) {
        return database.inTransaction(connection -> connection
                .preparedQuery("select pg_advisory_xact_lock($1)")
                .execute(Tuple.of(ROTATION_LOCK))
                .flatMap(locked -> work.apply(connection))
                .flatMap(done -> ring(connection)));
    }

    Uni<KeyRing> ring(SqlConnection connection) {
        return connection.query(ALL).execute().map(this::ring);
    }

    /** The keys before it sign until then, and verify a while longer. */
    Uni<Void> add(SqlConnection connection, KeyPair pair, Instant now, Instant activeFrom, Instant othersRetireAt) {
        UUID id = UUID.randomUUID();
        String privateKey = cipher.encrypt(
                Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()), place(id));
        Tuple row =
                Tuple.of(id, privateKey, Buffer.buffer(pair.getPublic().getEncoded()), offset(now), offset(activeFrom));
        return connection
                .preparedQuery(INSERT)
                .execute(row)
                .flatMap(inserted -> connection.preparedQuery(RETIRE).execute(Tuple.of(id, offset(othersRetireAt))))
                .flatMap(retired -> connection.preparedQuery(FORGET).execute(Tuple.of(offset(now))))
                .invoke(forgotten -> LOG.infof("Signing key %s signs from %s", id, activeFrom))
                .replaceWithVoid();
    }

    /** Puts keys that are under an older master key under the newest one. */
    Uni<Void> reencrypt(SqlConnection connection) {
        return connection.query(ALL).execute().flatMap(rows -> {
            List<Tuple> renewed = StreamSupport.stream(rows.spliterator(), false)
                    .flatMap(row -> reencrypted(row.getUUID("id"), row.getString("private_key")).stream())
                    .toList();
            return renewed.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : connection.preparedQuery(REENCRYPT).executeBatch(renewed).replaceWithVoid();
        });
    }

    private Optional<Tuple> reencrypted(UUID id, String encrypted) {
        try {
            return cipher.reencrypt(encrypted, place(id)).map(renewed -> Tuple.of(id, renewed));
        } catch (CryptoException e) {
            // It does not open, and is replaced anyway.
            return Optional.empty();
        }
    }

    private KeyRing ring(RowSet<Row> rows) {
        return new KeyRing(
                StreamSupport.stream(rows.spliterator(), false).map(this::key).toList());
    }

    private SigningKey key(Row row) {
        UUID id = row.getUUID("id");
        OffsetDateTime retireAt = row.getOffsetDateTime("retire_at");
        try {
            byte[] publicKey = row.getBuffer("public_key").getBytes();
            String encrypted = row.getString("private_key");
            PrivateKey privateKey = privateKey(id, encrypted);
            return new SigningKey(
                    id,
                    (RSAPublicKey) rsa().generatePublic(new X509EncodedKeySpec(publicKey)),
                    privateKey,
                    row.getOffsetDateTime("published_at").toInstant(),
                    row.getOffsetDateTime("active_from").toInstant(),
                    retireAt == null ? null : retireAt.toInstant(),
                    privateKey != null && cipher.isOldVersion(encrypted));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing key " + id + " cannot be read", e);
        }
    }

    /** A key that does not open is not used, and replaced; what it signed elsewhere is still verified. */
    private @Nullable PrivateKey privateKey(UUID id, String encrypted) throws GeneralSecurityException {
        try {
            byte[] encoded = Base64.getDecoder().decode(cipher.decrypt(encrypted, place(id)));
            return rsa().generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (CryptoException e) {
            LOG.errorf("Signing key %s does not open: %s", id, e.getMessage());
            return null;
        }
    }

    private static KeyFactory rsa() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA");
    }

    private static String place(UUID id) {
        return FieldCipher.place("signing_key", "private_key", id);
    }

    private static OffsetDateTime offset(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
