package dev.tertulia.messaging.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares a template that is to be sent with what the provider has approved, before it is tried. */
@ApplicationScoped
public class TemplateCheck {
    private static final String APPROVED = "approved";
    private static final String NAME = "template.name";
    private static final String COMPONENTS = "template.components";

    private final TemplateRepository templates;

    TemplateCheck(TemplateRepository templates) {
        this.templates = templates;
    }

    /**
     * The template as the customer will see it: header, body, footer and buttons, with the values in their places. Fails
     * with a 422 that says what to give where it is not approved or values are missing; empty where the account's
     * templates were never read, so that the provider has to tell.
     *
     * @param components the values, as the provider wants them; null for none
     */
    public Uni<Optional<JsonObject>> rendered(
            SqlConnection connection, UUID channel, String name, String language, @Nullable JsonNode components) {
        return templates
                .known(connection, channel, name, language)
                .map(found -> found.map(known -> rendered(known, components)));
    }

    private static JsonObject rendered(TemplateRepository.Known known, @Nullable JsonNode components) {
        TemplateParts parts = known.parts();
        if (parts == null) {
            throw ProblemException.invalid(
                    NAME, "There is no such template in this language: read the templates anew if it was just made");
        }
        if (!APPROVED.equals(known.status())) {
            throw ProblemException.invalid(
                    NAME, "This template is " + known.status() + ": choose one that is approved");
        }
        List<FieldError> errors = errors(parts, components);
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
        return render(parts, components);
    }

    static List<FieldError> errors(TemplateParts parts, @Nullable JsonNode components) {
        List<FieldError> errors = new ArrayList<>();
        TemplateParts.Header header = parts.header();
        if (header != null) {
            int wanted = header.isText() ? header.variables().size() : 1;
            compare(errors, "header", wanted, component(components, "header", -1), header.variables());
        }
        compare(
                errors,
                "body",
                parts.body().variables().size(),
                component(components, "body", -1),
                parts.body().variables());
        for (int n = 0; n < parts.buttons().size(); n++) {
            TemplateParts.Button button = parts.buttons().get(n);
            if (!button.variables().isEmpty()) {
                compare(
                        errors,
                        "button " + n,
                        button.variables().size(),
                        component(components, "button", n),
                        button.variables());
            }
        }
        return errors;
    }

    private static void compare(
            List<FieldError> errors, String what, int wanted, @Nullable JsonNode component, List<String> variables) {
        int given = component == null ? 0 : component.path("parameters").size();
        if (given != wanted) {
            String which = variables.isEmpty() ? "" : ", for " + String.join(", ", variables);
            errors.add(new FieldError(
                    COMPONENTS,
                    "Give " + wanted + (wanted == 1 ? " value" : " values") + " for the " + what + which
                            + ": there are " + given));
        }
    }

    private static @Nullable JsonNode component(@Nullable JsonNode components, String type, int index) {
        if (components != null) {
            for (JsonNode component : components) {
                if (component.path("type").asText().equalsIgnoreCase(type)
                        && (index < 0 || component.path("index").asInt(-1) == index)) {
                    return component;
                }
            }
        }
        return null;
    }

    static JsonObject render(TemplateParts parts, @Nullable JsonNode components) {
        JsonObject rendered = new JsonObject();
        TemplateParts.Header header = parts.header();
        if (header != null) {
            JsonObject shown = new JsonObject().put("format", header.format());
            if (header.text() != null) {
                shown.put(
                        "text",
                        TemplateParts.filled(header.text(), header.variables(), component(components, "header", -1)));
            }
            rendered.put("header", shown);
        }
        rendered.put(
                "body",
                TemplateParts.filled(parts.body().text(), parts.body().variables(), component(components, "body", -1)));
        if (parts.footer() != null) {
            rendered.put("footer", parts.footer());
        }
        JsonArray buttons = new JsonArray();
        for (int n = 0; n < parts.buttons().size(); n++) {
            buttons.add(button(parts.buttons().get(n), component(components, "button", n)));
        }
        return rendered.put("buttons", buttons);
    }

    private static JsonObject button(TemplateParts.Button button, @Nullable JsonNode component) {
        JsonObject shown = new JsonObject().put("type", button.type());
        if (button.text() != null) {
            shown.put("text", button.text());
        }
        if (button.url() != null) {
            shown.put("url", TemplateParts.filled(button.url(), button.variables(), component));
        }
        if (button.phoneNumber() != null) {
            shown.put("phoneNumber", button.phoneNumber());
        }
        return shown;
    }
}
