package dev.tertulia.local.mail;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was sent: for the page, and for tests. */
@Path("/mail/api/mails")
public class MailsResource {
    /** A mail's own page runs no script, fetches nothing, and opens its links elsewhere. */
    private static final String FRAME_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
                    + " style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private final Mails mails;

    MailsResource(Mails mails) {
        this.mails = mails;
    }

    /** A mail in the list. */
    public record Listed(long id, Instant at, String from, List<String> to, String subject, int sizeBytes) {
        static Listed from(Mail mail) {
            return new Listed(mail.id(), mail.at(), mail.from(), mail.to(), mail.subject(), mail.sizeBytes());
        }
    }

    /** One mail, decoded. */
    public record Whole(
            long id,
            Instant at,
            String from,
            List<String> to,
            String subject,
            @Nullable String text,
            @Nullable String html) {
        static Whole from(Mail mail) {
            return new Whole(mail.id(), mail.at(), mail.from(), mail.to(), mail.subject(), mail.text(), mail.html());
        }
    }

    /**
     * Newest first.
     *
     * @param to only what was sent to this address
     */
    @GET
    public List<Listed> list(@RestQuery @Nullable String to, @RestQuery @DefaultValue("100") int limit) {
        return mails.list(to, limit).stream().map(Listed::from).toList();
    }

    @GET
    @Path("{id}")
    public Whole get(long id) {
        return Whole.from(existing(id));
    }

    /** The HTML part by itself, to be shown in a frame. */
    @GET
    @Path("{id}/html")
    @Produces("text/html;charset=UTF-8")
    public Response html(long id) {
        String html = existing(id).html();
        if (html == null) {
            throw new NotFoundException();
        }
        return Response.ok(html).header("Content-Security-Policy", FRAME_POLICY).build();
    }

    /** As it went over the wire. */
    @GET
    @Path("{id}/source")
    @Produces("text/plain;charset=UTF-8")
    public byte[] source(long id) {
        return existing(id).source();
    }

    @DELETE
    @Produces(MediaType.APPLICATION_JSON)
    public void clear() {
        mails.clear();
    }

    private Mail existing(long id) {
        return mails.find(id).orElseThrow(NotFoundException::new);
    }
}
