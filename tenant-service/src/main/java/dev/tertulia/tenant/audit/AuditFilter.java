package dev.tertulia.tenant.audit;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; all of it must hold. Resource methods take it as {@code @BeanParam}. */
public class AuditFilter {
    @QueryParam("actor")
    @Parameter(description = "Who did it: the id of a user, of a member or of an API key.")
    @Nullable
    UUID actor;

    @QueryParam("actorType")
    @Parameter(description = "What did it: user, api-key or system.", example = "user")
    @Size(max = 300)
    @Nullable
    String actorType;

    @QueryParam("action")
    @Parameter(
            description = "What was done: created, updated, deleted, or another word such as signed-in or entered.",
            example = "updated")
    @Size(max = 300)
    @Nullable
    String action;

    @QueryParam("resourceType")
    @Parameter(description = "To which kind of thing, such as member.", example = "member")
    @Size(max = 300)
    @Nullable
    String resourceType;

    @QueryParam("resourceId")
    @Parameter(description = "To which thing.")
    @Size(max = 300)
    @Nullable
    String resourceId;

    @QueryParam("requestId")
    @Parameter(description = "What one request caused, in all services: its X-Request-Id.")
    @Size(max = 300)
    @Nullable
    String requestId;

    @QueryParam("from")
    @Parameter(description = "What happened then or later.", example = "2026-03-01T00:00:00Z")
    @Nullable
    Instant from;

    @QueryParam("to")
    @Parameter(description = "What happened before.", example = "2026-04-01T00:00:00Z")
    @Nullable
    Instant to;

    /** For JAX-RS, which then fills it in. */
    public AuditFilter() {}
}
