package dev.tertulia.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTableTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/things, things",
        "/api/v1/things/, things",
        "/api/v1/things/7, things",
        "/api/v1/things/parts, parts",
        "/api/v1/things/parts/7, parts",
        "/api/v1/thingsandmore,",
        "/api/v1,",
        "/,",
        "/internal/passports,",
        "/q/metrics,"
    })
    void theLongestPrefixOfWholeSegmentsDecides(String path, @Nullable String name) {
        Route route = table(Map.of()).find(path);

        assertThat(route == null ? null : route.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal", "/internal/passports", "/q", "/q/health", "/", "api", "/API", "/api/../x"})
    void somePathsCannotBeRouted(String path) {
        assertThatThrownBy(() -> table(Map.of("gateway.routing.routes.things.paths", path)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPathCannotLeadToTwoServices() {
        assertThatThrownBy(() -> table(Map.of("gateway.routing.routes.parts.paths", "/api/v1/things")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRouteNeedsAServiceThatIsThere() {
        assertThatThrownBy(() -> table(Map.of("gateway.routing.routes.parts.service", "nobody")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aServiceIsAHostAndNoPath() {
        assertThatThrownBy(() -> table(Map.of("gateway.routing.services.one.url", "http://one:81/below")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RoutingTable table(Map<String, String> changes) {
        Map<String, String> config = new HashMap<>(Map.of(
                "gateway.routing.services.one.url", "http://one:81",
                "gateway.routing.routes.things.service", "one",
                "gateway.routing.routes.things.paths", "/api/v1/things",
                "gateway.routing.routes.parts.service", "one",
                "gateway.routing.routes.parts.paths", "/api/v1/things/parts"));
        config.putAll(changes);
        SmallRyeConfig built = new SmallRyeConfigBuilder()
                .withMapping(RoutingConfig.class)
                .withConverter(
                        io.quarkus.runtime.configuration.MemorySize.class,
                        100,
                        new io.quarkus.runtime.configuration.MemorySizeConverter())
                .withConverter(java.time.Duration.class, 200, new io.quarkus.runtime.configuration.DurationConverter())
                .withSources(new PropertiesConfigSource(config, "test", 100))
                .build();
        return new RoutingTable(built.getConfigMapping(RoutingConfig.class));
    }
}
