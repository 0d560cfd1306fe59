package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.messaging.channel.ConnectedChannel;
import dev.tertulia.messaging.outbound.OutboundMessage;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Hands messages to Meta and says what came of it. */
@ApplicationScoped
public class WhatsAppSender {
    private final GraphClient graph;
    private final GraphAnswerReader answers = new GraphAnswerReader(new ObjectMapper());

    WhatsAppSender(GraphClient graph) {
        this.graph = graph;
    }

    /** @param httpStatus null when no answer came */
    public record Answer(GraphAnswer meaning, @Nullable Integer httpStatus) {}

    /**
     * Calls Meta once. A call that was begun never fails: what cannot be told is {@link GraphAnswer.Unknown}. It fails
     * only when no call could be made of the message, so nothing was sent then.
     */
    public Uni<Answer> send(ConnectedChannel channel, OutboundMessage message) {
        ObjectNode body = GraphRequests.message(message);
        String path = graph.paths().messages(channel.accountId());
        return graph.call(channel, HttpMethod.POST, path, body)
                .map(this::read)
                .onFailure()
                .recoverWithItem(WhatsAppSender::withoutAnswer);
    }

    private Answer read(HttpResponse<Buffer> response) {
        byte[] body = response.body() == null ? new byte[0] : response.body().getBytes();
        return new Answer(answers.read(response.statusCode(), body, response.headers()::get), response.statusCode());
    }

    static Answer withoutAnswer(Throwable failure) {
        return new Answer(isBeforeTheRequest(failure) ? GraphAnswer.notConnected() : GraphAnswer.noAnswer(), null);
    }

    /** Whether it broke while connecting. Everything else may have broken after the request was out. */
    private static boolean isBeforeTheRequest(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
