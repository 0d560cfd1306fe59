package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;

/**
 * How requests are read: more strictly than events, in which unknown fields must be let pass since their contracts grow.
 */
@Provider
@Singleton
public class RequestJson implements ContextResolver<ObjectMapper> {
    private final ObjectMapper strict;

    RequestJson(ObjectMapper mapper) {
        strict = mapper.copy()
                // A field twice is read differently by different programs: nobody should build on either reading.
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .registerModule(new SimpleModule("requests")
                        .addDeserializer(String.class, new RequestText())
                        .addDeserializer(Instant.class, new RequestInstant())
                        .addDeserializer(Duration.class, new RequestDuration()));
        StrictCoercions.apply(strict);
    }

    ObjectMapper mapper() {
        return strict;
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }
}
