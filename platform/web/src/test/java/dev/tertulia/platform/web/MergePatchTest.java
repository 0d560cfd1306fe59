package dev.tertulia.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The examples of RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}              | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
                "{\"a\":\"b\"}              | {\"b\":\"c\"}                   | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}              | {\"a\":null}                    | {}",
                "{\"a\":\"b\",\"b\":\"c\"}  | {\"a\":null}                    | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}            | {\"a\":\"c\"}                   | {\"a\":\"c\"}",
                "{\"a\":\"c\"}              | {\"a\":[\"b\"]}                 | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}      | {\"a\":{\"b\":\"d\",\"c\":null}}| {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}    | {\"a\":[1]}                     | {\"a\":[1]}",
                "[\"a\",\"b\"]              | [\"c\",\"d\"]                   | [\"c\",\"d\"]",
                "{\"a\":\"b\"}              | [\"c\"]                         | [\"c\"]",
                "{\"a\":\"foo\"}            | null                            | null",
                "{\"a\":\"foo\"}            | \"bar\"                         | \"bar\"",
                "{\"e\":null}               | {\"a\":1}                       | {\"e\":null,\"a\":1}",
                "[1,2]                      | {\"a\":\"b\",\"c\":null}        | {\"a\":\"b\"}",
                "{}                         | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void mergesAsTheRfcHasIt(String target, String patch, String result) throws JsonProcessingException {
        assertThat(MergePatch.merge(JSON.readTree(target), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
    }

    record Address(@Nullable String city) {}

    record Person(
            @Nullable String name,
            @Nullable Address address,
            @Nullable Map<String, String> custom) {}

    private static MergePatch<Person> patch(String changes) throws JsonProcessingException {
        ObjectMapper strict = JSON.copy().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new MergePatch<>(
                Person.class,
                (ObjectNode) JSON.readTree(changes),
                strict,
                Validation.buildDefaultValidatorFactory().getValidator());
    }

    private static final Person ANA = new Person("Ana", new Address("Cali"), Map.of("size", "M", "pet", "cat"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":null}                  | id",
                "{\"id\":7}                     | id",
                "{\"name\":\"Eva\",\"id\":null}  | id",
                "{\"address\":{\"street\":null}}| address.street"
            })
    void refusesWhatCannotBeSetBeItNull(String changes, String field) throws JsonProcessingException {
        MergePatch<Person> patch = patch(changes);

        assertThatThrownBy(() -> patch.apply(ANA))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.getParameters().get("errors"))
                                .isEqualTo(List.of(new FieldError(field, "is not a field that can be set here"))));
    }

    @Test
    void takesOutWhatIsNullAndAnyKeyOfAMap() throws JsonProcessingException {
        assertThat(patch("{\"name\":null,\"address\":{\"city\":null},\"custom\":{\"pet\":null,\"none\":null}}")
                        .apply(ANA))
                .isEqualTo(new Person(null, new Address(null), Map.of("size", "M")));
    }
}
