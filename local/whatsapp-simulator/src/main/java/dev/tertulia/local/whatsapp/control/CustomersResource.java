package dev.tertulia.local.whatsapp.control;

import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import dev.tertulia.local.whatsapp.number.Numbers;
import dev.tertulia.local.whatsapp.thread.Customer;
import dev.tertulia.local.whatsapp.thread.StatusFlow;
import dev.tertulia.local.whatsapp.thread.ThreadMessage;
import dev.tertulia.local.whatsapp.thread.Threads;
import dev.tertulia.local.whatsapp.thread.WaIds;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Plays the customers of a number. */
@Path("/simulator/api/numbers/{id}/customers")
public class CustomersResource {

    private static final int MOST = 500;

    /**
     * What is known of a customer; what is absent stays.
     *
     * @param reachable false: has no WhatsApp, messages fail with 131026
     * @param lastInboundAt when the customer last wrote, which the 24-hour window is measured from
     */
    public record ChangeCustomer(
            @Nullable String name,
            @Nullable Boolean reachable,
            @Nullable Instant lastInboundAt) {

        public ChangeCustomer {
            if (name != null && name.length() > 256) {
                throw new InvalidValue("name has at most 256 characters");
            }
        }
    }

    /** The id of the message in the webhook. */
    public record Written(String id) {}

    private final Numbers numbers;
    private final Threads threads;
    private final StatusFlow statuses;
    private final CustomerWriting writing;

    CustomersResource(Numbers numbers, Threads threads, StatusFlow statuses, CustomerWriting writing) {
        this.numbers = numbers;
        this.threads = threads;
        this.statuses = statuses;
        this.writing = writing;
    }

    /** The ones with the latest messages first, at most 500. */
    @GET
    public List<Customer.View> list(String id) {
        return threads.customers(number(id));
    }

    @GET
    @Path("{waId}")
    public Customer.View get(String id, String waId) {
        Customer.View customer = threads.customer(number(id), digits(waId));
        if (customer == null) {
            throw new ControlProblem(404, "nobody of this number has written or been written to");
        }
        return customer;
    }

    @PUT
    @Path("{waId}")
    public Customer.View change(String id, String waId, ChangeCustomer change) {
        return threads.change(number(id), digits(waId), change.name(), change.reachable(), change.lastInboundAt());
    }

    /** Forgets the customer and the thread; the business is told nothing. */
    @DELETE
    @Path("{waId}")
    public void forget(String id, String waId) {
        threads.forget(number(id), digits(waId));
    }

    /** The last messages, in order; {@code before} an id for earlier ones. */
    @GET
    @Path("{waId}/messages")
    public List<ThreadMessage.View> thread(
            String id, String waId, @RestQuery @Nullable String before, @RestQuery @Nullable Integer limit) {
        return threads.thread(number(id), digits(waId), before, Math.clamp(limit == null ? 100 : limit, 1, MOST));
    }

    /** Writes as the customer. */
    @POST
    @Path("{waId}/messages")
    public Response write(String id, String waId, CustomerMessage message) {
        return Response.status(201)
                .entity(new Written(writing.write(number(id), digits(waId), message)))
                .build();
    }

    /** Opens the thread as the customer: all that the business sent is read. */
    @POST
    @Path("{waId}/read")
    public void read(String id, String waId) {
        statuses.seen(number(id), digits(waId));
    }

    /** Listens to a voice note of the business. */
    @POST
    @Path("{waId}/messages/{messageId}/played")
    public void played(String id, String waId, String messageId) {
        BusinessNumber number = number(id);
        ThreadMessage message = threads.find(messageId);
        if (message == null || message.isFromCustomer() || !message.waId().equals(digits(waId))) {
            throw new ControlProblem(404, "the business sent this customer no such message");
        }
        statuses.played(number, message);
    }

    private BusinessNumber number(String id) {
        return NumbersResource.found(numbers.find(id));
    }

    private static String digits(String waId) {
        String digits = WaIds.digits(waId);
        if (digits == null) {
            throw new InvalidValue("a customer is a phone number of 5 to 15 digits");
        }
        return digits;
    }
}
