package dev.tertulia.messaging.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Failed;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.HoldChannel;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.RetryLater;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Scope;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Sent;
import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Unknown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphAnswerReaderTest {

    private final GraphAnswerReader reader = new GraphAnswerReader(Webhooks.JSON);

    private GraphAnswer read(int status, String body) {
        return read(status, body, Map.of());
    }

    private GraphAnswer read(int status, String body, Map<String, String> headers) {
        return reader.read(status, body.getBytes(StandardCharsets.UTF_8), headers::get);
    }

    private static String error(int code) {
        return "{\"error\": {\"message\": \"(#" + code + ") Title\", \"code\": " + code + "}}";
    }

    @Test
    void acceptedMessageHasItsIdAndTheNumberAsMetaWritesIt() {
        assertThat(read(200, """
                        {"messaging_product": "whatsapp", "contacts": [{"input": "+34 600", "wa_id": "34600 "}],
                         "messages": [{"id": "wamid.X", "message_status": "accepted"}]}""")).isEqualTo(new Sent(List.of("wamid.X"), "34600", null, null));
    }

    @Test
    void acceptedMessageMayBeHeldBack() {
        assertThat(read(200, """
                        {"messages": [{"id": "wamid.X", "message_status": "held_for_quality_assessment"}]}""")).isEqualTo(new Sent(List.of("wamid.X"), null, null, "held_for_quality_assessment"));
    }

    @Test
    void acceptedWithoutAnIdIsAccepted() {
        assertThat(read(200, "{\"success\": true}")).isEqualTo(new Sent(List.of(), null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Welcome</html>", "[]", "{\"messages\""})
    void acceptanceThatIsNotMetasTellsNothing(String body) {
        assertThat(read(200, body)).isInstanceOf(Unknown.class);
    }

    @Test
    void errorInsideOfASuccessIsAnError() {
        assertThat(read(200, error(131047))).isInstanceOf(Failed.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500})
    void theCodeDecidesAndNotTheStatus(int status) {
        assertThat(read(status, error(130429)))
                .isInstanceOfSatisfying(
                        RetryLater.class, retry -> assertThat(retry.scope()).isEqualTo(Scope.CHANNEL));
        assertThat(read(status, error(131047))).isInstanceOf(Failed.class);
        assertThat(read(status, error(190))).isInstanceOf(HoldChannel.class);
    }

    @ParameterizedTest
    @CsvSource({
        "4, CHANNEL",
        "80007, CHANNEL",
        "130429, CHANNEL",
        "131048, CHANNEL",
        "131056, RECIPIENT",
        "131057, CHANNEL",
        "133016, CHANNEL",
        "1, MESSAGE",
        "2, MESSAGE",
        "131000, MESSAGE",
        "131016, MESSAGE"
    })
    void whatPassesIsTriedAgain(int code, Scope scope) {
        assertThat(read(400, error(code)))
                .isInstanceOfSatisfying(
                        RetryLater.class, retry -> assertThat(retry.scope()).isEqualTo(scope));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 33, 102, 190, 200, 299, 368, 131005, 131031, 131037, 131042, 131045, 133010})
    void whatConcernsAllMessagesHoldsTheChannel(int code) {
        assertThat(read(400, error(code))).isInstanceOfSatisfying(HoldChannel.class, hold -> {
            assertThat(hold.error().code()).isEqualTo(String.valueOf(code));
            assertThat(hold.advice()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                100, 130472, 130497, 131008, 131009, 131021, 131026, 131030, 131047, 131049, 131050, 131051, 131053,
                132000, 132001, 132005, 132007, 132012, 132015, 132016, 135000, 199999
            })
    void whatWouldFailAgainFails(int code) {
        assertThat(read(400, error(code))).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(new GraphError(String.valueOf(code), null, "Title", null));
            assertThat(failed.advice()).isNotBlank();
        });
    }

    @Test
    void errorIsGivenWhole() {
        GraphAnswer answer = read(400, """
                {"error": {"message": "(#132001) Template name does not exist", "code": "132001",
                  "error_subcode": 2494073, "error_data": {"details": "cita does not exist in es_CO"}}}""");

        assertThat(((Failed) answer).error())
                .isEqualTo(new GraphError(
                        "132001", "2494073", "Template name does not exist", "cita does not exist in es_CO"));
    }

    @Test
    void unknownObjectIsTheChannelsFault() {
        assertThat(read(400, "{\"error\": {\"code\": 100, \"error_subcode\": 33, \"message\": \"Unsupported post\"}}"))
                .isInstanceOf(HoldChannel.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http code 429, true",
        "http code 503, true",
        "Request timed out, true",
        "http code 404, false",
        "Unsupported mime type, false"
    })
    void linkedFileIsTriedAgainWhenItsHostWasBusy(String detail, boolean again) {
        GraphAnswer answer = read(
                400,
                "{\"error\": {\"code\": 131053, \"error_data\": {\"details\": \"Downloading failed with " + detail
                        + "\"}}}");

        assertThat(answer instanceof RetryLater).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"400, Failed", "403, Failed", "404, Failed", "302, Failed", "401, HoldChannel", "429, RetryLater"})
    void refusalWithoutAnErrorWasNotSent(int status, String expected) {
        for (String body : List.of("", "{}", "{\"error\": {}}", "{\"error\": \"no\"}", "<html>")) {
            assertThat(read(status, body).getClass().getSimpleName()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void breakdownWithoutAnErrorTellsNothing(int status) {
        assertThat(read(status, "<html>Bad gateway</html>")).isInstanceOf(Unknown.class);
        assertThat(read(status, "{}")).isInstanceOf(Unknown.class);
    }

    @Test
    void breakdownWithAnErrorThatIsNotDocumentedTellsNothing() {
        assertThat(read(500, error(199999))).isInstanceOf(Unknown.class);
        assertThat(read(500, "{\"error\": {\"message\": \"?\"}}")).isInstanceOf(Unknown.class);
    }

    @Test
    void errorThatMetaCallsTransientIsTriedAgain() {
        assertThat(read(500, "{\"error\": {\"code\": 199999, \"is_transient\": true}}"))
                .isInstanceOf(RetryLater.class);
    }

    @Test
    void waitIsTakenFromTheAnswer() {
        assertThat(after(read(429, "", Map.of("Retry-After", "30")))).isEqualTo(Duration.ofSeconds(30));
        assertThat(after(read(400, error(131056), Map.of("Retry-After", "30")))).isEqualTo(Duration.ofSeconds(30));
        assertThat(after(read(400, error(131056)))).isEqualTo(Duration.ofSeconds(6));
        assertThat(after(read(429, "", Map.of("Retry-After", "999999999")))).isEqualTo(Duration.ofDays(1));
        assertThat(after(read(429, "", Map.of("Retry-After", "soon")))).isNull();
        assertThat(after(read(
                        400,
                        error(80007),
                        Map.of(
                                "X-Business-Use-Case-Usage",
                                "{\"900\": [{\"type\": \"whatsapp\", \"estimated_time_to_regain_access\": 7}]}"))))
                .isEqualTo(Duration.ofMinutes(7));
        assertThat(after(read(400, error(80007), Map.of("X-Business-Use-Case-Usage", "[1"))))
                .isNull();
    }

    private static @Nullable Duration after(GraphAnswer answer) {
        return ((RetryLater) answer).after();
    }

    @Test
    void onlyWhatWasNeverConnectedIsTriedAgain() {
        assertThat(GraphAnswer.notConnected()).isInstanceOf(RetryLater.class);
        assertThat(GraphAnswer.noAnswer()).isInstanceOf(Unknown.class);
    }
}
