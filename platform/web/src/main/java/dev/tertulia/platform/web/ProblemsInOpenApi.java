package dev.tertulia.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Describes the errors that every endpoint can answer with, so that none has to, and how its caller proves who it is.
 * What an endpoint says of a status by itself stays.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemsInOpenApi implements OASFilter {
    private static final String SECURITY_SCHEME = "passport";
    private static final String RETRY_AFTER = "Retry-After";

    /** What the problem extension describes, and nobody here answers with. */
    private static final Set<String> FOREIGN_SCHEMAS = Set.of("HttpProblem", "HttpValidationProblem", "Violation");

    private enum Error {
        BAD_REQUEST("400", "BadRequest", "It cannot be read: malformed JSON, a parameter or a cursor."),
        UNAUTHENTICATED("401", "Unauthenticated", "No valid credential came with it."),
        FORBIDDEN("403", "Forbidden", "The caller is not allowed to, or the feature is off."),
        NOT_FOUND("404", "NotFound", "There is no such thing, or it is not the caller's."),
        CONFLICT("409", "Conflict", "It does not go together with what is there."),
        STALE_VERSION("412", "StaleVersion", "It was changed since the version that If-Match names."),
        BODY_TOO_LARGE("413", "BodyTooLarge", "The body is too large."),
        UNSUPPORTED_MEDIA_TYPE("415", "UnsupportedMediaType", "The body's type is not supported."),
        VALIDATION_FAILED("422", "ValidationFailed", "Some fields are not valid; errors names them."),
        TOO_MANY_REQUESTS("429", "TooManyRequests", "Too many requests; try again after Retry-After."),
        UNAVAILABLE("503", "Unavailable", "Not available at the moment; try again after Retry-After.");

        private final String status;
        private final String component;
        private final String description;

        Error(String status, String component, String description) {
            this.status = status;
            this.component = component;
            this.description = description;
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        FOREIGN_SCHEMAS.forEach(components::removeSchema);
        components.addSchema("FieldError", fieldError());
        components.addSchema("Problem", problem());
        for (Error error : Error.values()) {
            components.addResponse(error.component, response(error));
        }
        components.setSecuritySchemes(Map.of(
                SECURITY_SCHEME,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")));
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SECURITY_SCHEME)));
        if (api.getPaths() != null) {
            api.getPaths().getPathItems().forEach(ProblemsInOpenApi::describe);
        }
    }

    private static void describe(String path, PathItem item) {
        item.getOperations().values().forEach(operation -> {
            if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
                // Quarkus names the scheme that it would have added.
                operation.setSecurity(null);
            }
            APIResponses responses =
                    operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
            operation.setResponses(responses);
            responses.getAPIResponses().forEach((status, said) -> {
                if (isError(status) && said.getRef() == null) {
                    said.setContent(problemContent());
                }
            });
            for (Error error : Error.values()) {
                if (canHappen(error, path, operation) && isUnsaid(responses.getAPIResponse(error.status))) {
                    responses.addAPIResponse(
                            error.status,
                            OASFactory.createAPIResponse().ref("#/components/responses/" + error.component));
                }
            }
        });
    }

    private static boolean isError(String status) {
        return status.startsWith("4") || status.startsWith("5");
    }

    /** Quarkus adds responses of no more than a status. */
    private static boolean isUnsaid(@Nullable APIResponse response) {
        return response == null
                || (response.getRef() == null
                        && (response.getDescription() == null
                                || response.getDescription().isBlank()));
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    private static boolean canHappen(Error error, String path, Operation operation) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        return switch (error) {
            case UNAUTHENTICATED, FORBIDDEN -> !open;
            case NOT_FOUND -> path.contains("{");
            case STALE_VERSION -> has(operation, "If-Match");
            case CONFLICT, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE -> operation.getRequestBody() != null;
            case VALIDATION_FAILED -> operation.getRequestBody() != null || operation.getParameters() != null;
            case BAD_REQUEST, TOO_MANY_REQUESTS, UNAVAILABLE -> true;
        };
    }

    private static boolean has(Operation operation, String header) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(header::equalsIgnoreCase);
    }

    private static APIResponse response(Error error) {
        APIResponse response =
                OASFactory.createAPIResponse().description(error.description).content(problemContent());
        if (error == Error.TOO_MANY_REQUESTS || error == Error.UNAVAILABLE) {
            Header seconds = OASFactory.createHeader()
                    .description("In how many seconds to try again.")
                    .schema(schema(Schema.SchemaType.INTEGER));
            response.addHeader(RETRY_AFTER, seconds);
        }
        return response;
    }

    private static Schema problem() {
        Map<String, Schema> members = new LinkedHashMap<>();
        members.put("type", text("Which kind of problem: /problems/ and its name.", "/problems/validation-failed"));
        members.put("title", text("The kind in words.", "Some fields are not valid"));
        members.put(
                "status",
                schema(Schema.SchemaType.INTEGER)
                        .description("The HTTP status.")
                        .addExample(422));
        members.put("detail", text("What to do about this one.", "Correct what errors names, and send it again."));
        members.put(
                "traceId",
                text(
                        "The request's id, also in X-Request-Id. Name it when asking for help.",
                        "0199b0c6-9a44-7c15-8d2e-5f3b7a9c1e20"));
        members.put(
                "errors",
                schema(Schema.SchemaType.ARRAY)
                        .description("What is wrong with which field.")
                        .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")));
        return schema(Schema.SchemaType.OBJECT)
                .description("An error, as RFC 9457 has it. Some kinds have members of their own.")
                .properties(members)
                .required(List.of("type", "title", "status"));
    }

    private static Schema fieldError() {
        Map<String, Schema> members = new LinkedHashMap<>();
        members.put("field", text("Its path in the JSON; empty for the whole.", "links[1].url"));
        members.put("message", text("What would be right.", "must not be blank"));
        return schema(Schema.SchemaType.OBJECT).properties(members).required(List.of("field", "message"));
    }

    private static Schema text(String description, @Nullable String example) {
        Schema text = schema(Schema.SchemaType.STRING).description(description);
        return example == null ? text : text.addExample(example);
    }

    private static Schema schema(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
