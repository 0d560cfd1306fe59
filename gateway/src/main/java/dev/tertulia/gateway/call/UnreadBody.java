package dev.tertulia.gateway.call;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;

/** What a caller may still be sending when its answer is already known. */
public final class UnreadBody {
    /** Enough for a body that was refused for its size to end by itself, so that the caller reads the 413. */
    private static final long MAX_TAKEN_BYTES = 128L * 1024 * 1024;

    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    private final Call call;
    private final boolean unread;
    private final boolean neverComes;
    private long takenBytes;
    private long timer = -1;

    private UnreadBody(Call call, boolean unread, boolean neverComes) {
        this.call = call;
        this.unread = unread;
        this.neverComes = neverComes;
    }

    /** Must be asked before the head of the answer is written, which says if the connection stays open. */
    public static UnreadBody of(Call call) {
        HttpServerRequest request = call.request();
        boolean unread = !request.isEnded() && hasBody(request);
        boolean neverComes = unread && request.headers().contains(HttpHeaders.EXPECT);
        if (neverComes && request.version() != HttpVersion.HTTP_2) {
            call.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        return new UnreadBody(call, unread, neverComes);
    }

    /** Whether the head of a request announces a body. */
    public static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.version() == HttpVersion.HTTP_2 && !request.isEnded();
    }

    /** To be called once the answer has been written whole: reads the rest and forgets it. */
    public void takeIn() {
        HttpServerRequest request = call.request();
        if (!unread || request.isEnded()) {
            request.resume();
            return;
        }
        if (request.version() == HttpVersion.HTTP_2) {
            call.response().reset(0);
            return;
        }
        if (neverComes) {
            request.connection().close();
            return;
        }
        timer = call.vertx()
                .setTimer(MAX_TIME.toMillis(), fired -> request.connection().close());
        request.handler(this::take);
        request.endHandler(ended -> call.vertx().cancelTimer(timer));
        request.exceptionHandler(gone -> call.vertx().cancelTimer(timer));
        request.resume();
    }

    private void take(Buffer chunk) {
        takenBytes += chunk.length();
        if (takenBytes > MAX_TAKEN_BYTES) {
            call.vertx().cancelTimer(timer);
            call.request().connection().close();
        }
    }
}
