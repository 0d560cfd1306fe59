package dev.tertulia.platform.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters as JSON bodies are read: enums by their names in JSON, and what cannot be read is a 400 that names the
 * parameter. In a path it is a 404, since no such thing can exist.
 */
@Provider
public class RequestParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Reading> READINGS = Map.of(
            UUID.class, new Reading(RequestParameters::uuid, "must be a UUID"),
            Integer.class, new Reading(Integer::valueOf, "must be a whole number"),
            int.class, new Reading(Integer::valueOf, "must be a whole number"),
            Long.class, new Reading(Long::valueOf, "must be a whole number"),
            long.class, new Reading(Long::valueOf, "must be a whole number"),
            Boolean.class, new Reading(RequestParameters::bool, "must be true or false"),
            boolean.class, new Reading(RequestParameters::bool, "must be true or false"),
            Instant.class, new Reading(RequestInstant::parse, RequestInstant.EXPECTATION));

    private record Reading(Function<String, Object> read, String expectation) {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        Reading reading = type.isEnum() ? enumReading(type) : READINGS.get(type);
        return reading == null ? null : new Converter<>(reading, annotations);
    }

    private static Reading enumReading(Class<?> type) {
        Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(constant -> JsonNames.of((Enum<?>) constant), Function.identity()));
        return new Reading(
                name -> {
                    Object constant = constants.get(name);
                    if (constant == null) {
                        throw new IllegalArgumentException("No such constant");
                    }
                    return constant;
                },
                "must be one of " + constants.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }

    /** {@link UUID#fromString} also takes what no other program would. */
    private static UUID uuid(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return UUID.fromString(text);
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Not a boolean");
        };
    }

    private static final class Converter<T> implements ParamConverter<T> {
        private final Reading reading;
        private final Annotation[] annotations;

        Converter(Reading reading, Annotation[] annotations) {
            this.reading = reading;
            this.annotations = annotations;
        }

        @Override
        @SuppressWarnings("unchecked") // Each type is listed with a function that gives just that type.
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return (T) reading.read().apply(value);
            } catch (RuntimeException e) {
                throw unreadable();
            }
        }

        private ProblemException unreadable() {
            if (ParameterNames.isInPath(annotations)) {
                return ProblemException.of(CommonProblem.NOT_FOUND);
            }
            String name = ParameterNames.of(annotations).orElse("");
            return ProblemException.of(
                    CommonProblem.INVALID_PARAMETER, null, List.of(new FieldError(name, reading.expectation())));
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
