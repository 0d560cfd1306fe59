package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Reads a part of a request, whose type only the rest of it tells, as strictly as whole bodies are read. */
@Singleton
public class RequestValues {
    private final ObjectMapper json;
    private final Validator validator;

    RequestValues(RequestJson json, Validator validator) {
        this.json = json.mapper();
        this.validator = validator;
    }

    /**
     * Fails with {@link CommonProblem#VALIDATION_FAILED} if a field is unknown, has the wrong type, or breaks a constraint
     * of {@code T}.
     */
    public <T> T read(JsonNode value, Class<T> type) {
        return read(json, validator, value, type);
    }

    static <T> T read(ObjectMapper json, Validator validator, JsonNode value, Class<T> type) {
        T read;
        try {
            read = json.treeToValue(value, type);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
        List<FieldError> errors = validator.validate(read).stream()
                .map(RequestValues::toError)
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
        return read;
    }

    private static FieldError toError(ConstraintViolation<?> violation) {
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }
}
