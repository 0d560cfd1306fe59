package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.Failure;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.thread.MediaStore;
import io.vertx.core.Vertx;
import io.vertx.ext.web.FileUpload;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Media: upload, look-up, download and removal. */
@ApplicationScoped
class MediaEndpoint {

    private static final long KIB = 1_024;
    private static final long MIB = 1_024 * KIB;

    /** What Meta takes, and how much of it. */
    private static final Map<String, Long> LARGEST = new TreeMap<>(Map.ofEntries(
            Map.entry("audio/aac", 16 * MIB),
            Map.entry("audio/mp4", 16 * MIB),
            Map.entry("audio/mpeg", 16 * MIB),
            Map.entry("audio/amr", 16 * MIB),
            Map.entry("audio/ogg", 16 * MIB),
            Map.entry("audio/opus", 16 * MIB),
            Map.entry("image/jpeg", 5 * MIB),
            Map.entry("image/png", 5 * MIB),
            Map.entry("image/webp", 500 * KIB),
            Map.entry("video/mp4", 16 * MIB),
            Map.entry("video/3gpp", 16 * MIB),
            Map.entry("text/plain", 100 * MIB),
            Map.entry("application/pdf", 100 * MIB),
            Map.entry("application/vnd.ms-powerpoint", 100 * MIB),
            Map.entry("application/msword", 100 * MIB),
            Map.entry("application/vnd.ms-excel", 100 * MIB),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100 * MIB),
            Map.entry("application/vnd.openxmlformats-officedocument.presentationml.presentation", 100 * MIB),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 100 * MIB)));

    private final Numbers numbers;
    private final MediaStore media;
    private final Vertx vertx;

    MediaEndpoint(Numbers numbers, MediaStore media, Vertx vertx) {
        this.numbers = numbers;
        this.media = media;
        this.vertx = vertx;
    }

    void upload(GraphCall call) {
        BusinessNumber number = call.number(numbers);
        if (failed(call, number)) {
            return;
        }
        List<FileUpload> files = call.http().fileUploads();
        if (!"whatsapp".equals(call.http().request().getFormAttribute("messaging_product"))) {
            throw GraphError.parameter("The parameter messaging_product is required.");
        }
        if (files.size() != 1) {
            throw GraphError.parameter("The parameter file is required.");
        }
        FileUpload file = files.getFirst();
        String type = call.http().request().getFormAttribute("type");
        String mimeType = (type == null || !type.contains("/") ? file.contentType() : type).toLowerCase(Locale.ROOT);
        check(mimeType, file.size());
        Path path = Path.of(file.uploadedFileName());
        vertx.executeBlocking(() -> media.adopt(number.id(), mimeType, file.fileName(), path), false)
                .onSuccess(kept ->
                        call.answer(JsonNodeFactory.instance.objectNode().put("id", kept.id())))
                .onFailure(call.http()::fail);
    }

    void describe(GraphCall call) {
        MediaStore.Media found = owned(call);
        if (failed(call, call.owner(numbers.find(found.phoneNumberId())))) {
            return;
        }
        MediaStore.Ticket ticket = media.ticket(found);
        String url = call.baseUrl() + "/whatsapp_business/attachments/?mid=" + found.id() + "&ext="
                + ticket.expiresAtSeconds() + "&hash=" + ticket.hash();
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("url", url).put("mime_type", found.mimeType()).put("sha256", found.sha256());
        answer.put("file_size", found.sizeBytes()).put("id", found.id()).put("messaging_product", "whatsapp");
        call.answer(answer);
    }

    void download(GraphCall call) {
        MediaStore.Media found = media.find(orEmpty(call.query("mid")));
        if (found == null || !media.isValid(found.id(), ticket(call))) {
            call.answer(404, JsonNodeFactory.instance.objectNode());
            return;
        }
        if (failed(call, call.owner(numbers.find(found.phoneNumberId())))) {
            return;
        }
        call.http().response().putHeader("Content-Type", found.mimeType());
        call.http().response().sendFile(media.file(found).toString());
    }

    void remove(GraphCall call) {
        MediaStore.Media found = owned(call);
        vertx.executeBlocking(() -> media.remove(found.id()), false)
                .onSuccess(done ->
                        call.answer(JsonNodeFactory.instance.objectNode().put("success", true)))
                .onFailure(call.http()::fail);
    }

    boolean knows(String id) {
        return media.find(id) != null;
    }

    /** Refuses a message with a medium that is not the number's; adds what the page needs to show it. */
    void check(BusinessNumber number, OutboundMessage request) {
        if (ContentChecks.MEDIA.contains(request.type())) {
            check(number, request.part(), request.type());
        } else if (request.type().equals("interactive")) {
            JsonNode header = request.part().path("header");
            check(number, header.path(header.path("type").asText()), "interactive['header']");
        } else if (request.type().equals("template")) {
            check(
                    number,
                    request.content().path("rendered").path("headerMedia"),
                    "template['components'][0]['parameters'][0]");
        }
    }

    private void check(BusinessNumber number, JsonNode part, String path) {
        if (!part.hasNonNull("id")) {
            return;
        }
        MediaStore.Media found = media.find(part.path("id").asText());
        if (found == null || !found.phoneNumberId().equals(number.id())) {
            throw GraphError.parameter(
                    "Param " + path + "['id'] is not a valid whatsapp business account media attachment ID");
        }
        ((ObjectNode) part).put("mime_type", found.mimeType());
    }

    private MediaStore.Media owned(GraphCall call) {
        MediaStore.Media found = media.find(call.id());
        String number = call.query("phone_number_id");
        if (found == null || (number != null && !number.equals(found.phoneNumberId()))) {
            throw GraphError.noSuchObject(call.http().request().method().name().toLowerCase(Locale.ROOT), call.id());
        }
        call.owner(numbers.find(found.phoneNumberId()));
        return found;
    }

    private static boolean failed(GraphCall call, BusinessNumber number) {
        Failure failure = number.strike(Failure.On.MEDIA, null);
        if (failure != null) {
            call.fail(failure);
        }
        return failure != null;
    }

    private static void check(String mimeType, long size) {
        String bare = mimeType.split(";", 2)[0].strip();
        Long largest = LARGEST.get(bare);
        if (largest == null) {
            throw GraphError.parameter("Param file must be a file with one of the following types: "
                    + String.join(", ", LARGEST.keySet()) + ". Received file of type '" + bare + "'.");
        }
        if (size > largest || size == 0) {
            throw GraphError.of(
                    131053, "A file of type " + bare + " has 1 to " + largest + " bytes, this one " + size, 400);
        }
    }

    private static MediaStore.Ticket ticket(GraphCall call) {
        try {
            return new MediaStore.Ticket(Long.parseLong(orEmpty(call.query("ext"))), orEmpty(call.query("hash")));
        } catch (NumberFormatException e) {
            return new MediaStore.Ticket(0, "");
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
