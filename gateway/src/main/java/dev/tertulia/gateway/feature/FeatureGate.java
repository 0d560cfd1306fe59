package dev.tertulia.gateway.feature;

import dev.tertulia.gateway.call.GatewayProblem;
import dev.tertulia.gateway.call.Problem;
import dev.tertulia.gateway.passport.Passport;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows which feature a path belongs to, and lets pass who has it on. Wrong configuration fails the start. */
@Singleton
public class FeatureGate {
    private final Map<String, String> featuresByPrefix = new HashMap<>();

    FeatureGate(FeatureConfig config) {
        config.paths()
                .forEach((feature, prefixes) -> prefixes.forEach(prefix -> {
                    if (!prefix.matches("(/[a-z0-9-]+)+") || featuresByPrefix.putIfAbsent(prefix, feature) != null) {
                        throw new IllegalArgumentException(
                                "The path " + prefix + " cannot be a feature's, or is twice");
                    }
                }));
    }

    /** Whether the path is of any feature. */
    public boolean guards(String path) {
        return of(path) != null;
    }

    /** Null where the path is of no feature, or of one that is on for the tenant, or where no tenant was chosen. */
    public @Nullable Problem refusal(String path, @Nullable Passport passport) {
        String feature = of(path);
        if (feature == null
                || passport == null
                || passport.tenantId() == null
                || passport.features().contains(feature)) {
            return null;
        }
        return Problem.of(
                        GatewayProblem.FEATURE_OFF,
                        "Have the feature " + feature + " switched on, by PUT /api/v1/features/" + feature + ".")
                .about("feature", feature);
    }

    private @Nullable String of(String path) {
        int end = path.length();
        while (end > 0) {
            String feature = featuresByPrefix.get(path.substring(0, end));
            if (feature != null) {
                return feature;
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return null;
    }
}
