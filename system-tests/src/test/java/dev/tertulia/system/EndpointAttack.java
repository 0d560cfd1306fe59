package dev.tertulia.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Calls every operation that the documentation lists with all that somebody outside could know of a tenant: the ids of
 * what it has. A new endpoint is attacked without being named here.
 */
final class EndpointAttack {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of each list as many as one would try. */
    private static final int IDS_OF_A_LIST = 2;

    private final List<Operation> operations;
    private final Supplier<RequestSpecification> victim;
    private final List<String> marks;
    private final Map<String, List<String>> known;

    /**
     * @param victim whoever sees all of the tenant's
     * @param marks what is said of this tenant and of nobody else
     */
    EndpointAttack(List<Operation> operations, Supplier<RequestSpecification> victim, List<String> marks) {
        this.operations = operations;
        this.victim = victim;
        this.marks = marks;
        this.known = idsByList();
    }

    /** The lists of which ids were found. */
    Set<String> knownLists() {
        return known.keySet();
    }

    /** What the tenant has, as it sees it itself, but for what grows by being looked at. */
    Map<String, String> snapshot() {
        Map<String, String> seen = new LinkedHashMap<>();
        for (Operation operation : lists()) {
            if (!operation.path().contains("audit") && !operation.path().contains("usage")) {
                Response answer = operation.call(victim.get(), "");
                // A problem names its call, which is another each time.
                seen.put(
                        operation.path(),
                        answer.statusCode() == 200 ? answer.asString() : Integer.toString(answer.statusCode()));
            }
        }
        return seen;
    }

    /** Each call that showed something of the tenant, succeeded on something of its, or broke. */
    List<String> successesOf(String name, Supplier<RequestSpecification> attacker) {
        List<String> successes = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.parameters().isEmpty()) {
                // What names nothing changes the attacker's own, how they sign in for instance.
                if (operation.method().equals("get")) {
                    judge(operation, name, "", operation.call(attacker.get(), ""), successes);
                }
            } else {
                for (String id : idsFor(operation)) {
                    judge(operation, name, id, operation.call(attacker.get(), id), successes);
                }
            }
        }
        return successes;
    }

    private void judge(Operation operation, String name, String id, Response answer, List<String> successes) {
        String call = "%s %s with \"%s\" as %s: %d"
                .formatted(operation.method(), operation.path(), id, name, answer.statusCode());
        String body = answer.asString();
        marks.stream().filter(body::contains).forEach(mark -> successes.add(call + " shows " + mark));
        if (answer.statusCode() == 500) {
            successes.add(call + " breaks");
        }
        if (!id.isEmpty() && answer.statusCode() < 300) {
            successes.add(call + " succeeds");
        }
    }

    /** Those of the list that the path begins with; one of each list where there is none. */
    private Set<String> idsFor(Operation operation) {
        Set<String> ids = new LinkedHashSet<>();
        known.forEach((list, values) -> {
            if (operation.path().startsWith(list + "/")) {
                ids.addAll(values);
            }
        });
        if (ids.isEmpty()) {
            known.values().forEach(values -> ids.add(values.getFirst()));
        }
        return ids;
    }

    private Map<String, List<String>> idsByList() {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Operation operation : lists()) {
            List<String> found = new ArrayList<>();
            for (JsonNode item : items(operation.call(victim.get(), ""))) {
                if (item.hasNonNull("id") && found.size() < IDS_OF_A_LIST) {
                    found.add(item.get("id").asText());
                }
            }
            if (!found.isEmpty()) {
                ids.put(operation.path(), found);
            }
        }
        return ids;
    }

    private List<Operation> lists() {
        return operations.stream()
                .filter(operation -> operation.method().equals("get")
                        && operation.path().startsWith("/api/v1/")
                        && !operation.path().startsWith("/api/v1/platform/")
                        && !operation.path().equals("/api/v1/realtime")
                        && !operation.path().contains("export")
                        && operation.parameters().isEmpty())
                .toList();
    }

    private static JsonNode items(Response answer) {
        try {
            return answer.statusCode() == 200 && answer.contentType().contains("json")
                    ? JSON.readTree(answer.asString()).path("items")
                    : JSON.createArrayNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
