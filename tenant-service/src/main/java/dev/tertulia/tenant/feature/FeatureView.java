package dev.tertulia.tenant.feature;

import dev.tertulia.platform.security.Feature;
import dev.tertulia.tenant.subscription.Entitlement;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feature as it is shown. */
@Schema(name = "Feature")
record FeatureView(
        @Schema(examples = "campaigns") String code,
        @Schema(examples = "true") boolean enabled,

        @Schema(examples = "true", description = "Whether the plan has it, so that it can be switched on.")
        boolean inPlan) {

    static List<FeatureView> all(Entitlement entitlement) {
        return Feature.ALL.stream().map(code -> of(code, entitlement)).toList();
    }

    static FeatureView of(String code, Entitlement entitlement) {
        return new FeatureView(
                code,
                entitlement.features().contains(code),
                entitlement.plan().features().contains(code));
    }
}
