package dev.tertulia.tenant.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.platform.security.Feature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlansFileTest {
    private static final String LIMITS = Stream.of(PlanMetric.values())
            .map(metric -> "      " + metric.wireName() + ": unlimited\n")
            .collect(Collectors.joining());
    private static final String VALID = """
            begins: {trial: one, after-trial: one, otherwise: one}
            plans:
              one:
                name: One
                self-service: true
                audit-days: 30
                features: [sales]
                limits:
            """ + LIMITS;

    @Test
    void oursHasTheFivePlansFromTheSmallestToTheLargest() throws IOException {
        try (InputStream ours = Objects.requireNonNull(getClass().getResourceAsStream("/plans.yaml"))) {
            PlansFile.Plans plans = PlansFile.read("plans.yaml", ours);

            assertThat(plans.plans())
                    .extracting(Plan::code)
                    .containsExactly("free", "starter", "professional", "business", "enterprise");
            Plan free = plans.plans().getFirst();
            assertThat(free.limits())
                    .containsEntry(PlanMetric.MEMBERS, 2L)
                    .containsEntry(PlanMetric.ASSISTANTS, 1L)
                    .containsEntry(PlanMetric.ASSISTANT_MESSAGES, 500L)
                    .containsEntry(PlanMetric.STORAGE, 100L * 1024 * 1024);
            assertThat(free.features()).containsExactlyInAnyOrderElementsOf(Feature.ON_BY_DEFAULT);
            assertThat(plans.plans().getLast().limits()).isEmpty();
            assertThat(plans.trial()).isEqualTo("professional");
            assertThat(plans.afterTrial()).isEqualTo("free");
        }
    }

    @Test
    void unlimitedIsSaidAsSuchAndBytesMayHaveUnits() throws IOException {
        Plan one = read(VALID.replace("storage: unlimited", "storage: 5 GB")
                        .replace("members: unlimited", "members: 0"))
                .plans()
                .getFirst();

        assertThat(one.limits()).hasSize(2).containsEntry(PlanMetric.MEMBERS, 0L);
        assertThat(one.limits()).containsEntry(PlanMetric.STORAGE, 5L << 30);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        String wrong = VALID.replace("      members: unlimited\n", "")
                .replace("contacts: unlimited", "contacts: -1")
                .replace("channels: unlimited", "channels: many")
                .replace("      storage: unlimited\n", "      storage: 5 GB\n      seats: 3\n")
                .replace("[sales]", "[sales, dancing]")
                .replace("after-trial: one", "after-trial: two")
                .replace("self-service: true", "self-service: perhaps")
                .replace("audit-days: 30", "audit-days: 0");

        assertThatThrownBy(() -> read(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plans of mine.yaml")
                .hasMessageContaining("plans.one.limits.members: is missing")
                .hasMessageContaining("plans.one.limits.contacts: give a number")
                .hasMessageContaining("plans.one.limits.channels: give a number")
                .hasMessageContaining("seats is not known")
                .hasMessageContaining("no feature dancing")
                .hasMessageContaining("begins.after-trial: name one of the plans [one]")
                .hasMessageContaining("plans.one.self-service")
                .hasMessageContaining("plans.one.audit-days");
    }

    @Test
    void nothingIsTakenForAnEmptyFileOrForNoYaml() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("plans: name at least one");
        assertThatThrownBy(() -> read("plans: [")).hasMessageContaining("is no YAML");
        assertThatThrownBy(() -> read(VALID + "  one:\n    name: Again\n")).hasMessageContaining("is no YAML");
    }

    private static PlansFile.Plans read(String content) throws IOException {
        return PlansFile.read("plans of mine.yaml", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }
}
