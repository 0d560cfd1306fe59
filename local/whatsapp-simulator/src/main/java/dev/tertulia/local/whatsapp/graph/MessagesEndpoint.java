package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.number.Behaviour;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.Failure;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.thread.MessageIds;
import dev.tertulia.local.whatsapp.thread.MessageState;
import dev.tertulia.local.whatsapp.thread.StatusFlow;
import dev.tertulia.local.whatsapp.thread.ThreadMessage;
import dev.tertulia.local.whatsapp.thread.Threads;
import dev.tertulia.local.whatsapp.thread.WaIds;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** {@code POST /{version}/{phoneNumberId}/messages}: the business sends, or marks a message as read. */
@ApplicationScoped
class MessagesEndpoint {

    /** An accepted message, and why it will not arrive if it will not. */
    private record Accepted(
            OutboundMessage request,
            ThreadMessage message,
            @Nullable GraphError undelivered) {}

    private final Numbers numbers;
    private final Threads threads;
    private final StatusFlow statuses;
    private final Templates templates;
    private final MediaEndpoint media;
    private final LinkedMedia links;
    private final Webhooks webhooks;
    private final AcceptedCounter counter;
    private final Vertx vertx;
    private final Clock clock;

    MessagesEndpoint(
            Numbers numbers,
            Threads threads,
            StatusFlow statuses,
            Templates templates,
            MediaEndpoint media,
            LinkedMedia links,
            Webhooks webhooks,
            AcceptedCounter counter,
            Vertx vertx,
            Clock clock) {
        this.numbers = numbers;
        this.threads = threads;
        this.statuses = statuses;
        this.templates = templates;
        this.media = media;
        this.links = links;
        this.webhooks = webhooks;
        this.counter = counter;
        this.vertx = vertx;
        this.clock = clock;
    }

    void post(GraphCall call) {
        BusinessNumber number = call.number(numbers);
        try {
            ObjectNode body = call.body();
            if (!body.path("messaging_product").asText().equals("whatsapp")) {
                throw GraphError.parameter("The parameter messaging_product is required.");
            }
            if (body.hasNonNull("status")) {
                markRead(call, number, body);
            } else {
                send(call, number, body);
            }
        } catch (GraphError refused) {
            number.refused.increment();
            throw refused;
        }
    }

    private void send(GraphCall call, BusinessNumber number, ObjectNode body) {
        Failure failure =
                number.strike(Failure.On.MESSAGES, WaIds.digits(body.path("to").asText()));
        if (failure != null && failure.manner() != Failure.How.STATUS && !failure.accepted()) {
            number.refused.increment();
            call.fail(failure);
            return;
        }
        Accepted accepted = accept(number, body, failure);
        if (failure != null && failure.accepted()) {
            begin(number, accepted);
            call.fail(failure);
            return;
        }
        answer(call, number, accepted);
    }

    private Accepted accept(BusinessNumber number, ObjectNode body, @Nullable Failure failure) {
        OutboundMessage request = OutboundMessage.read(body);
        checkPace(number, request);
        if (request.waId().equals(number.registration().displayPhoneNumber())) {
            throw GraphError.of(131021, null, null);
        }
        String category = "service";
        if (request.type().equals("template")) {
            Template template = template(number, request);
            request.content().set("rendered", template.rendered((ObjectNode) request.part()));
            category = template.category();
        }
        media.check(number, request);
        String known = threads.firstKnown(number, WaIds.spellings(request.waId()));
        String waId = known == null ? request.waId() : known;
        GraphError undelivered = undelivered(number, waId, request.type(), failure);
        if (undelivered != null && number.behaviour().errorsInAnswer() && failure == null) {
            throw undelivered;
        }
        ThreadMessage message = ThreadMessage.fromBusiness(
                MessageIds.toCustomer(waId),
                number.id(),
                waId,
                request.type(),
                request.content().toString(),
                request.replyToId(),
                clock.instant(),
                category,
                request.callbackData());
        keep(number, request, message);
        return new Accepted(request, message, undelivered);
    }

    private void checkPace(BusinessNumber number, OutboundMessage request) {
        long now = clock.millis();
        if (number.overThroughput(now) || webhooks.isFull(number)) {
            throw GraphError.of(130429, null, null);
        }
        if (number.overPairRate(request.waId(), now)) {
            throw GraphError.of(131056, null, null);
        }
    }

    private Template template(BusinessNumber number, OutboundMessage request) {
        JsonNode part = request.part();
        String name = part.path("name").asText();
        String language = part.path("language").path("code").asText();
        Template template = templates.find(number.registration().wabaId(), name, language);
        if (template == null) {
            throw GraphError.of(132001, "template name (" + name + ") does not exist in " + language);
        }
        return switch (template.status()) {
            case "APPROVED" -> template;
            case "PAUSED" -> throw GraphError.of(132015, null, null);
            case "DISABLED" -> throw GraphError.of(132016, null, null);
            default -> throw GraphError.of(132001, "template name (" + name + ") is not approved in " + language);
        };
    }

    private @Nullable GraphError undelivered(
            BusinessNumber number, String waId, String type, @Nullable Failure failure) {
        if (failure != null && failure.manner() == Failure.How.STATUS) {
            return GraphCall.error(failure);
        }
        if (!threads.isReachable(number, waId)) {
            return GraphError.of(131026, null, null);
        }
        boolean free =
                type.equals("template") || number.behaviour().ignoreWindow() || threads.windowIsOpen(number, waId);
        return free ? null : GraphError.of(131047, null, null);
    }

    private void keep(BusinessNumber number, OutboundMessage request, ThreadMessage message) {
        number.accepted.increment();
        if (request.callbackData() != null) {
            counter.accepted(request.callbackData());
        }
        if (!request.type().equals("reaction")) {
            threads.add(number, message);
            return;
        }
        ThreadMessage about = threads.find(request.part().path("message_id").asText());
        if (about != null) {
            threads.react(about, false, request.part().path("emoji").asText());
        }
    }

    private void answer(GraphCall call, BusinessNumber number, Accepted accepted) {
        Behaviour behaviour = number.behaviour();
        if (happens(behaviour.dropAnswers())) {
            call.cut();
            begin(number, accepted);
        } else if (happens(behaviour.hangAnswers())) {
            call.hang();
            begin(number, accepted);
        } else if (behaviour.statusesBeforeAnswer() && accepted.undelivered() == null) {
            statuses.beginBeforeAnswer(number, accepted.message()).onComplete(heard -> call.answer(answer(accepted)));
        } else {
            long delay = behaviour.drawAnswer();
            if (delay == 0) {
                call.answer(answer(accepted));
                begin(number, accepted);
            } else {
                vertx.setTimer(delay, id -> {
                    call.answer(answer(accepted));
                    begin(number, accepted);
                });
            }
        }
    }

    private void begin(BusinessNumber number, Accepted accepted) {
        if (accepted.undelivered() != null) {
            statuses.beginFailing(
                    number, accepted.message(), accepted.undelivered().asStatusError());
            return;
        }
        links.fetch(number, accepted.request(), accepted.message())
                .onSuccess(problem -> problem.ifPresentOrElse(
                        error -> statuses.beginFailing(number, accepted.message(), error.asStatusError()),
                        () -> statuses.begin(number, accepted.message())));
    }

    private static ObjectNode answer(Accepted accepted) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("messaging_product", "whatsapp");
        answer.putArray("contacts")
                .addObject()
                .put("input", accepted.request().input())
                .put("wa_id", accepted.message().waId());
        ObjectNode message = answer.putArray("messages")
                .addObject()
                .put("id", accepted.message().id());
        if (accepted.request().type().equals("template")) {
            message.put("message_status", "accepted");
        }
        return answer;
    }

    private void markRead(GraphCall call, BusinessNumber number, ObjectNode body) {
        if (!body.path("status").asText().equals("read")) {
            throw GraphError.parameter("Param status must be one of {READ} - got \""
                    + body.path("status").asText() + "\".");
        }
        String id = Params.text(body, "message_id", "message_id", 512);
        Failure failure = number.strike(Failure.On.MESSAGES, null);
        if (failure != null) {
            call.fail(failure);
            return;
        }
        ThreadMessage message = threads.find(id);
        if (!id.startsWith("wamid.") || (message != null && !message.isFromCustomer())) {
            throw GraphError.of(131009, "Message ID is not one of a received message");
        }
        if (message != null) {
            readUpTo(number, message);
            if (body.hasNonNull("typing_indicator")) {
                threads.typing(number, message.waId());
            }
        }
        call.answer(JsonNodeFactory.instance.objectNode().put("success", true));
    }

    private void readUpTo(BusinessNumber number, ThreadMessage last) {
        for (ThreadMessage message : threads.messages(number, last.waId())) {
            if (message.isFromCustomer() && !message.at().isAfter(last.at())) {
                threads.advance(message, MessageState.READ);
            }
        }
    }

    private static boolean happens(double probability) {
        return probability > 0 && ThreadLocalRandom.current().nextDouble() < probability;
    }
}
