package dev.tertulia.gateway.feature;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Map;

/** Which paths belong to which feature. The table itself stands in application.properties. */
@ConfigMapping(prefix = "gateway.features")
interface FeatureConfig {
    /** By the feature's code: prefixes of whole segments, also of services that are not there yet. */
    Map<String, List<String>> paths();
}
