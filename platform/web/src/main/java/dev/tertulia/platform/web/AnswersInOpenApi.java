package dev.tertulia.platform.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says of each record that is only answered with which of its fields are always there: those that are not
 * {@link Nullable}. Generated clients would else take every field for one that may be absent. What also comes in is left as
 * its constraints describe it, since there a field that is not given may have a default.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class AnswersInOpenApi implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String OURS = "dev.tertulia.";
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName RECORD = DotName.createSimple(Record.class);

    private final Map<String, Map<DotName, ClassInfo>> records = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Set<String> answered = new HashSet<>();

    /** @param index of the program's classes */
    public AnswersInOpenApi(IndexView index) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (RECORD.equals(type.superName()) && type.name().toString().startsWith(OURS)) {
                // Some are indexed more than once.
                records.computeIfAbsent(schemaName(type), name -> new HashMap<>())
                        .put(type.name(), type);
            }
        }
    }

    private static String schemaName(ClassInfo type) {
        AnnotationInstance described = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = described == null ? null : described.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null || api.getPaths() == null) {
            return;
        }
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        api.getPaths()
                .getPathItems()
                .values()
                .forEach(path -> path.getOperations().values().forEach(operation -> collect(operation, schemas)));
        schemas.forEach((name, schema) -> {
            if (answered.contains(name) && !asked.contains(name)) {
                require(name, schema);
            }
        });
    }

    private void collect(Operation operation, Map<String, Schema> schemas) {
        if (operation.getRequestBody() != null) {
            collect(operation.getRequestBody().getContent(), schemas, asked);
        }
        if (operation.getResponses() != null) {
            for (APIResponse response :
                    operation.getResponses().getAPIResponses().values()) {
                collect(response.getContent(), schemas, answered);
            }
        }
    }

    private static void collect(@Nullable Content content, Map<String, Schema> schemas, Set<String> found) {
        if (content != null) {
            for (MediaType type : content.getMediaTypes().values()) {
                collect(type.getSchema(), schemas, found);
            }
        }
    }

    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            if (schema.getRef().startsWith(SCHEMAS) && found.add(name)) {
                collect(schemas.get(name), schemas, found);
            }
            return;
        }
        collect(schema.getItems(), schemas, found);
        collect(schema.getAdditionalPropertiesSchema(), schemas, found);
        of(schema.getAllOf()).forEach(part -> collect(part, schemas, found));
        of(schema.getAnyOf()).forEach(part -> collect(part, schemas, found));
        of(schema.getOneOf()).forEach(part -> collect(part, schemas, found));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, schemas, found));
        }
    }

    private static List<Schema> of(@Nullable List<Schema> parts) {
        return parts == null ? List.of() : parts;
    }

    private void require(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        Map<DotName, ClassInfo> types = records.getOrDefault(recordName(name), Map.of());
        // Two of one name cannot be told apart by it.
        if (types.size() != 1) {
            return;
        }
        for (RecordComponentInfo component : types.values().iterator().next().recordComponents()) {
            boolean there = schema.getProperties().containsKey(component.name());
            if (there && !component.type().hasAnnotation(NULLABLE) && !isRequired(schema, component.name())) {
                schema.addRequired(component.name());
            }
        }
    }

    /** A page is named after what is on it. */
    private String recordName(String schema) {
        String page = Page.class.getSimpleName();
        return !records.containsKey(schema) && schema.startsWith(page) ? page : schema;
    }

    private static boolean isRequired(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }
}
