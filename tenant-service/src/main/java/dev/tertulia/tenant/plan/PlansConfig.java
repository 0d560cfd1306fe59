package dev.tertulia.tenant.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the plans stand, and how long what goes with them lasts. */
@ConfigMapping(prefix = "tertulia.plans")
public interface PlansConfig {
    /** A catalogue of the operator's own, in the place of plans.yaml. */
    Optional<Path> file();

    /** How long whoever signs up tries the plan of the trial. */
    @WithDefault("14d")
    Duration trialLength();

    /** How long a tenant whose payment is due goes on before it is suspended. */
    @WithDefault("14d")
    Duration grace();

    /** How often it is looked for trials, changes and payments whose time has come. */
    @WithDefault("60s")
    Duration lookEvery();
}
