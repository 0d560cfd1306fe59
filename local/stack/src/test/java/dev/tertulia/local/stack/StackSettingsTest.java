package dev.tertulia.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackSettingsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void everythingHasItsUsualPlace() {
        var settings = StackSettings.from(ROOT, Map.of());

        assertThat(settings.ports())
                .isEqualTo(new StackPorts(8080, 8081, 8082, 8083, 8180, 8190, 1025, 8191, 54320, 19092));
        assertThat(settings.data()).isEqualTo(Path.of("/checkout/.local"));
        assertThat(settings.without()).isEmpty();
    }

    @Test
    void theEnvironmentChoosesPortsAndParts() {
        var settings = StackSettings.from(
                ROOT,
                Map.of(
                        "GATEWAY_PORT", "9080",
                        "DATABASE_PORT", " 5433 ",
                        "KAFKA_PORT", "",
                        "TERTULIA_WITHOUT", "contact-service, keycloak",
                        "TERTULIA_JAVA_OPTIONS", "-Xmx1g  -XX:+UseZGC"));

        assertThat(settings.ports().gateway()).isEqualTo(9080);
        assertThat(settings.ports().database()).isEqualTo(5433);
        assertThat(settings.ports().kafka()).isEqualTo(19092);
        assertThat(settings.without()).containsExactlyInAnyOrder("contact-service", "keycloak");
        assertThat(settings.javaOptions()).containsExactly("-Xmx1g", "-XX:+UseZGC");
    }

    @Test
    void whatIsNoPortIsNamed() {
        for (String wrong : new String[] {"http", "0", "65536", "-1"}) {
            assertThatThrownBy(() -> StackSettings.from(ROOT, Map.of("KEYCLOAK_PORT", wrong)))
                    .isInstanceOf(StackException.class)
                    .hasMessage("KEYCLOAK_PORT is no port: " + wrong);
        }
    }
}
