package dev.tertulia.gateway.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.gateway.passport.Passport;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TicketsTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Passport PASSPORT =
            new Passport("a.passport.here", NOW.plusSeconds(300), "tenant-1", NOW.minusSeconds(7));

    @Test
    void aTicketHoldsThePassportWholeAndANonceOfItsOwn() throws Exception {
        Tickets tickets = tickets(KEY, NOW);
        String one = tickets.issue(PASSPORT).ticket();
        String other = tickets.issue(PASSPORT).ticket();

        assertThat(tickets.open(one)).map(Tickets.Opened::passport).contains(PASSPORT);
        assertThat(tickets.open(one).orElseThrow().nonce())
                .isNotEqualTo(tickets.open(other).orElseThrow().nonce());
    }

    @Test
    void someoneWithoutATenantGetsOneAsWell() throws Exception {
        Passport passport = new Passport("a.passport.here", NOW.plusSeconds(300), null, NOW);
        Tickets tickets = tickets(KEY, NOW);

        assertThat(tickets.open(tickets.issue(passport).ticket()))
                .map(Tickets.Opened::passport)
                .contains(passport);
    }

    @Test
    void anotherReplicaWithTheSameKeyOpensIt() throws Exception {
        String ticket = tickets(KEY, NOW).issue(PASSPORT).ticket();

        assertThat(tickets(KEY, NOW.plusSeconds(29)).open(ticket)).isPresent();
        assertThat(tickets(null, NOW.plusSeconds(29)).open(ticket)).isEmpty();
    }

    @Test
    void itEndsAfterItsTime() throws Exception {
        Tickets.Ticket ticket = tickets(KEY, NOW).issue(PASSPORT);

        assertThat(ticket.expiresAt()).isEqualTo(NOW.plusSeconds(30));
        assertThat(tickets(KEY, NOW.plusSeconds(30)).open(ticket.ticket())).isEmpty();
    }

    @Test
    void whatIsChangedOrMadeUpDoesNotOpen() throws Exception {
        Tickets tickets = tickets(KEY, NOW);
        String ticket = tickets.issue(PASSPORT).ticket();
        char flipped = ticket.charAt(40) == 'A' ? 'B' : 'A';

        assertThat(tickets.open(ticket.substring(0, 40) + flipped + ticket.substring(41)))
                .isEmpty();
        assertThat(tickets.open("")).isEmpty();
        assertThat(tickets.open("!")).isEmpty();
        assertThat(tickets.open("A".repeat(100_000))).isEmpty();
    }

    @Test
    void aTicketDoesNotShowThePassport() throws Exception {
        String ticket = tickets(KEY, NOW).issue(PASSPORT).ticket();

        assertThat(new String(Base64.getUrlDecoder().decode(ticket), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("passport");
    }

    @Test
    void aKeyOfAnotherLengthFailsTheStart() {
        assertThatThrownBy(() -> tickets(Base64.getEncoder().encodeToString(new byte[16]), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tickets tickets(@Nullable String key, Instant now) throws GeneralSecurityException {
        TicketConfig config = new TicketConfig() {
            @Override
            public Optional<String> key() {
                return Optional.ofNullable(key);
            }

            @Override
            public Duration validFor() {
                return Duration.ofSeconds(30);
            }
        };
        return new Tickets(config, Clock.fixed(now, ZoneOffset.UTC));
    }
}
