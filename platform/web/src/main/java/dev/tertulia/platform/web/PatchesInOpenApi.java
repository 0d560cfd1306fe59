package dev.tertulia.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes a {@link MergePatch} as what its sender writes: any of the fields that can be changed, and none required. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class PatchesInOpenApi implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PATCH = MergePatch.class.getSimpleName();

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            if (name.startsWith(PATCH)) {
                changed(schema, schemas).ifPresent(fields -> api.getComponents().addSchema(name, patch(fields)));
            }
        });
    }

    @Override
    public Operation filterOperation(Operation operation) {
        Content content = operation.getRequestBody() == null
                ? null
                : operation.getRequestBody().getContent();
        MediaType json = content == null ? null : content.getMediaType("application/json");
        if (content != null && isPatch(json)) {
            content.addMediaType(MergePatchReader.MERGE_PATCH, json);
        }
        return operation;
    }

    private static boolean isPatch(@Nullable MediaType json) {
        return json != null
                && json.getSchema() != null
                && json.getSchema().getRef() != null
                && json.getSchema().getRef().startsWith(SCHEMAS + PATCH);
    }

    /** The schema of T, which stands for the patch's one visible field. */
    private static Optional<Schema> changed(Schema patch, Map<String, Schema> schemas) {
        Schema fields =
                patch.getProperties() == null ? null : patch.getProperties().get("fields");
        if (fields == null || fields.getRef() == null) {
            return Optional.ofNullable(fields);
        }
        return Optional.ofNullable(schemas.get(fields.getRef().substring(SCHEMAS.length())));
    }

    private static Schema patch(Schema fields) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("JSON Merge Patch (RFC 7396): what is absent stays, null removes.")
                .properties(fields.getProperties());
    }
}
