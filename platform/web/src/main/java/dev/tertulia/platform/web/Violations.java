package dev.tertulia.platform.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** What bean validation found, in the words of the request. */
final class Violations {
    private Violations() {}

    static ProblemException toProblem(ConstraintViolationException failure) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : failure.getConstraintViolations()) {
            if (isOurOwnFault(violation)) {
                return ProblemException.of(CommonProblem.INTERNAL_ERROR);
            }
            errors.add(new FieldError(field(violation), violation.getMessage()));
        }
        errors.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::message));
        return ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
    }

    /** An answer that breaks its own constraints. */
    private static boolean isOurOwnFault(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String field(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.MethodNode method = nodes.next().as(Path.MethodNode.class);
        Path.Node parameter = nodes.next();
        StringBuilder field = new StringBuilder();
        while (nodes.hasNext()) {
            append(field, nodes.next());
        }
        return field.isEmpty() && parameter.getKind() == ElementKind.PARAMETER
                ? parameterName(violation.getRootBeanClass(), method, parameter.as(Path.ParameterNode.class))
                : field.toString();
    }

    private static void append(StringBuilder field, Path.Node node) {
        if (node.isInIterable()) {
            Object place = node.getIndex() != null ? node.getIndex() : node.getKey();
            field.append('[').append(place == null ? "" : place).append(']');
        }
        boolean named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
        if (named) {
            field.append(field.isEmpty() ? "" : ".").append(node.getName());
        }
    }

    /** The name that the caller uses: the one in the query, path or header, not the Java parameter's. */
    private static String parameterName(Class<?> resource, Path.MethodNode method, Path.ParameterNode parameter) {
        for (Class<?> declaring = resource; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method candidate : declaring.getDeclaredMethods()) {
                if (candidate.getName().equals(method.getName())
                        && List.of(candidate.getParameterTypes()).equals(method.getParameterTypes())) {
                    Annotation[] annotations = candidate.getParameterAnnotations()[parameter.getParameterIndex()];
                    return ParameterNames.of(annotations).orElse(parameter.getName());
                }
            }
        }
        return parameter.getName();
    }
}
