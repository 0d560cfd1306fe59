package dev.tertulia.tenant.passport;

import dev.tertulia.platform.crypto.Secrets;
import dev.tertulia.platform.web.ProblemException;
import dev.tertulia.tenant.signing.SigningKeys;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Where the gateway gets passports, and everyone the keys to check them with. Not reachable through the gateway. */
@Path("/internal")
public class PassportResource {
    private static final String GATEWAY_SECRET = "X-Gateway-Secret";
    private static final int MIN_SECRET_LENGTH = 16;
    private static final String KEYS_MAX_AGE = "public, max-age=60";

    private final PassportService passports;
    private final SigningKeys keys;
    private final Clock clock;
    private final String gatewaySecret;

    PassportResource(PassportService passports, SigningKeys keys, IssuingConfig config, Clock clock) {
        if (config.gatewaySecret().length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException("GATEWAY_SECRET needs at least 16 characters");
        }
        this.passports = passports;
        this.keys = keys;
        this.clock = clock;
        this.gatewaySecret = config.gatewaySecret();
    }

    @POST
    @Path("passports")
    @PermitAll
    @Operation(hidden = true)
    public Uni<PassportResponse> issue(
            @HeaderParam(GATEWAY_SECRET) @Nullable String secret, @Valid @NotNull PassportRequest request) {
        requireGateway(secret);
        Uni<Passport> issued = switch (request.credential().type()) {
            case OIDC -> passports.forToken(request.credential().value(), request.tenant(), request.tenantOptional());
            case API_KEY -> passports.forKey(request.credential().value(), request.tenant());
        };
        return issued.map(PassportResponse::from);
    }

    @POST
    @Path("passports/renew")
    @PermitAll
    @Operation(hidden = true)
    public Uni<PassportResponse> renew(
            @HeaderParam(GATEWAY_SECRET) @Nullable String secret, @Valid @NotNull RenewalRequest request) {
        requireGateway(secret);
        return passports.renew(request.passport()).map(PassportResponse::from);
    }

    @GET
    @Path("jwks")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> jwks() {
        return keys.ring()
                .map(ring -> Response.ok(KeySet.of(ring.published(clock.instant())))
                        .header("Cache-Control", KEYS_MAX_AGE)
                        .build());
    }

    private void requireGateway(@Nullable String secret) {
        if (secret == null || !Secrets.constantTimeEquals(gatewaySecret, secret)) {
            throw ProblemException.of(PassportProblem.GATEWAY_ONLY);
        }
    }
}
