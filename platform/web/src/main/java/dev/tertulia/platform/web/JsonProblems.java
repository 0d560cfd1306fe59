package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request's JSON, in the words of its sender: fields and positions, no classes and no values. */
final class JsonProblems {
    static final String NOT_SETTABLE = "is not a field that can be set here";

    private JsonProblems() {}

    static ProblemException of(JsonProcessingException failure) {
        if (failure.getCause() instanceof ProblemException problem) {
            return problem;
        }
        return switch (readingFailure(failure)) {
            // A number that is too large for its field was read well; it does not fit.
            case InputCoercionException tooLarge -> invalid(path(tooLarge), expected(tooLarge.getTargetType()));
            case StreamConstraintsException tooMuch ->
                malformed(tooMuch, "Too deeply nested, or a text, name or number is too long");
            case MismatchedInputException trailing
            when String.valueOf(trailing.getMessage()).startsWith("Trailing token") ->
                malformed(trailing, "Something follows the end of the JSON value");
            case JsonMappingException mismatch -> invalid(path(mismatch), expectation(mismatch));
            case JsonProcessingException unreadable -> malformed(unreadable, "This is not valid JSON");
        };
    }

    /** Jackson wraps what it cannot read into what it could not map. */
    private static JsonProcessingException readingFailure(JsonProcessingException failure) {
        return switch (failure.getCause()) {
            case StreamReadException unreadable -> unreadable;
            case StreamConstraintsException tooMuch -> tooMuch;
            case null, default -> failure;
        };
    }

    private static ProblemException malformed(JsonProcessingException failure, String what) {
        JsonLocation at = failure.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return ProblemException.of(CommonProblem.MALFORMED_BODY, what + where + ".");
    }

    private static ProblemException invalid(String field, String expectation) {
        return ProblemException.of(CommonProblem.VALIDATION_FAILED, null, List.of(new FieldError(field, expectation)));
    }

    private static String path(JsonMappingException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : mismatch.getPath()) {
            append(path, step.getFieldName(), step.getIndex());
        }
        return path.toString();
    }

    /** Where the parser stood. */
    private static String path(InputCoercionException failure) {
        StringBuilder path = new StringBuilder();
        if (failure.getProcessor() != null) {
            appendFromRoot(path, failure.getProcessor().getParsingContext());
        }
        return path.toString();
    }

    private static void appendFromRoot(StringBuilder path, JsonStreamContext step) {
        if (step.inRoot()) {
            return;
        }
        appendFromRoot(path, step.getParent());
        append(path, step.getCurrentName(), step.getCurrentIndex());
    }

    private static void append(StringBuilder path, @Nullable String field, int index) {
        if (field == null) {
            path.append('[').append(index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(field);
        }
    }

    private static String expectation(JsonMappingException mismatch) {
        return switch (mismatch) {
            case UnrecognizedPropertyException unknown -> NOT_SETTABLE;
            case InvalidFormatException format
            when format.getTargetType() == String.class && format.getValue() instanceof String ->
                "must not contain the character NUL";
            case MismatchedInputException wrong -> expected(wrong.getTargetType());
            case JsonMappingException wrapper
            when wrapper.getCause() instanceof InputCoercionException wrong -> expected(wrong.getTargetType());
            default -> "is not valid";
        };
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return "must be one of " + names(type);
        }
        if (type == String.class) {
            return "must be text";
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (isWhole(type)) {
            return "must be a whole number within its range";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        if (type == Duration.class) {
            return "must be an ISO 8601 duration, such as PT15M";
        }
        if (TemporalAccessor.class.isAssignableFrom(type)) {
            return type == Instant.class ? RequestInstant.EXPECTATION : "must be an ISO 8601 date or time";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "must be an object with its required fields";
        }
        return "is not valid";
    }

    private static boolean isWhole(Class<?> type) {
        return type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class
                || type == short.class
                || type == Short.class
                || type == byte.class
                || type == Byte.class
                || type == BigInteger.class;
    }

    private static String names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> JsonNames.of((Enum<?>) constant))
                .collect(Collectors.joining(", "));
    }
}
