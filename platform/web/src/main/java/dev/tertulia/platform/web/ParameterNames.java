package dev.tertulia.platform.web;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How the caller calls a parameter. */
final class ParameterNames {
    private ParameterNames() {}

    static Optional<String> of(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .map(ParameterNames::nameIn)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    static boolean isInPath(Annotation[] annotations) {
        return Arrays.stream(annotations)
                .anyMatch(annotation -> annotation instanceof PathParam || annotation instanceof RestPath);
    }

    private static String nameIn(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> query.value();
            case RestQuery query -> query.value();
            case PathParam path -> path.value();
            case RestPath path -> path.value();
            case HeaderParam header -> header.value();
            case RestHeader header -> header.value();
            case FormParam form -> form.value();
            case RestForm form -> form.value();
            case CookieParam cookie -> cookie.value();
            default -> "";
        };
    }
}
