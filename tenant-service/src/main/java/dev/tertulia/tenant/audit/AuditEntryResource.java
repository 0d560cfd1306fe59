package dev.tertulia.tenant.audit;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.OptionalBody;
import dev.tertulia.platform.web.Page;
import dev.tertulia.platform.web.PageRequest;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What was done in the caller's tenant, by whom. */
@Path("/api/v1/audit-entries")
@PermissionsAllowed(Permission.AUDIT_READ)
@Tag(name = "audit")
public class AuditEntryResource {
    private static final String CSV = "text/csv";

    private final AuditService audit;
    private final AuditExport export;
    private final ChainVerification verification;

    AuditEntryResource(AuditService audit, AuditExport export, ChainVerification verification) {
        this.audit = audit;
        this.export = export;
        this.verification = verification;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "Who did what, newest first",
            description = "Of all services, in the order in which it happened. An entry comes a moment after what it"
                    + " tells of.")
    public Uni<Page<AuditEntryView>> list(@BeanParam PageRequest page, @Valid @BeanParam AuditFilter filter) {
        return audit.page(page, filter);
    }

    @GET
    @Path("{sequence}")
    @Operation(operationId = "getAuditEntry", summary = "One entry, by its number")
    @APIResponse(
            responseCode = "200",
            description = "The entry.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AuditEntryView.class)))
    @APIResponse(responseCode = "404", description = "audit-entry-not-found")
    public Uni<AuditEntryView> get(@RestPath long sequence) {
        return audit.get(sequence);
    }

    @GET
    @Path("export")
    @Produces(CSV)
    @Operation(
            operationId = "exportAuditEntries",
            summary = "The entries as CSV",
            description = "In UTF-8 with a byte order mark, newest first, with the filters of the list; the last 30"
                    + " days if no time is given. The export itself is in the audit.")
    @APIResponse(
            responseCode = "200",
            description = "A line for each entry.",
            content =
                    @Content(
                            mediaType = CSV,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "lines", value = "sequence,happenedAt,…\r\n4711,2026-…")))
    @APIResponse(responseCode = "422", description = "validation-failed: more time than is exported at once")
    public Multi<String> export(@Valid @BeanParam AuditFilter filter) {
        return RestMulti.fromUniResponse(
                export.begin(filter),
                lines -> lines,
                lines -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"audit.csv\""),
                        HttpHeaders.CONTENT_TYPE, List.of(CSV + ";charset=UTF-8")));
    }

    @POST
    @Path("verify")
    @Operation(
            operationId = "verifyAudit",
            summary = "Verify that nobody has tampered with the audit",
            description =
                    "Looks through the chain from its first entry that is kept, for some seconds: while the answer"
                            + " is not complete, ask again from its `next`. Give the sequence and hash that you kept of an entry"
                            + " to have it compared.")
    @RequestBody(
            required = false,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationRequest.class),
                            examples = {
                                @ExampleObject(name = "all", value = "{}"),
                                @ExampleObject(name = "goOn", value = "{\"from\":250001}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "What was found.",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = VerificationResponse.class),
                            examples =
                                    @ExampleObject(
                                            name = "removed",
                                            value =
                                                    "{\"holds\":false,\"complete\":true,\"entries\":4709,\"from\":1,\"to\":4711,"
                                                            + "\"problems\":[{\"kind\":\"removed\",\"sequence\":42,\"lastSequence\":43}],"
                                                            + "\"head\":{\"sequence\":4711,\"hash\":\"5f1d…\"}}")))
    @APIResponse(responseCode = "422", description = "validation-failed")
    @APIResponse(responseCode = "429", description = "verifications-under-way: come again after Retry-After")
    public Uni<VerificationResponse> verify(@OptionalBody @Valid @Nullable VerificationRequest request) {
        return verification.verify(request == null ? VerificationRequest.OF_ALL : request);
    }
}
