package dev.tertulia.messaging.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.messaging.channel.ConnectedChannel;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.multipart.MultipartForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Hands files over to Meta, which then sends them by an id. */
@ApplicationScoped
public class MediaUpload {
    private final GraphClient graph;
    private final ObjectMapper json = new ObjectMapper();
    private final GraphAnswerReader answers = new GraphAnswerReader(json);

    MediaUpload(GraphClient graph) {
        this.graph = graph;
    }

    /** What came of it: Meta's id of the file, or what its answer means. Nothing was said to a customer either way. */
    public record Result(Optional<String> mediaId, GraphAnswer meaning) {}

    /** Streams the file. Never fails on what Meta does. */
    public Uni<Result> upload(ConnectedChannel channel, Path file, String fileName, String contentType) {
        MultipartForm form = MultipartForm.create();
        GraphRequests.uploadFields(contentType).forEach(form::attribute);
        form.binaryFileUpload("file", fileName, file.toString(), contentType);
        return graph.upload(channel, graph.paths().mediaUpload(channel.accountId()), form)
                .map(this::read)
                .onFailure()
                .recoverWithItem(failure -> new Result(Optional.empty(), notUploaded()));
    }

    private Result read(HttpResponse<Buffer> answer) {
        byte[] body = answer.body() == null ? new byte[0] : answer.body().getBytes();
        if (answer.statusCode() == 200) {
            try {
                JsonNode said = json.readTree(body);
                String id = WireJson.id(said, "id");
                if (id != null) {
                    return new Result(Optional.of(id), new GraphAnswer.Sent(java.util.List.of(), null, null, null));
                }
            } catch (IOException notJson) {
                return new Result(Optional.empty(), notUploaded());
            }
            return new Result(Optional.empty(), notUploaded());
        }
        GraphAnswer meaning = answers.read(answer.statusCode(), body, answer.headers()::get);
        // A file that may have arrived is no message that may have: it can be handed over again.
        return new Result(Optional.empty(), meaning instanceof GraphAnswer.Unknown ? notUploaded() : meaning);
    }

    private static GraphAnswer notUploaded() {
        return new GraphAnswer.RetryLater(
                "the file could not be handed over to the provider", null, GraphAnswer.Scope.MESSAGE, null);
    }
}
