package dev.tertulia.messaging.ingest;

import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Reads a body into memory up to a limit, from the moment it is made. */
final class BodyCollector {
    private final Promise<Buffer> whole = Promise.promise();
    private Buffer read = Buffer.buffer();

    BodyCollector(HttpServerRequest request, int maxBytes) {
        request.handler(chunk -> {
            if (whole.future().isComplete()) {
                return;
            }
            if (read.length() + chunk.length() > maxBytes) {
                whole.tryFail(ProblemException.of(WebhookProblem.TOO_LARGE));
                read = Buffer.buffer();
            } else {
                read.appendBuffer(chunk);
            }
        });
        request.endHandler(end -> whole.tryComplete(read));
        request.exceptionHandler(whole::tryFail);
    }

    /** Fails with {@link WebhookProblem#TOO_LARGE} when more comes than the limit allows. */
    Uni<Buffer> bytes() {
        return Uni.createFrom().completionStage(whole.future().toCompletionStage());
    }
}
