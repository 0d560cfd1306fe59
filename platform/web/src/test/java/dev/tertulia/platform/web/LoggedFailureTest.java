package dev.tertulia.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.pgclient.PgException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LoggedFailureTest {
    private static final String PHONE = "+573115552040";

    @Test
    void whatTheDatabaseQuotesStaysOut() {
        PgException taken = new PgException(
                "duplicate key value violates unique constraint", "ERROR", "23505", "Key (phone)=(" + PHONE + ")");
        String logged = logged(new CompletionException(new IllegalStateException("Saving failed: " + taken, taken)));
        assertThat(logged)
                .doesNotContain(PHONE)
                .contains("CompletionException", "IllegalStateException", "PgException", "SQLSTATE 23505")
                .contains("LoggedFailureTest.whatTheDatabaseQuotesStaysOut");
    }

    @Test
    void whatJsonQuotesStaysOut() {
        try {
            new ObjectMapper().readValue("\"" + PHONE + "\"", Integer.class);
        } catch (JsonProcessingException e) {
            assertThat(e.getMessage()).contains(PHONE);
            assertThat(logged(e)).doesNotContain(PHONE).contains(e.getClass().getName());
        }
    }

    @Test
    void otherMessagesStay() {
        assertThat(logged(new IllegalStateException("No tenant is bound"))).contains("No tenant is bound");
        assertThat(LoggedFailure.summary(null)).isEqualTo("no cause known");
    }

    @Test
    void aCircleOfCausesEnds() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        assertThat(logged(first)).contains("first", "second");
    }

    private static String logged(Throwable failure) {
        StringWriter text = new StringWriter();
        LoggedFailure.of(failure).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
