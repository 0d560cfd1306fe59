package dev.tertulia.gateway.realtime;

import dev.tertulia.gateway.call.Call;
import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.passport.AuthorityAwayException;
import dev.tertulia.gateway.passport.Passport;
import dev.tertulia.gateway.passport.PassportAnswer;
import dev.tertulia.gateway.passport.PassportAuthority;
import dev.tertulia.gateway.proxy.Tunnels;
import dev.tertulia.gateway.realtime.Tickets.Opened;
import dev.tertulia.gateway.route.Route;
import io.vertx.core.AsyncResult;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The two ways to a realtime socket: with a credential, or with a ticket that was had for one. */
@Singleton
public class Realtime {
    public static final String PATH = "/api/v1/realtime";
    public static final String TICKETS_PATH = "/api/v1/realtime/tickets";

    private static final String TICKET = "ticket";

    private final Tickets tickets;
    private final Tunnels tunnels;
    private final PassportAuthority authority;

    Realtime(Tickets tickets, Tunnels tunnels, PassportAuthority authority) {
        this.tickets = tickets;
        this.tunnels = tunnels;
        this.authority = authority;
    }

    /** Answers with a ticket for the holder of the passport. */
    public void answerTicket(Call call, Passport passport) {
        call.response().setStatusCode(201);
        call.answer("application/json", tickets.issue(passport).toJson());
    }

    public static boolean hasTicket(Call call) {
        return call.path().equals(PATH) && call.request().params().contains(TICKET);
    }

    /**
     * Opens a socket with the ticket in the query. The passport in it may be as old as tickets and kept passports
     * together, which is too old to be believed: then it is renewed first.
     */
    public void openWithTicket(Call call, Route route) {
        Optional<Opened> opened = tickets.open(call.request().getParam(TICKET));
        if (opened.isEmpty()) {
            call.refuse(GatewayProblem.TICKET_REFUSED, "Get another one: it holds for seconds, and once.");
            return;
        }
        Passport passport = opened.get().passport();
        String nonce = opened.get().nonce();
        if (tunnels.isFresh(passport)) {
            tunnels.open(call, route, uri(call), passport, nonce);
        } else {
            authority.renew(passport).onComplete(answer -> openRenewed(call, route, answer, nonce));
        }
    }

    private void openRenewed(Call call, Route route, AsyncResult<PassportAnswer> answer, String nonce) {
        if (answer.failed()) {
            call.refuse(AuthorityAwayException.problem());
            return;
        }
        switch (answer.result()) {
            case PassportAnswer.Refused refused -> call.refuse(refused.problem());
            case Passport renewed -> tunnels.open(call, route, uri(call), renewed, nonce);
        }
    }

    /** Opens a socket for whom the passport is of. */
    public void open(Call call, Route route, @Nullable Passport passport) {
        tunnels.open(call, route, uri(call), passport, null);
    }

    /** The ticket itself is no service's business. */
    private static String uri(Call call) {
        String query = call.request().query();
        if (query == null) {
            return call.path();
        }
        String rest = Arrays.stream(query.split("&"))
                .filter(parameter -> !parameter.equals(TICKET) && !parameter.startsWith(TICKET + "="))
                .collect(Collectors.joining("&"));
        return rest.isEmpty() ? call.path() : call.path() + "?" + rest;
    }
}
