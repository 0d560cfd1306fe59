package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes refusals as problem+json. */
class ControlProblems {

    @ServerExceptionMapper
    public Response refused(ControlProblem problem) {
        return answer(problem.status(), String.valueOf(problem.getMessage()));
    }

    @ServerExceptionMapper
    public Response invalid(InvalidValue invalid) {
        return answer(422, String.valueOf(invalid.getMessage()));
    }

    /** The framework has a mapper of its own for these, which says nothing. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    @ServerExceptionMapper
    public Response other(WebApplicationException other) {
        return other.getCause() instanceof JsonProcessingException unreadable
                ? unreadable(unreadable)
                : answer(
                        other.getResponse().getStatus(),
                        other.getResponse().getStatusInfo().getReasonPhrase());
    }

    private static Response unreadable(JsonProcessingException unreadable) {
        if (unreadable.getCause() instanceof InvalidValue invalid) {
            return answer(422, String.valueOf(invalid.getMessage()));
        }
        boolean readable = unreadable instanceof JsonMappingException;
        return answer(readable ? 422 : 400, unreadable.getOriginalMessage().replaceAll("\\(class [^)]*\\)", ""));
    }

    private static Response answer(int status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "The simulator cannot do that", "detail", detail))
                .build();
    }
}
