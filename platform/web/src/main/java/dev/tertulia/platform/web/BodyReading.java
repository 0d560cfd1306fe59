package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says what is wrong with a request's body while it is known that it is the request's: later on, a failure to read JSON
 * could as well be ours.
 */
@Provider
@Singleton
public class BodyReading implements ReaderInterceptor {
    private final long maxBodyBytes;

    BodyReading(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "10M") MemorySize serverMax,
            @ConfigProperty(name = "tertulia.web.max-body-size") Optional<MemorySize> maxBody) {
        maxBodyBytes = maxBody.orElse(serverMax).asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) {
        // Who takes the stream itself reads as much of it as it wants.
        if (!InputStream.class.equals(context.getType())) {
            context.setInputStream(new BoundedBody(context.getInputStream(), maxBodyBytes));
        }
        Object body;
        try {
            body = context.proceed();
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        } catch (IOException e) {
            // The rest of it did not come in time, or the client has gone and will not see the answer.
            throw ProblemException.of(CommonProblem.REQUEST_TIMEOUT);
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException unreadable) {
                throw JsonProblems.of(unreadable);
            }
            throw e;
        }
        if (body == null && Arrays.stream(context.getAnnotations()).noneMatch(OptionalBody.class::isInstance)) {
            throw ProblemException.of(CommonProblem.BODY_MISSING);
        }
        return body;
    }
}
