package dev.tertulia.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;

/** Reads the body of a PATCH. */
@Provider
@Singleton
@Consumes({MergePatchReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
public class MergePatchReader implements MessageBodyReader<MergePatch<?>> {
    static final String MERGE_PATCH = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatchReader(RequestJson json, Validator validator) {
        this.json = json.mapper();
        this.validator = validator;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch<?> readFrom(
            Class<MergePatch<?>> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> httpHeaders,
            InputStream entityStream)
            throws IOException {
        return read(changedType(genericType), entityStream);
    }

    private <T> MergePatch<T> read(Class<T> changed, InputStream body) throws IOException {
        JsonNode patch;
        try {
            patch = json.readTree(body);
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e);
        }
        if (patch.isMissingNode()) {
            throw ProblemException.of(CommonProblem.BODY_MISSING, "Send the fields to change as a JSON object.");
        }
        if (!(patch instanceof ObjectNode changes)) {
            throw ProblemException.of(
                    CommonProblem.VALIDATION_FAILED, null, List.of(new FieldError("", "must be an object")));
        }
        return new MergePatch<>(changed, changes, json, validator);
    }

    private static Class<?> changedType(Type genericType) {
        if (genericType instanceof ParameterizedType patch
                && patch.getActualTypeArguments()[0] instanceof Class<?> changed) {
            return changed;
        }
        throw new IllegalStateException("A resource method must say what its MergePatch changes: " + genericType);
    }
}
