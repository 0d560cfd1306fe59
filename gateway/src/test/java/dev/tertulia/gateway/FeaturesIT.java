package dev.tertulia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeaturesIT extends GatewayTest {
    private static final String CONVERSATIONS = "/api/v1/conversations/1/messages";

    @Test
    void whatIsOnGoesThrough() {
        assertThat(send(to(CONVERSATIONS, with("conversations"))).status()).isEqualTo(200);
    }

    @Test
    void whatIsOffIsRefusedAndNamed() {
        Answer answer = send(to(CONVERSATIONS, with("sales")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("feature-off");
        assertThat(answer.json().getString("feature")).isEqualTo("conversations");
        assertThat(answer.json().getString("detail")).contains("/api/v1/features/conversations");
    }

    @Test
    void noTicketIsGivenForWhatIsOff() {
        Answer answer = send(to("/api/v1/realtime/tickets", with()).POST(HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("feature-off");
    }

    @Test
    void whatIsOfNoFeatureGoesThrough() {
        assertThat(send(to("/api/v1/contacts", with())).status()).isEqualTo(200);
        assertThat(send(to("/api/v1/channels", with())).status()).isEqualTo(200);
    }

    @Test
    void aFeatureWithoutAServiceIsOffOrNotThere() {
        Answer off = send(to("/api/v1/tickets/1", with()));
        Answer on = send(to("/api/v1/tickets/1", with("ticketing")));

        assertThat(off.status()).isEqualTo(403);
        assertThat(off.json().getString("feature")).isEqualTo("ticketing");
        assertThat(on.status()).isEqualTo(404);
        assertThat(send(to("/api/v1/tickets")).status()).isEqualTo(401);
        assertThat(send(to("/api/v1/no-such-thing")).status()).isEqualTo(404);
    }

    @Test
    void aPathIsOfAFeatureByWholeSegments() {
        assertThat(send(to("/api/v1/ticketsale", with())).status()).isEqualTo(404);
    }

    private Authority.Holder with(String... features) {
        Authority.Holder someone = services.authority.someone();
        someone.features = List.of(features);
        return someone;
    }
}
