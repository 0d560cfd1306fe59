package dev.tertulia.tenant.ownprovider;

import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.dns.DnsClientOptions;
import io.vertx.core.dns.DnsException;
import io.vertx.core.dns.DnsResponseCode;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.dns.DnsClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jboss.logging.Logger;

/** Asks DNS whether a domain is whose it is said to be. */
@ApplicationScoped
class DomainProof {
    private static final Logger LOG = Logger.getLogger(DomainProof.class);
    private static final int DNS = 53;

    private final Vertx vertx;
    private final OwnProviderConfig config;

    DomainProof(Vertx vertx, OwnProviderConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** Fails with {@link SignInDomainProblem#DNS_AWAY} where nobody answers. */
    Uni<Boolean> isGiven(SignInDomain domain) {
        return texts(domain.recordName()).map(texts -> texts.contains(domain.recordValue()));
    }

    private Uni<List<String>> texts(String name) {
        // One for each question: a client keeps its socket, and the next server's answer may be another's.
        DnsClient client = vertx.createDnsClient(options());
        return client.resolveTXT(name)
                .ifNoItem()
                .after(config.dnsTimeout().plusSeconds(1))
                .fail()
                .onFailure(DomainProof::saysNothing)
                .recoverWithItem(List.of())
                .onFailure()
                .invoke(failure -> LOG.warnf("DNS does not answer: %s", failure.getMessage()))
                .onFailure()
                .transform(failure -> ProblemException.of(
                                SignInDomainProblem.DNS_AWAY,
                                "The domain's name servers, or those that we ask, do not answer. Try again later.")
                        .retryAfter(config.dnsTimeout()))
                .eventually(client::close);
    }

    private DnsClientOptions options() {
        var options = new DnsClientOptions().setQueryTimeout(config.dnsTimeout().toMillis());
        config.dnsServer()
                .map(server -> URI.create("dns://" + server))
                .ifPresent(server ->
                        options.setHost(server.getHost()).setPort(server.getPort() < 0 ? DNS : server.getPort()));
        return options;
    }

    private static boolean saysNothing(Throwable failure) {
        return failure instanceof DnsException answer && answer.code() == DnsResponseCode.NXDOMAIN;
    }
}
