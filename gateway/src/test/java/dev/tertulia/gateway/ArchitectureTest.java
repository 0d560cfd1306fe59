package dev.tertulia.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.tertulia.gateway");

    /** The time that everyone is given comes from one place. */
    private static final ArchRule THE_TIME_IS_A_CLOCKS = noClasses()
            .that()
            .doNotHaveSimpleName("Clocks")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    /** Only what stops the process may wait. */
    private static final ArchRule NOTHING_BLOCKS = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(CompletableFuture.class, "join")
            .orShould()
            .callMethod(CompletableFuture.class, "get");

    private static final ArchRule THE_GATEWAY_STANDS_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tertulia.platform..",
                    "dev.tertulia.contracts..",
                    "dev.tertulia.tenant..",
                    "dev.tertulia.contact..",
                    "dev.tertulia.messaging..");

    @Test
    void featuresDependOnEachOtherOneWay() {
        slices().matching("dev.tertulia.gateway.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theTimeIsAClocks() {
        THE_TIME_IS_A_CLOCKS.check(CLASSES);
    }

    @Test
    void nothingBlocks() {
        NOTHING_BLOCKS.check(CLASSES);
    }

    @Test
    void theGatewayStandsAlone() {
        THE_GATEWAY_STANDS_ALONE.check(CLASSES);
    }

    @Test
    void packagesAreNullMarked() {
        classes().should(beInANullMarkedPackage()).check(CLASSES);
    }

    @Test
    void theRulesSeeViolations() {
        JavaClasses bad = new ClassFileImporter().importClasses(Violation.class);

        assertThatThrownBy(() -> THE_TIME_IS_A_CLOCKS.check(bad)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> NOTHING_BLOCKS.check(bad)).isInstanceOf(AssertionError.class);
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }

    /** Does what it should not. */
    static final class Violation {
        Instant wait(CompletableFuture<String> future) {
            future.join();
            return Instant.now();
        }
    }
}
