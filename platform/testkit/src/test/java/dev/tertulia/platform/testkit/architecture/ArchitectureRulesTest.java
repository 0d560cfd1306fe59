package dev.tertulia.platform.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule is seen to fail on a class that breaks it. */
class ArchitectureRulesTest {

    private static final String VIOLATOR = "dev.tertulia.violator";

    /** A word of each complaint that the rule has to make, and how many there are in all. */
    private static final Map<String, List<String>> COMPLAINTS = Map.ofEntries(
            Map.entry("services meet in contracts only", List.of("Neighbour.call()")),
            Map.entry(
                    "the time is a clock's",
                    List.of(
                            "Instant.now()",
                            "LocalDate.now(",
                            "System.currentTimeMillis()",
                            "java.util.Date.<init>()",
                            "Clock.systemUTC()")),
            Map.entry("the database is reached through tenancy", List.of("HasItsOwnPool.pool>")),
            Map.entry("routed methods are public", List.of("UnroutedResource.unseen()")),
            Map.entry("nothing is injected into fields", List.of("InjectedField.name")),
            Map.entry(
                    "resources call services call repositories",
                    List.of("ThingRepository.upwards", "ThingService.upwards")),
            Map.entry("entities stay in their feature", List.of("KnowsAnEntity.name(")),
            Map.entry("what goes over the wire is a record", List.of("MutableRequest")),
            Map.entry("nothing blocks", List.of("Uni.await()", "CompletableFuture.join()", "Thread.sleep(long)")),
            Map.entry("packages are null-marked", List.of("dev.tertulia.violator.unmarked")),
            Map.entry("names say what a thing is", List.of("EverythingManager")),
            Map.entry("nothing prints", List.of("System.out", "System.err", "printStackTrace")));

    private final JavaClasses violations = new ClassFileImporter().importPackages(VIOLATOR);

    @TestFactory
    Stream<DynamicTest> eachRuleFindsItsViolation() {
        return ArchitectureRules.of(VIOLATOR).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    var found = rule.getValue()
                            .evaluate(violations)
                            .getFailureReport()
                            .getDetails();
                    for (String complaint : COMPLAINTS.getOrDefault(rule.getKey(), List.of("a violation to find"))) {
                        assertThat(found).anyMatch(detail -> detail.contains(complaint));
                    }
                    assertThat(found).noneMatch(detail -> detail.contains("allowed("));
                }));
    }

    @Test
    void aPackageWithoutClassesProvesNothing() {
        assertThatThrownBy(() -> ArchitectureRules.tests("dev.tertulia.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("guard nothing");
    }

    @TestFactory
    Stream<DynamicTest> theTestkitKeepsThemItself() {
        return ArchitectureRules.tests("dev.tertulia.platform.testkit.architecture");
    }
}
