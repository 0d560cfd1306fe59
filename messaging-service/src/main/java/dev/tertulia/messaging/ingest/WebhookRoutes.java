package dev.tertulia.messaging.ingest;

import dev.tertulia.messaging.channel.ChannelDirectory;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.channel.whatsapp.MetaSignature;
import dev.tertulia.messaging.channel.whatsapp.MetaVerification;
import dev.tertulia.messaging.channel.whatsapp.WhatsAppWebhookParser;
import dev.tertulia.platform.context.RequestId;
import dev.tertulia.platform.context.UuidV7;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The door for providers: {@code /webhooks/whatsapp/{channelId}}. It is open to the world, and each request is verified by
 * the provider's own signature over the bytes as they came. It answers 200 when all of it is durable.
 *
 * <p>A route of Vert.x rather than a resource: it needs the raw bytes, and nothing is asked for more often.
 */
@ApplicationScoped
class WebhookRoutes {
    private static final String PATH = "/webhooks/whatsapp/:channelId";
    // Behind the edge, which names the request; before what reads bodies and authenticates, which must not touch the
    // bytes.
    private static final int BEFORE_OTHERS = -500;
    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    private final ChannelDirectory channels;
    private final SharedCommits commits;
    private final WhatsAppWebhookParser parser;
    private final IngestConfig config;
    private final Clock clock;

    WebhookRoutes(
            ChannelDirectory channels,
            SharedCommits commits,
            WhatsAppWebhookParser parser,
            IngestConfig config,
            Clock clock) {
        this.channels = channels;
        this.commits = commits;
        this.parser = parser;
        this.config = config;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.get(PATH).order(BEFORE_OTHERS).handler(this::verify);
        router.post(PATH).order(BEFORE_OTHERS).handler(this::receive);
    }

    /** Meta asks whether this address is ours before it sends anything there. */
    private void verify(RoutingContext context) {
        HttpServerRequest request = context.request();
        channelOf(request)
                .map(channel -> MetaVerification.challenge(
                                request::getParam, channel.secret(ConnectedChannel.VERIFY_TOKEN))
                        .orElseThrow(() -> ProblemException.of(WebhookProblem.WRONG_VERIFY_TOKEN)))
                .subscribe()
                .with(
                        // Plain text, which nothing takes for markup: the challenge is whatever the caller wrote.
                        challenge -> request.response()
                                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                                .end(challenge),
                        failure -> fail(context, failure));
    }

    private void receive(RoutingContext context) {
        HttpServerRequest request = context.request();
        // The body comes while the channel is looked up.
        BodyCollector body = new BodyCollector(request, config.maxBodyBytes());
        channelOf(request)
                .flatMap(channel -> body.bytes().flatMap(bytes -> store(request, channel, bytes)))
                .subscribe()
                .with(stored -> request.response().end(), failure -> fail(context, failure));
    }

    private Uni<Void> store(HttpServerRequest request, ConnectedChannel channel, Buffer body) {
        byte[] bytes = body.getBytes();
        if (!channel.signature().verifies(bytes, request.getHeader(MetaSignature.HEADER))) {
            throw ProblemException.of(WebhookProblem.WRONG_SIGNATURE);
        }
        return commits.store(new WebhookDelivery(
                UuidV7.next(),
                channel,
                bytes,
                parser.parse(bytes),
                RequestId.current().orElse(null),
                clock.instant()));
    }

    private Uni<ConnectedChannel> channelOf(HttpServerRequest request) {
        UUID id;
        try {
            id = UUID.fromString(request.getParam("channelId"));
        } catch (IllegalArgumentException notAnId) {
            return Uni.createFrom().failure(ProblemException.of(WebhookProblem.UNKNOWN_CHANNEL));
        }
        return channels.find(id)
                .map((Optional<ConnectedChannel> found) ->
                        found.orElseThrow(() -> ProblemException.of(WebhookProblem.UNKNOWN_CHANNEL)));
    }

    private static void fail(RoutingContext context, Throwable failure) {
        Throwable problem = failure instanceof IngestUnavailableException || DatabaseGate.isAway(failure)
                ? ProblemException.of(WebhookProblem.UNAVAILABLE).retryAfter(COME_AGAIN)
                : failure;
        if (!context.response().ended() && !context.failed()) {
            context.fail(problem);
        }
    }
}
