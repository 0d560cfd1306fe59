package dev.tertulia.messaging.channel.whatsapp;

import static dev.tertulia.messaging.channel.whatsapp.Webhooks.ACCOUNT;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.JSON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.LUCIA_PARTY;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.NOON;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.items;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.only;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.statuses;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.value;
import static dev.tertulia.messaging.channel.whatsapp.Webhooks.valueWithoutContacts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.inbound.AccountUpdated;
import dev.tertulia.messaging.inbound.CallUpdate;
import dev.tertulia.messaging.inbound.DeliveryStatus;
import dev.tertulia.messaging.inbound.Ignored;
import dev.tertulia.messaging.inbound.PaymentUpdated;
import dev.tertulia.messaging.inbound.ProviderError;
import dev.tertulia.messaging.inbound.StatusUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppStatusesTest {

    private static String status(String word, String members) {
        return """
            {"id": "wamid.S1", "status": "%s", "timestamp": "1746446400", "recipient_id": "34600000002"%s}""".formatted(word, members);
    }

    @ParameterizedTest
    @CsvSource({
        "sent, SENT",
        "delivered, DELIVERED",
        "read, READ",
        "played, READ",
        "failed, FAILED",
        "DELIVERED, DELIVERED"
    })
    void eachWordHasItsPlace(String word, DeliveryStatus expected) {
        StatusUpdate update = only(StatusUpdate.class, statuses(status(word, "")));

        assertThat(update.status()).isEqualTo(expected);
        assertThat(update.providerStatus()).isEqualTo(word);
    }

    @Test
    void statusBringsBackWhatWeSentAlongAndWhatItCosts() throws Exception {
        String billing = """
                "conversation": {"id": "cv1", "expiration_timestamp": "1746532800", "origin": {"type": "service"}},
                "pricing": {"billable": false, "pricing_model": "PMP", "category": "service"}""";

        assertThat(only(
                        StatusUpdate.class,
                        statuses(status("delivered", ", \"biz_opaque_callback_data\": \"msg-7\", " + billing))))
                .isEqualTo(new StatusUpdate(
                        ACCOUNT,
                        "wamid.S1",
                        DeliveryStatus.DELIVERED,
                        "delivered",
                        NOON,
                        new StatusUpdate.StatusRecipient("34600000002", null, null, null),
                        "msg-7",
                        "cv1",
                        Instant.parse("2025-05-06T12:00:00Z"),
                        "service",
                        false,
                        JSON.readTree("{" + billing + "}"),
                        List.of()));
    }

    @Test
    void failureSaysWhy() {
        StatusUpdate update = only(StatusUpdate.class, statuses(status("failed", """
                        , "errors": [{"code": "131049", "message": "Healthy ecosystem",
                          "error_data": {"details": "Not delivered"}}]""")));

        assertThat(update.errors()).containsExactly(new ProviderError("131049", "Healthy ecosystem", "Not delivered"));
    }

    @Test
    void placeholderTimesAreAbsent() {
        StatusUpdate update = only(StatusUpdate.class, statuses("""
                        {"id": "wamid.S1", "status": "sent", "timestamp": "TIMESTAMP",
                         "conversation": {"expiration_timestamp": "TIMESTAMP"}}"""));

        assertThat(update.providerTime()).isNull();
        assertThat(update.conversationExpiresAt()).isNull();
        assertThat(update.recipient()).isNull();
    }

    @Test
    void recipientMayBeAUserIdOrAMemberOfAGroup() {
        assertThat(only(
                                StatusUpdate.class,
                                statuses("{\"id\": \"w\", \"status\": \"sent\", \"recipient_user_id\": \"ES.5\"}"))
                        .recipient())
                .isEqualTo(new StatusUpdate.StatusRecipient("ES.5", "ES.5", null, null));
        assertThat(only(StatusUpdate.class, statuses("""
                                        {"id": "w", "status": "read", "recipient_id": "G1", "recipient_type": "group",
                                         "recipient_participant_id": "34600000002",
                                         "recipient_participant_user_id": "ES.55501"}""")).recipient())
                .isEqualTo(new StatusUpdate.StatusRecipient("G1", "ES.55501", "group", "34600000002"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"sent\"}",
                "{\"id\": \"w\"}",
                "{\"id\": \"w\", \"status\": \"deleted\"}",
                "{\"id\": \"w\", \"status\": {}}",
                "\"sent\"",
                "null"
            })
    void statusThatChangesNothingIsIgnored(String status) {
        assertThat(only(Ignored.class, statuses(status)).reason()).isNotBlank();
    }

    @Test
    void failedPaymentIsNotAFailedMessage() throws Exception {
        assertThat(only(
                        PaymentUpdated.class,
                        statuses(status(
                                "failed", ", \"type\": \"payment\", \"payment\": {\"reference_id\": \"pedido-1\"}"))))
                .isEqualTo(new PaymentUpdated(
                        ACCOUNT,
                        "wamid.S1",
                        "failed",
                        "34600000002",
                        "pedido-1",
                        NOON,
                        JSON.readTree("{\"reference_id\": \"pedido-1\"}")));
    }

    @Test
    void errorsBesideSeveralStatusesAreTheAccounts() {
        var items = items(value(
                "messages",
                "\"statuses\": [" + status("sent", "") + "," + status("failed", "")
                        + "], \"errors\": [{\"code\": 130429, \"title\": \"Rate limit hit\"}]"));

        assertThat(items).hasSize(3);
        assertThat(((StatusUpdate) items.get(1)).errors()).isEmpty();
        assertThat(((AccountUpdated) items.get(2)).errors())
                .containsExactly(new ProviderError("130429", "Rate limit hit", null));
    }

    @Test
    void errorBesideTheOnlyFailureIsItsReason() {
        StatusUpdate update = only(
                StatusUpdate.class,
                value("messages", "\"statuses\": [" + status("failed", "") + "], \"errors\": [{\"code\": 131026}]"));

        assertThat(update.errors()).containsExactly(new ProviderError("131026", null, null));
    }

    @Test
    void errorOfNoMessageIsTheAccounts() {
        AccountUpdated update = only(AccountUpdated.class, valueWithoutContacts("messages", """
                        "errors": [{"code": 130429, "title": "Rate limit hit",
                          "error_data": {"details": "Too many messages"}}]"""));

        assertThat(update.change()).isEqualTo("errors");
        assertThat(update.event()).isEqualTo("130429");
        assertThat(update.errors()).containsExactly(new ProviderError("130429", "Rate limit hit", "Too many messages"));
    }

    @Test
    void incomingCallConnects() {
        CallUpdate call = only(CallUpdate.class, value("calls", """
                        "calls": [{"id": "wacid.1", "from": "34600000002", "to": "34910000001", "event": "connect",
                          "direction": "USER_INITIATED", "timestamp": "1746446400",
                          "session": {"sdp_type": "offer", "sdp": "v=0"}}]"""));

        assertThat(call.event()).isEqualTo("connect");
        assertThat(call.fromBusiness()).isFalse();
        assertThat(call.customer()).isEqualTo(LUCIA_PARTY);
        assertThat(call.providerTime()).isEqualTo(NOON);
        assertThat(call.details().at("/session/sdp_type").asText()).isEqualTo("offer");
    }

    @Test
    void callOfOursEndsWithItsDurationAndReason() {
        CallUpdate call = only(CallUpdate.class, value("calls", """
                        "calls": [{"id": "wacid.1", "to": "34600000002", "from": "34910000001", "event": "terminate",
                          "timestamp": "1746446460", "status": "FAILED", "start_time": "1746446400",
                          "end_time": "1746446460", "duration": "60", "biz_opaque_callback_data": "call-7"}],
                        "errors": [{"code": 138000, "message": "Calling not enabled"}]"""));

        assertThat(call.fromBusiness()).isTrue();
        assertThat(call.customer()).isEqualTo(LUCIA_PARTY);
        assertThat(call.status()).isEqualTo("FAILED");
        assertThat(call.startedAt()).isEqualTo(NOON);
        assertThat(call.endedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(call.duration()).isEqualTo(Duration.ofMinutes(1));
        assertThat(call.callbackData()).isEqualTo("call-7");
        assertThat(call.errors()).containsExactly(new ProviderError("138000", "Calling not enabled", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RINGING", "ACCEPTED", "REJECTED"})
    void progressOfACallIsNotAMessagesStatus(String word) {
        CallUpdate call = only(
                CallUpdate.class,
                value(
                        "calls",
                        "\"statuses\": [{\"id\": \"wacid.2\", \"type\": \"call\", \"status\": \"" + word
                                + "\", \"recipient_id\": \"34600000002\", \"timestamp\": \"1746446400\"}]"));

        assertThat(call.event()).isEqualTo("status");
        assertThat(call.status()).isEqualTo(word);
        assertThat(call.fromBusiness()).isTrue();
        assertThat(call.customer()).isEqualTo(LUCIA_PARTY);
    }
}
