package dev.tertulia.platform.security;

import dev.tertulia.platform.web.ProblemException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Turns away whose tenant has the feature off that a resource is of. */
class FeatureGuard {
    private static final ClassValue<@Nullable RequiresFeature> FEATURES = new ClassValue<>() {
        @Override
        protected @Nullable RequiresFeature computeValue(Class<?> resource) {
            return resource.getAnnotation(RequiresFeature.class);
        }
    };

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void requireFeature(RoutingContext request, SimpleResourceInfo resource) {
        RequiresFeature required = FEATURES.get(resource.getResourceClass());
        if (required != null && request.user() instanceof QuarkusHttpUser user) {
            Caller.find(user.getSecurityIdentity())
                    .filter(caller -> caller.tenant() != null && !caller.has(required.value()))
                    .ifPresent(caller -> {
                        throw off(required.value());
                    });
        }
    }

    private static ProblemException off(String feature) {
        return ProblemException.of(
                        SecurityProblem.FEATURE_OFF,
                        "Have the feature " + feature + " switched on, by PUT /api/v1/features/" + feature + ".")
                .with("feature", feature);
    }
}
