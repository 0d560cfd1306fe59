package dev.tertulia.local.whatsapp.webhook;

import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Asks a callback whether it wants the webhooks, as Meta does: {@code GET …?hub.mode=subscribe&hub.challenge=…&hub.verify_token=…}. */
@ApplicationScoped
public class CallbackVerification {

    private static final String VERIFIED = "verified";
    private static final int LONGEST_ANSWER_BYTES = 4_096;
    private static final long TIMEOUT_MS = 10_000;
    private static final int ATTEMPTS = 120;

    private final HttpClient http;
    private final Vertx vertx;
    private final Webhooks webhooks;

    CallbackVerification(Vertx vertx, Webhooks webhooks) {
        this.vertx = vertx;
        this.webhooks = webhooks;
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout((int) TIMEOUT_MS));
    }

    /**
     * Asks once, and answers with the number's {@link BusinessNumber#callbackState}. When it fails it is asked again every
     * few seconds for some minutes, as the business may just be starting; webhooks go out meanwhile all the same.
     */
    public Future<String> verify(BusinessNumber number) {
        return attempt(number, number.registration(), ATTEMPTS);
    }

    /** Asks a callback once: {@code verified}, or why not. Never fails. */
    public Future<String> ask(String callbackUrl, @Nullable String verifyToken) {
        String challenge = Integer.toString(ThreadLocalRandom.current().nextInt(100_000_000, Integer.MAX_VALUE));
        String query = "hub.mode=subscribe&hub.challenge=" + challenge + "&hub.verify_token="
                + URLEncoder.encode(verifyToken == null ? "" : verifyToken, StandardCharsets.UTF_8);
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(callbackUrl + (callbackUrl.contains("?") ? "&" : "?") + query)
                .setTimeout(TIMEOUT_MS);
        return http.request(request)
                .compose(open -> open.send().compose(answer -> judged(answer, challenge)))
                .otherwise(failure -> "the callback cannot be reached");
    }

    private Future<String> attempt(BusinessNumber number, NumberRegistration asked, int left) {
        String url = asked.callbackUrl();
        if (url == null) {
            number.callbackState("no callback URL");
            return Future.succeededFuture(number.callbackState());
        }
        return ask(url, asked.verifyToken()).map(state -> {
            if (number.registration().equals(asked)) {
                number.callbackState(state);
                after(state, number, asked, left);
            }
            return state;
        });
    }

    private void after(String state, BusinessNumber number, NumberRegistration asked, int left) {
        if (state.equals(VERIFIED)) {
            webhooks.wake(number);
        } else if (left > 1) {
            vertx.setTimer(3_000, id -> attempt(number, asked, left - 1));
        }
    }

    /** Whether an answer of {@link #ask} is a yes. */
    public static boolean isVerified(String state) {
        return state.equals(VERIFIED);
    }

    private static Future<String> judged(HttpClientResponse answer, String challenge) {
        if (answer.statusCode() != 200) {
            answer.resume();
            return Future.succeededFuture("the callback answered " + answer.statusCode());
        }
        StringBuilder body = new StringBuilder();
        answer.handler(part -> {
            if (body.length() < LONGEST_ANSWER_BYTES) {
                body.append(part.toString(StandardCharsets.UTF_8));
            }
        });
        return answer.end()
                .map(nothing -> body.toString().strip().equals(challenge)
                        ? VERIFIED
                        : "the callback did not repeat the challenge");
    }
}
