package dev.tertulia.local.whatsapp.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundMessageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'to':'+34 600-111-222','text':{'body':'hola'}}",
                "{'to':'34600111222','type':'image','image':{'link':'https://a.example/b.jpg','caption':'c'}}",
                "{'to':'34600111222','type':'document','document':{'id':'1','filename':'a.pdf'}}",
                "{'to':'34600111222','type':'location','location':{'latitude':'40.4','longitude':-3.7}}",
                "{'to':'34600111222','type':'contacts','contacts':[{'name':{'formatted_name':'A B','first_name':'A'}}]}",
                "{'to':'34600111222','type':'reaction','reaction':{'message_id':'wamid.1','emoji':'👍'}}",
                "{'to':'34600111222','type':'reaction','reaction':{'message_id':'wamid.1','emoji':''}}",
                "{'to':'34600111222','type':'template','template':{'name':'a','language':{'code':'es'}}}",
                "{'to':'34600111222','type':'interactive','interactive':{'type':'BUTTON','body':{'text':'?'},"
                        + "'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'Sí'}}]}}}",
                "{'to':'34600111222','type':'interactive','interactive':{'type':'list','body':{'text':'?'},"
                        + "'action':{'button':'Ver','sections':[{'rows':[{'id':'1','title':'Uno'}]}]}}}"
            })
    void takesWhatMetaTakes(String body) {
        OutboundMessage message = OutboundMessage.read(json(body));

        assertThat(message.waId()).isEqualTo("34600111222");
        assertThat(message.part().isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "100    | {'text':{'body':'hola'}}",
                "131009 | {'to':'abc','text':{'body':'hola'}}",
                "131008 | {'to':'34600111222'}",
                "131008 | {'to':'34600111222','text':{}}",
                "131008 | {'to':'34600111222','text':{'body':''}}",
                "100    | {'to':'34600111222','type':'poem','poem':{}}",
                "100    | {'to':'34600111222','type':'image','image':{}}",
                "100    | {'to':'34600111222','type':'image','image':{'id':'1','link':'https://a.example/b'}}",
                "100    | {'to':'34600111222','type':'image','image':{'link':'file:///etc/passwd'}}",
                "100    | {'to':'34600111222','type':'audio','audio':{'id':'1','caption':'x'}}",
                "131009 | {'to':'34600111222','type':'location','location':{'latitude':91,'longitude':0}}",
                "131008 | {'to':'34600111222','type':'location','location':{'latitude':1}}",
                "131009 | {'to':'34600111222','type':'contacts','contacts':[]}",
                "131009 | {'to':'34600111222','type':'contacts','contacts':[{'name':{'formatted_name':'A'}}]}",
                "131009 | {'to':'34600111222','type':'reaction','reaction':{'message_id':'wamid.1','emoji':'ok'}}",
                "131008 | {'to':'34600111222','type':'template','template':{'name':'a'}}",
                "131009 | {'to':'34600111222','type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'a title that is too long'}}]}}}",
                "131009 | {'to':'34600111222','type':'interactive','interactive':{'type':'button','body':{'text':'?'},'action':{'buttons':[{'type':'reply','reply':{'id':'y','title':'A'}},{'type':'reply','reply':{'id':'y','title':'B'}}]}}}",
                "131008 | {'to':'34600111222','type':'interactive','interactive':{'type':'button','action':{'buttons':[]}}}",
                "100    | {'to':'34600111222','recipient_type':'crowd','text':{'body':'hola'}}",
            })
    void refusesWithMetasCode(int code, String body) {
        GraphError error = catchThrowableOfType(GraphError.class, () -> OutboundMessage.read(json(body)));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.httpStatus()).isEqualTo(400);
    }

    @Test
    void anActionMayBeWrittenAsAJsonString() {
        OutboundMessage message = OutboundMessage.read(
                json(
                        "{'to':'34600111222','type':'interactive','interactive':{'type':'button',"
                                + "'body':{'text':'?'},'action':'{\\\"buttons\\\":[{\\\"type\\\":\\\"reply\\\",\\\"reply\\\":{\\\"id\\\":\\\"1\\\",\\\"title\\\":\\\"A\\\"}}]}'}}"));

        assertThat(message.part().path("action").path("buttons").size()).isEqualTo(1);
    }

    @Test
    void textMayHave4096CharactersAndNotOneMore() {
        ObjectNode body = json("{'to':'34600111222','text':{}}");
        body.withObject("text").put("body", "é".repeat(4_096));
        assertThat(OutboundMessage.read(body).type()).isEqualTo("text");

        body.withObject("text").put("body", "é".repeat(4_097));
        GraphError error = catchThrowableOfType(GraphError.class, () -> OutboundMessage.read(body));
        assertThat(error.code()).isEqualTo(100);
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
