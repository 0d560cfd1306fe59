package dev.tertulia.tenant.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tertulia.platform.security.Feature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file of plans, and says of a wrong one all that is wrong with it. */
final class PlansFile {
    private static final ObjectMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,6}) ?(KB|MB|GB|TB)");
    private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB");
    private static final Set<String> OF_FILE = Set.of("begins", "plans");
    private static final Set<String> OF_BEGINNING = Set.of("trial", "after-trial", "otherwise");
    private static final Set<String> OF_PLAN = Set.of("name", "self-service", "audit-days", "features", "limits");
    private static final String UNLIMITED = "unlimited";

    private final List<String> complaints = new ArrayList<>();

    private PlansFile() {}

    /** All plans, in the file's order, and the codes of those with which tenants begin. */
    record Plans(List<Plan> plans, String trial, String afterTrial, String otherwise) {
        Plans {
            plans = List.copyOf(plans);
        }
    }

    /** Fails with {@link IllegalStateException}, whose message names the file and each thing that is wrong with it. */
    static Plans read(String name, InputStream content) throws IOException {
        JsonNode file;
        try {
            file = YAML.readTree(content);
        } catch (JacksonException e) {
            throw new IllegalStateException(name + " is no YAML: " + e.getOriginalMessage(), e);
        }
        PlansFile reading = new PlansFile();
        Plans plans = reading.plans(file);
        if (!reading.complaints.isEmpty()) {
            throw new IllegalStateException(name + " does not say what a catalogue of plans must:\n- "
                    + String.join("\n- ", reading.complaints));
        }
        return plans;
    }

    private Plans plans(JsonNode file) {
        onlyKnown("the file", file, OF_FILE);
        List<Plan> plans = new ArrayList<>();
        file.path("plans").properties().forEach(entry -> plans.add(plan(entry.getKey(), entry.getValue())));
        if (plans.isEmpty()) {
            complaints.add("plans: name at least one");
        }
        JsonNode begins = file.path("begins");
        onlyKnown("begins", begins, OF_BEGINNING);
        Set<String> codes = new TreeSet<>(plans.stream().map(Plan::code).toList());
        return new Plans(
                plans,
                beginning(begins, "trial", codes),
                beginning(begins, "after-trial", codes),
                beginning(begins, "otherwise", codes));
    }

    private String beginning(JsonNode begins, String key, Set<String> codes) {
        String code = begins.path(key).asText("");
        if (!codes.contains(code)) {
            complaints.add("begins." + key + ": name one of the plans " + codes);
        }
        return code;
    }

    private Plan plan(String code, JsonNode plan) {
        String at = "plans." + code;
        if (!CODE.matcher(code).matches()) {
            complaints.add(at + ": a code is of a-z, 0-9 and -, 40 at most");
        }
        onlyKnown(at, plan, OF_PLAN);
        JsonNode selfService = plan.path("self-service");
        if (!selfService.isBoolean()) {
            complaints.add(at + ".self-service: say true or false");
        }
        JsonNode auditDays = plan.path("audit-days");
        if (!auditDays.isInt() || auditDays.intValue() < 1) {
            complaints.add(at + ".audit-days: give a number of days, 1 or more");
        }
        String name = plan.path("name").asText("");
        if (name.isBlank()) {
            complaints.add(at + ".name: is missing");
        }
        return new Plan(
                code,
                name,
                selfService.asBoolean(),
                auditDays.asInt(),
                limits(at + ".limits", plan.path("limits")),
                features(at + ".features", plan.path("features")));
    }

    private Map<PlanMetric, Long> limits(String at, JsonNode limits) {
        Map<PlanMetric, Long> sizes = new EnumMap<>(PlanMetric.class);
        Set<String> known = new TreeSet<>();
        for (PlanMetric metric : PlanMetric.values()) {
            known.add(metric.wireName());
            JsonNode limit = limits.path(metric.wireName());
            if (limit.isMissingNode()) {
                complaints.add(at + "." + metric.wireName() + ": is missing; give a number or \"unlimited\"");
            } else if (!limit.asText().equals(UNLIMITED)) {
                Long size = size(metric, limit);
                if (size == null) {
                    complaints.add(at + "." + metric.wireName() + ": give a number of 0 or more"
                            + (metric == PlanMetric.STORAGE ? ", such as \"5 GB\"," : "") + " or \"unlimited\"");
                } else {
                    sizes.put(metric, size);
                }
            }
        }
        onlyKnown(at, limits, known);
        return sizes;
    }

    private static @Nullable Long size(PlanMetric metric, JsonNode limit) {
        if (limit.isIntegralNumber() && limit.canConvertToLong() && limit.longValue() >= 0) {
            return limit.longValue();
        }
        Matcher bytes = BYTES.matcher(limit.asText().toUpperCase(Locale.ROOT));
        return metric == PlanMetric.STORAGE && bytes.matches()
                ? Long.parseLong(bytes.group(1)) << 10 * (1 + UNITS.indexOf(bytes.group(2)))
                : null;
    }

    private List<String> features(String at, JsonNode features) {
        List<String> codes = new ArrayList<>();
        if (!features.isArray()) {
            complaints.add(at + ": is missing; give a list, which may be empty: []");
        }
        for (JsonNode feature : features) {
            if (Feature.ALL.contains(feature.asText())) {
                codes.add(feature.asText());
            } else {
                complaints.add(at + ": there is no feature " + feature.asText() + "; there are " + Feature.ALL);
            }
        }
        return codes;
    }

    private void onlyKnown(String at, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                complaints.add(at + ": " + name + " is not known here; known are " + new TreeSet<>(known));
            }
        });
    }
}
