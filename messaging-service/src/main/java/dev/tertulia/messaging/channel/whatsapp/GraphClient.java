package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.platform.events.EventJson;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpRequest;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import io.vertx.mutiny.ext.web.multipart.MultipartForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls the Graph API. Tokens go into the header only, never into a URL, a log or an exception. */
@ApplicationScoped
public class GraphClient {
    private final WebClient http;
    private final GraphConfig config;
    private final GraphPaths paths;
    private final GraphAnswerReader answers = new GraphAnswerReader(new ObjectMapper());

    GraphClient(Vertx vertx, GraphConfig config) {
        this.config = config;
        this.paths = new GraphPaths(config.apiVersion());
        URI api = config.apiUrl();
        boolean tls = "https".equals(api.getScheme());
        this.http = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setDefaultHost(api.getHost())
                        .setDefaultPort(api.getPort() == -1 ? (tls ? 443 : 80) : api.getPort())
                        .setSsl(tls)
                        .setFollowRedirects(false)
                        .setKeepAlive(true)
                        .setKeepAliveTimeout((int) config.keepAlive().toSeconds())
                        .setMaxPoolSize(config.connections())
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setUserAgent("Tertulia"));
    }

    public GraphPaths paths() {
        return paths;
    }

    /** Fails when no answer comes; an answer of any status is an answer. */
    public Uni<HttpResponse<Buffer>> call(
            ConnectedChannel channel, HttpMethod method, String path, @Nullable JsonNode body) {
        HttpRequest<Buffer> request = http.request(method, path)
                .bearerTokenAuthentication(channel.secret(ConnectedChannel.ACCESS_TOKEN))
                .timeout(config.answerTimeout().toMillis());
        return body == null
                ? request.send()
                : request.putHeader("Content-Type", "application/json").sendBuffer(Buffer.buffer(body.toString()));
    }

    /** Sends a form with a file, which is read from the disk as it goes. Fails when no answer comes. */
    Uni<HttpResponse<Buffer>> upload(ConnectedChannel channel, String path, MultipartForm form) {
        return http.request(HttpMethod.POST, path)
                .bearerTokenAuthentication(channel.secret(ConnectedChannel.ACCESS_TOKEN))
                .timeout(config.uploadTimeout().toMillis())
                .sendMultipartForm(form);
    }

    /** Asks Meta for the number. Empty when all is well, else what a person can do about it. */
    public Uni<Optional<String>> check(ConnectedChannel channel) {
        return call(channel, HttpMethod.GET, paths.phoneNumber(channel.accountId()), null)
                .map(this::refusal)
                .onFailure()
                .recoverWithItem(failure -> Optional.of("Meta could not be reached: try again"));
    }

    /**
     * Tells Meta where this channel's webhooks go: for the account, so that our app hears of it at all, and for the number,
     * since an account can have several, each with a channel of its own. Meta asks that address whether it is ours before
     * it answers. Empty when it took it, else why not.
     */
    public Uni<Optional<String>> registerWebhook(ConnectedChannel channel, String url) {
        String account = channel.businessAccountId();
        if (account == null) {
            return Uni.createFrom().item(Optional.of("Fill in the id of the WhatsApp business account"));
        }
        String token = channel.secret(ConnectedChannel.VERIFY_TOKEN);
        return call(channel, HttpMethod.POST, paths.subscribedApps(account), GraphRequests.webhookOfAccount(url, token))
                .map(this::refusal)
                .flatMap(refused -> refused.isPresent()
                        ? Uni.createFrom().item(refused)
                        : call(
                                        channel,
                                        HttpMethod.POST,
                                        paths.number(channel.accountId()),
                                        GraphRequests.webhookOfNumber(url, token))
                                .map(this::refusal))
                .onFailure()
                .recoverWithItem(failure -> Optional.of("Meta could not be reached: try again"));
    }

    /**
     * A page of an account's templates. Fails with {@link TemplatesRefusedException} where Meta does not give it.
     *
     * @param after the cursor of the page before; null for the first
     */
    public Uni<TemplatePage> templates(ConnectedChannel channel, String account, @Nullable String after) {
        return call(channel, HttpMethod.GET, paths.templates(account, after), null)
                .onFailure()
                .transform(failure -> new TemplatesRefusedException("Meta could not be reached: try again"))
                .map(answer -> {
                    refusal(answer).ifPresent(advice -> {
                        throw new TemplatesRefusedException(advice);
                    });
                    return TemplatePage.read(EventJson.tree(answer.bodyAsString()));
                });
    }

    private Optional<String> refusal(HttpResponse<Buffer> answer) {
        if (answer.statusCode() == 200) {
            return Optional.empty();
        }
        byte[] body = answer.body() == null ? new byte[0] : answer.body().getBytes();
        GraphAnswer meaning = answers.read(answer.statusCode(), body, answer.headers()::get);
        return Optional.of(
                switch (meaning) {
                    case GraphAnswer.HoldChannel held -> held.advice();
                    case GraphAnswer.Failed failed -> failed.advice();
                    case GraphAnswer.RetryLater later -> "Meta says: " + later.reason() + ". Try again";
                    case GraphAnswer.Sent sent -> "Meta answered in a way that cannot be understood";
                    case GraphAnswer.Unknown unknown -> "Meta did not answer as expected: try again";
                });
    }
}
