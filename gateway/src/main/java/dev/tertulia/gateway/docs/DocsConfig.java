package dev.tertulia.gateway.docs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The merged description of the API. */
@ConfigMapping(prefix = "gateway.docs")
interface DocsConfig {
    /** Where each service describes itself. */
    @WithDefault("/q/openapi?format=json")
    String path();

    /** How long a service may take to do so before it is left out. */
    @WithDefault("5s")
    Duration timeout();

    /** How long a whole description is kept. */
    @WithDefault("60s")
    Duration keepFor();

    /** How long one is kept that lacks a service. */
    @WithDefault("3s")
    Duration keepPartFor();

    /** The version that the description bears. */
    @WithDefault("${quarkus.application.version:unknown}")
    String version();
}
