package dev.tertulia.messaging.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetaVerificationTest {

    private static Optional<String> challenge(Map<String, String> parameters) {
        return MetaVerification.challenge(parameters::get, "abretesesamo");
    }

    private static Map<String, String> question(String mode, String token, String challenge) {
        return Map.of("hub.mode", mode, "hub.verify_token", token, "hub.challenge", challenge);
    }

    @Test
    void challengeComesBackUnchanged() {
        assertThat(challenge(question("subscribe", "abretesesamo", "98765432109876543210")))
                .hasValue("98765432109876543210");
        assertThat(challenge(question("subscribe", "abretesesamo", "<b>1</b>"))).hasValue("<b>1</b>");
    }

    @Test
    void wrongQuestionsAreRefused() {
        assertThat(challenge(question("subscribe", "abretesesam0", "1"))).isEmpty();
        assertThat(challenge(question("subscribe", "", "1"))).isEmpty();
        assertThat(challenge(question("unsubscribe", "abretesesamo", "1"))).isEmpty();
        assertThat(challenge(question("subscribe", "abretesesamo", ""))).isEmpty();
        assertThat(challenge(question("subscribe", "abretesesamo", "1".repeat(1_001))))
                .isEmpty();
        assertThat(challenge(Map.of("hub.mode", "subscribe", "hub.challenge", "1")))
                .isEmpty();
        assertThat(challenge(Map.of("hub.mode", "subscribe", "hub.verify_token", "abretesesamo")))
                .isEmpty();
        assertThat(challenge(Map.of())).isEmpty();
    }

    @Test
    void namesWithUnderscoresAreRefused() {
        assertThat(challenge(Map.of("hub_mode", "subscribe", "hub_verify_token", "abretesesamo", "hub_challenge", "1")))
                .isEmpty();
    }

    @Test
    void channelWithoutATokenVerifiesNobody() {
        assertThat(MetaVerification.challenge(question("subscribe", "", "1")::get, ""))
                .isEmpty();
    }
}
