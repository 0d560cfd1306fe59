package dev.tertulia.messaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tertulia.contracts.messaging.Conversation;
import dev.tertulia.contracts.messaging.Message;
import dev.tertulia.contracts.messaging.MessagingTopics;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What HTTP and events show alike has one example: that of the contract, whose records know nothing of OpenAPI. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SamplesInOpenApi implements OASFilter {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        show(api, Message.class, "/message", MessagingTopics.MESSAGE_RECEIVED);
        show(api, Message.Attachment.class, "/message/attachments/0", MessagingTopics.MESSAGE_ATTACHMENT_CHANGED);
        show(api, Conversation.class, "/conversation", MessagingTopics.CONVERSATION_OPENED);
    }

    private void show(OpenAPI api, Class<?> type, String path, String topic) {
        Schema schema = api.getComponents().getSchemas().get(type.getSimpleName());
        if (schema != null) {
            schema.setExamples(List.of(json.convertValue(sample(topic).requiredAt(path), Map.class)));
        }
    }

    private JsonNode sample(String topic) {
        String file = "/samples/messaging/" + topic + ".json";
        try (InputStream in = Message.class.getResourceAsStream(file)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
