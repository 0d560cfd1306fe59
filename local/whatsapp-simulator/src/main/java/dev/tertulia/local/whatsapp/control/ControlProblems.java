package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
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
    public Response invalid(IllegalArgumentException invalid) {
        return answer(422, String.valueOf(invalid.getMessage()));
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof IllegalArgumentException invalid) {
            return invalid(invalid);
        }
        return answer(unreadable instanceof JsonMappingException ? 422 : 400, unreadable.getOriginalMessage());
    }

    private static Response answer(int status, String detail) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Map.of("status", status, "title", "The simulator cannot do that", "detail", detail))
                .build();
    }
}
