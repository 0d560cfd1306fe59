package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.graph.Templates;
import dev.tertulia.local.whatsapp.number.Behaviour;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.thread.LiveUpdates;
import dev.tertulia.local.whatsapp.thread.Threads;
import dev.tertulia.local.whatsapp.webhook.CallbackVerification;
import dev.tertulia.local.whatsapp.webhook.Change;
import dev.tertulia.local.whatsapp.webhook.Webhooks;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers, how they behave, and webhooks of any content. */
@Path("/simulator/api/numbers")
public class NumbersResource {

    private final Numbers numbers;
    private final Templates templates;
    private final Threads threads;
    private final Webhooks webhooks;
    private final CallbackVerification verification;
    private final LiveUpdates live;

    NumbersResource(
            Numbers numbers,
            Templates templates,
            Threads threads,
            Webhooks webhooks,
            CallbackVerification verification,
            LiveUpdates live) {
        this.numbers = numbers;
        this.templates = templates;
        this.threads = threads;
        this.webhooks = webhooks;
        this.verification = verification;
        this.live = live;
    }

    @GET
    public List<NumberResponse> list() {
        return numbers.all().stream().map(NumberResponse::from).toList();
    }

    @GET
    @Path("{id}")
    public NumberResponse get(String id) {
        return NumberResponse.from(number(id));
    }

    /** Registers or changes a number and verifies its callback; the answer says how that went. */
    @PUT
    @Path("{id}")
    public Uni<NumberResponse> register(String id, JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw new InvalidValue("a registration is a JSON object");
        }
        NumberRegistration registration =
                numbers.readRegistration(object.deepCopy().put("phoneNumberId", id));
        JsonNode behaviour = object.get("behaviour");
        BusinessNumber number =
                numbers.register(registration, behaviour == null ? null : numbers.readBehaviour(behaviour));
        return verified(number);
    }

    @DELETE
    @Path("{id}")
    public void remove(String id) {
        BusinessNumber number = number(id);
        threads.forgetAll(number);
        webhooks.clear(number);
        numbers.remove(id);
        live.changed(id, null);
    }

    /** Asks the callback again. */
    @POST
    @Path("{id}/verification")
    public Uni<NumberResponse> verify(String id) {
        return verified(number(id));
    }

    @GET
    @Path("{id}/behaviour")
    public Behaviour behaviour(String id) {
        return number(id).behaviour();
    }

    /** Sets all switches; those that are absent go back to behaving well. */
    @PUT
    @Path("{id}/behaviour")
    public Behaviour behave(String id, JsonNode body) {
        return behave(number(id), numbers.readBehaviour(body));
    }

    /** Sets the switches that are named and leaves the others. */
    @PATCH
    @Path("{id}/behaviour")
    public Behaviour change(String id, JsonNode body) {
        BusinessNumber number = number(id);
        return behave(number, numbers.changed(number.behaviour(), body));
    }

    /**
     * Signs and delivers any value: {@code {"field":"messages","value":{…}}}, or the value alone, then for the field
     * messages. {@code copies} posts it several times as webhooks of their own.
     */
    @POST
    @Path("{id}/webhook")
    public Response webhook(String id, JsonNode body) {
        BusinessNumber number = number(id);
        boolean wrapped = body.path("value").isObject() && body.path("field").isTextual();
        ObjectNode change =
                wrapped ? Change.of(body.path("field").asText(), body.path("value")) : Change.of("messages", body);
        int copies = Math.clamp(body.path("copies").asInt(1), 1, 1_000);
        for (int i = 0; i < copies; i++) {
            webhooks.send(number, change, null);
        }
        return Response.accepted().build();
    }

    @GET
    @Path("{id}/templates")
    public List<JsonNode> templates(String id) {
        return templates.all(number(id).registration().wabaId());
    }

    /** Creates or replaces a template, with any status. */
    @PUT
    @Path("{id}/templates")
    public JsonNode putTemplate(String id, ObjectNode body) {
        return templates.define(number(id).registration().wabaId(), body);
    }

    private Behaviour behave(BusinessNumber number, Behaviour behaviour) {
        numbers.behave(number, behaviour);
        webhooks.wake(number);
        live.changed(number.id(), null);
        return number.behaviour();
    }

    private Uni<NumberResponse> verified(BusinessNumber number) {
        live.changed(number.id(), null);
        return Uni.createFrom()
                .completionStage(verification.verify(number).toCompletionStage())
                .map(state -> NumberResponse.from(number));
    }

    private BusinessNumber number(String id) {
        return found(numbers.find(id));
    }

    static BusinessNumber found(@Nullable BusinessNumber number) {
        if (number == null) {
            throw new ControlProblem(
                    404, "there is no such number; PUT /simulator/api/numbers/{phoneNumberId} registers one");
        }
        return number;
    }
}
