package dev.tertulia.local.whatsapp.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tertulia.local.whatsapp.journal.Journal;
import dev.tertulia.local.whatsapp.journal.Journaled;
import dev.tertulia.local.whatsapp.number.InvalidValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message templates of each WhatsApp Business Account. Every account starts with a few samples. */
@ApplicationScoped
public class Templates implements Journaled {

    private static final int MOST_PER_ACCOUNT = 6_000;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");

    private record Key(String name, String language) {}

    private final Map<String, Map<Key, Template>> byAccount = new ConcurrentHashMap<>();
    private final AtomicLong nextId =
            new AtomicLong(ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 2_000_000_000_000_000L));
    private final List<ObjectNode> samples = new ArrayList<>();
    private final Journal journal;

    Templates(ObjectMapper json, Journal journal) {
        this.journal = journal;
        try (InputStream in = Templates.class.getResourceAsStream("/sample-templates.json")) {
            json.readTree(in).forEach(sample -> samples.add((ObjectNode) sample));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All templates of an account, in the order of their creation. */
    List<Template> list(String wabaId) {
        Map<Key, Template> templates = account(wabaId);
        synchronized (templates) {
            return List.copyOf(templates.values());
        }
    }

    @Nullable
    Template find(String wabaId, String name, String language) {
        Map<Key, Template> templates = account(wabaId);
        synchronized (templates) {
            return templates.get(new Key(name, language));
        }
    }

    /** Creates or replaces a template; throws {@link GraphError} on one without name, language or body. */
    Template put(String wabaId, ObjectNode json) {
        if (!NAME.matcher(json.path("name").asText()).matches()) {
            throw GraphError.parameter("Param name must match [a-z0-9_]{1,512}.");
        }
        if (json.path("language").asText().isEmpty() || json.path("components").isEmpty()) {
            throw GraphError.parameter("The parameters language and components are required.");
        }
        Map<Key, Template> templates = account(wabaId);
        synchronized (templates) {
            if (templates.size() >= MOST_PER_ACCOUNT) {
                throw GraphError.of(100, "The account has its " + MOST_PER_ACCOUNT + " templates.");
            }
            Template template = with(templates, json);
            journal.append("template", journaled(wabaId, template));
            return template;
        }
    }

    /** Removes a template in all its languages; false if there is none. */
    boolean remove(String wabaId, String name) {
        Map<Key, Template> templates = account(wabaId);
        synchronized (templates) {
            boolean removed = templates.keySet().removeIf(key -> key.name().equals(name));
            journal.append("template-removed", Map.of("wabaId", wabaId, "name", name));
            return removed;
        }
    }

    /** All templates of an account as JSON. */
    public List<JsonNode> all(String wabaId) {
        return list(wabaId).stream().<JsonNode>map(Template::json).toList();
    }

    /** Creates or replaces a template on behalf of the control API; a missing status means approved. */
    public JsonNode define(String wabaId, ObjectNode json) {
        try {
            ObjectNode copy = json.deepCopy();
            copy.put("status", json.path("status").asText("APPROVED"));
            return put(wabaId, copy).json();
        } catch (GraphError refused) {
            throw new InvalidValue(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public Set<String> kinds() {
        return Set.of("template", "template-removed");
    }

    @Override
    public void restore(String kind, JsonNode value) {
        Map<Key, Template> templates = account(value.path("wabaId").asText());
        synchronized (templates) {
            if (kind.equals("template-removed")) {
                templates
                        .keySet()
                        .removeIf(key -> key.name().equals(value.path("name").asText()));
            } else {
                with(templates, (ObjectNode) value.path("template"));
            }
        }
    }

    @Override
    public void snapshot(BiConsumer<String, Object> entries) {
        byAccount
                .keySet()
                .forEach(wabaId ->
                        list(wabaId).forEach(template -> entries.accept("template", journaled(wabaId, template))));
    }

    private Template with(Map<Key, Template> templates, ObjectNode json) {
        ObjectNode copy = json.deepCopy();
        Key key = new Key(json.path("name").asText(), json.path("language").asText());
        Template before = templates.get(key);
        if (!copy.hasNonNull("id")) {
            copy.put(
                    "id",
                    before == null
                            ? Long.toString(nextId.incrementAndGet())
                            : before.json().path("id").asText());
        }
        Template template = new Template(copy);
        templates.put(key, template);
        return template;
    }

    private Map<Key, Template> account(String wabaId) {
        return byAccount.computeIfAbsent(wabaId, id -> {
            Map<Key, Template> templates = new LinkedHashMap<>();
            samples.forEach(sample -> with(templates, sample));
            return templates;
        });
    }

    private static Map<String, Object> journaled(String wabaId, Template template) {
        return Map.of("wabaId", wabaId, "template", template.json());
    }
}
