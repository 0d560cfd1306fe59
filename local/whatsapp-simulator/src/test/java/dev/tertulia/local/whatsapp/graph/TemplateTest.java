package dev.tertulia.local.whatsapp.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template REMINDER = new Template(
            json("{'name':'r','language':'es','components':[{'type':'BODY','text':'Hola {{1}}, a las {{2}}.'},"
                    + "{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Sí'}]}]}"));
    private static final Template OFFER = new Template(
            json(
                    "{'name':'o','language':'es','components':[{'type':'HEADER','format':'IMAGE'},{'type':'BODY','text':'{{nombre}}, {{oferta}}'}]}"));

    @Test
    void variablesAreFilledInOrder() {
        ObjectNode rendered = REMINDER.rendered(
                json(
                        "{'components':[{'type':'body','parameters':[{'type':'text','text':'Lucía'},{'type':'text','text':'10 $1'}]}]}"));

        assertThat(rendered.path("body").asText()).isEqualTo("Hola Lucía, a las 10 $1.");
        assertThat(rendered.path("buttons").get(0).path("text").asText()).isEqualTo("Sí");
    }

    @Test
    void oneParameterTooFewIs132000AndSaysHowMany() {
        GraphError error =
                refused(REMINDER, "{'components':[{'type':'body','parameters':[{'type':'text','text':'Lucía'}]}]}");

        assertThat(error.code()).isEqualTo(132000);
        assertThat(error.asStatusError().details())
                .isEqualTo("body: number of localizable_params (1) does not match the expected number of params (2)");
    }

    @Test
    void namedVariablesAreFilledByName() {
        ObjectNode rendered = OFFER.rendered(
                json(
                        "{'components':["
                                + "{'type':'header','parameters':[{'type':'image','image':{'link':'https://a.example/b.jpg'}}]},"
                                + "{'type':'body','parameters':[{'type':'text','parameter_name':'oferta','text':'20 %'},{'type':'text','parameter_name':'nombre','text':'Ana'}]}]}"));

        assertThat(rendered.path("body").asText()).isEqualTo("Ana, 20 %");
        assertThat(rendered.path("headerFormat").asText()).isEqualTo("image");
    }

    @Test
    void aVideoWhereAnImageBelongsIs132012() {
        GraphError error = refused(
                OFFER,
                "{'components':[{'type':'header','parameters':[{'type':'video','video':{'id':'1'}}]},"
                        + "{'type':'body','parameters':[{'type':'text','text':'a'},{'type':'text','text':'b'}]}]}");

        assertThat(error.code()).isEqualTo(132012);
    }

    @Test
    void anEmptyValueIs131008() {
        GraphError error = refused(
                REMINDER,
                "{'components':[{'type':'body','parameters':[{'type':'text','text':''},{'type':'text','text':'b'}]}]}");

        assertThat(error.code()).isEqualTo(131008);
    }

    private static GraphError refused(Template template, String message) {
        return catchThrowableOfType(GraphError.class, () -> template.rendered(json(message)));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
