package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Asks a provider that a tenant names what it is. A tenant could name anything: so only public addresses are asked, by
 * https, the very address that was looked at (so that no name resolves to another in between), without following
 * redirects, within limits of size and time; and what the provider names itself is looked at as well, since Keycloak is
 * going to call it.
 */
@ApplicationScoped
class Discovery {
    private static final Logger LOG = Logger.getLogger(Discovery.class);
    private static final String PATH = "/.well-known/openid-configuration";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Vertx vertx;
    private final HttpClient http;
    private final OwnProviderConfig config;

    Discovery(Vertx vertx, OwnProviderConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.discoveryTimeout().toMillis()));
    }

    /** A host, and the address at which it is asked. */
    private record Place(URI uri, InetAddress address) {
        boolean isSecure() {
            return "https".equalsIgnoreCase(uri.getScheme());
        }

        int port() {
            if (uri.getPort() > 0) {
                return uri.getPort();
            }
            return isSecure() ? HTTPS : HTTP;
        }
    }

    /**
     * Fails with {@link OwnProviderProblem#ADDRESS_REFUSED}, {@link OwnProviderProblem#UNREACHABLE} and {@link
     * OwnProviderProblem#UNUSABLE}.
     */
    Uni<DiscoveredProvider> of(String issuer) {
        URI base;
        try {
            base = new URI(issuer);
        } catch (URISyntaxException e) {
            return Uni.createFrom().failure(ProblemException.invalid("issuer", "must be an address"));
        }
        if (base.getRawQuery() != null || base.getRawFragment() != null) {
            return Uni.createFrom().failure(ProblemException.invalid("issuer", "must have no query and no fragment"));
        }
        String stripped = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        return place(URI.create(stripped + PATH))
                .flatMap(this::document)
                .map(document -> DiscoveredProvider.read(issuer, document))
                .call(found -> place(found.authorizationEndpoint()))
                .call(found -> place(found.tokenEndpoint()))
                .call(found -> place(found.jwksUri()));
    }

    private Uni<Place> place(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null) {
            return Uni.createFrom().failure(refused("%s names no host.", uri));
        }
        boolean local = isLocal(uri);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(local && scheme.equals("http"))) {
            return Uni.createFrom().failure(refused("%s must begin with https://", uri));
        }
        return Uni.createFrom()
                .completionStage(() -> vertx.getDelegate()
                        .executeBlocking(() -> InetAddress.getAllByName(host), false)
                        .toCompletionStage())
                .ifNoItem()
                .after(config.discoveryTimeout())
                .fail()
                .onFailure()
                .transform(failure -> unreachable(
                        failure instanceof UnknownHostException
                                ? "There is no host %s.".formatted(host)
                                : "Where %s is was not answered in time.".formatted(host)))
                .map(addresses -> {
                    // All of them: Keycloak may choose another than we do.
                    if (!local && !List.of(addresses).stream().allMatch(PublicAddresses::contain)) {
                        throw refused("%s is not out in the world.", uri);
                    }
                    return new Place(uri, addresses[0]);
                });
    }

    private boolean isLocal(URI uri) {
        return config.localHosts().orElse(Set.of()).contains(uri.getHost() + ":" + uri.getPort());
    }

    private Uni<JsonObject> document(Place place) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(place.address(), place.port())))
                .setHost(place.uri().getHost())
                .setPort(place.port())
                .setSsl(place.isSecure())
                .setURI(place.uri().getRawPath())
                .setFollowRedirects(false)
                .setTimeout(config.discoveryTimeout().toMillis())
                .putHeader("Accept", "application/json");
        return http.request(options)
                .flatMap(request -> request.send())
                .flatMap(this::read)
                .ifNoItem()
                .after(config.discoveryTimeout())
                .fail()
                .onFailure(failure -> !(failure instanceof ProblemException))
                .invoke(failure -> LOG.infof(
                        "A provider's discovery failed: %s", failure.getClass().getSimpleName()))
                .onFailure(failure -> !(failure instanceof ProblemException))
                .transform(failure ->
                        unreachable("%s cannot be reached, or not in time, or its certificate is not one to trust."
                                .formatted(place.uri())));
    }

    private Uni<JsonObject> read(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            hangUp(response);
            throw unreachable("Its /.well-known/openid-configuration answers %d instead of 200."
                    .formatted(response.statusCode()));
        }
        return response.toMulti()
                .collect()
                .in(Buffer::buffer, this::append)
                .onFailure()
                .invoke(() -> hangUp(response))
                .onCancellation()
                .invoke(() -> hangUp(response))
                .map(body -> {
                    try {
                        return new JsonObject(body.getDelegate());
                    } catch (DecodeException e) {
                        throw DiscoveredProvider.unusable("Its /.well-known/openid-configuration is no JSON object.");
                    }
                });
    }

    /** Or an answer without an end would go on being received. */
    private static void hangUp(HttpClientResponse response) {
        response.request().reset();
    }

    private void append(Buffer all, Buffer part) {
        if (all.length() + part.length() > config.discoveryMaxBytes()) {
            throw DiscoveredProvider.unusable("Its /.well-known/openid-configuration is too long.");
        }
        all.appendBuffer(part);
    }

    private static ProblemException refused(String detail, URI uri) {
        return ProblemException.of(OwnProviderProblem.ADDRESS_REFUSED, detail.formatted(uri));
    }

    private static ProblemException unreachable(String detail) {
        return ProblemException.of(OwnProviderProblem.UNREACHABLE, detail);
    }
}
