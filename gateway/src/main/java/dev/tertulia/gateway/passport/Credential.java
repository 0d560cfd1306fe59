package dev.tertulia.gateway.passport;

import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a caller shows, and the tenant it wants to act in.
 *
 * @param type {@code oidc} or {@code api-key}
 * @param tenant the slug; null leaves it to tenant-service
 * @param tenantOptional whether a passport for no tenant will do where it is not clear which
 */
public record Credential(
        String type, String value, @Nullable String tenant, boolean tenantOptional) {
    private static final int MAX_LENGTH = 16 * 1024;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]+");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{3,63}");
    private static final String HOW =
            "Send `Authorization: Bearer <access token>` or `X-API-Key: <key>`, and one of them only.";

    /** What the headers of a request show. */
    public sealed interface Shown permits Of, Nothing, Wrong {}

    /** A credential that can be asked about. */
    public record Of(Credential credential) implements Shown {}

    /** A stranger. */
    public record Nothing() implements Shown {}

    /** Headers that no sense can be made of. */
    public record Wrong(Problem problem) implements Shown {}

    public static Shown in(MultiMap headers) {
        List<String> authorizations = headers.getAll("Authorization");
        List<String> keys = headers.getAll("X-API-Key");
        List<String> tenants = headers.getAll("X-Tenant");
        if (authorizations.size() + keys.size() > 1) {
            return new Wrong(Problem.of(GatewayProblem.CREDENTIALS_AMBIGUOUS, HOW));
        }
        if (tenants.size() > 1
                || tenants.size() == 1 && !SLUG.matcher(tenants.getFirst()).matches()) {
            return new Wrong(Problem.of(
                    GatewayProblem.TENANT_MALFORMED, "Send one slug, such as `X-Tenant: acme`, or leave it out."));
        }
        String tenant = tenants.isEmpty() ? null : tenants.getFirst();
        if (!keys.isEmpty()) {
            return of("api-key", keys.getFirst().strip(), tenant);
        }
        if (authorizations.isEmpty()) {
            return new Nothing();
        }
        String authorization = authorizations.getFirst();
        if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
            return new Wrong(unauthenticated(HOW));
        }
        return of("oidc", authorization.substring("bearer ".length()).strip(), tenant);
    }

    private static Shown of(String type, String value, @Nullable String tenant) {
        return value.length() <= MAX_LENGTH && TOKEN.matcher(value).matches()
                ? new Of(new Credential(type, value, tenant, false))
                : new Wrong(unauthenticated(HOW));
    }

    /** The same, for what works without a tenant. */
    public Credential alsoWithoutTenant() {
        return new Credential(type, value, tenant, true);
    }

    /** The answer to strangers where a credential is needed. */
    public static Problem missing() {
        return unauthenticated(HOW);
    }

    static Problem unauthenticated(@Nullable String detail) {
        return Problem.of(GatewayProblem.UNAUTHENTICATED, detail).with("WWW-Authenticate", "Bearer");
    }

    /** Never shows the value. */
    @Override
    public String toString() {
        return "Credential[" + type + "]";
    }
}
