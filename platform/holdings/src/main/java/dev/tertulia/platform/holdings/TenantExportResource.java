package dev.tertulia.platform.holdings;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.tertulia.platform.events.EventsConfig;
import dev.tertulia.platform.security.CallerTenant;
import dev.tertulia.platform.security.CurrentCaller;
import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.ProblemException;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Gives a tenant out, to its owner and to those who run the installation: a tenant has a right to what is its own. */
@Path("/api/v1/tenant-exports")
@Tag(name = "tenant-exports")
public class TenantExportResource {
    private static final String NDJSON = "application/x-ndjson";

    private final TenantExport export;
    private final CurrentCaller caller;
    private final String service;

    TenantExportResource(TenantExport export, CurrentCaller caller, EventsConfig events) {
        this.export = export;
        this.caller = caller;
        this.service = events.service();
    }

    @GET
    @Path("{service}")
    @Produces(NDJSON)
    @PermissionsAllowed(Permission.TENANT_EXPORT)
    @Operation(
            operationId = "exportTenant",
            summary = "All that a service holds of the tenant",
            description =
                    "Lines of JSON: first a manifest, then each row of each table and each file in parts, last an end that"
                            + " says whether it is complete and counts the rows; without that line it is not. Rows are as the"
                            + " database has them, with secrets redacted. It is read while work goes on, so what changes meanwhile"
                            + " may be in it or not. Reading it to its end is recorded.")
    @APIResponse(
            responseCode = "200",
            description = "Lines of JSON.",
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "lines", value = """
                                    {"manifest":{"tenant":"panaderia-luna","service":"contact","startedAt":"2026-03-02T15:04:05Z"}}
                                    {"table":"contact","row":{"id":"0199a3c0-1f2e-7b1a-9c55-5d3f0a4b7e10","name":"Lucía"}}
                                    {"end":{"complete":true,"rows":{"contact":1},"files":0}}
                                    """)))
    @APIResponse(responseCode = "404", description = "not-found: there is no such service")
    public RestMulti<RawValue> export(
            @Parameter(description = "tenant, contact or messaging", example = "contact") String service) {
        if (!service.equals(this.service)) {
            throw ProblemException.of(CommonProblem.NOT_FOUND);
        }
        CallerTenant tenant = caller.get().requiredTenant();
        // They are JSON already.
        Multi<RawValue> lines = export.lines(tenant).map(RawValue::new);
        return RestMulti.fromMultiData(lines)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"%s-%s.ndjson\"".formatted(tenant.slug(), service))
                .header("Cache-Control", "no-store")
                .build();
    }
}
