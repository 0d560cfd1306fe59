package dev.tertulia.platform.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every service's {@code ArchitectureTest} checks:
 *
 * <pre>{@code @TestFactory Stream<DynamicTest> rules() {
 *     return ArchitectureRules.tests("dev.tertulia.messaging");
 * }}</pre>
 */
public final class ArchitectureRules {

    private static final String HOUSE = "dev.tertulia";

    private static final Set<String> POOLS = Set.of(
            "io.vertx.sqlclient.Pool",
            "io.vertx.mutiny.sqlclient.Pool",
            "io.vertx.pgclient.PgPool",
            "io.vertx.mutiny.pgclient.PgPool",
            "io.vertx.pgclient.PgBuilder",
            "io.vertx.mutiny.pgclient.PgBuilder",
            "java.sql.DriverManager",
            "javax.sql.DataSource",
            "io.agroal.api.AgroalDataSource");

    private static final Set<String> INJECTIONS = Set.of(
            "jakarta.inject.Inject",
            "org.eclipse.microprofile.config.inject.ConfigProperty",
            "org.eclipse.microprofile.reactive.messaging.Channel",
            "org.eclipse.microprofile.rest.client.inject.RestClient");

    private ArchitectureRules() {}

    /** A test for each rule, over the product's classes in the package and below it. */
    public static Stream<DynamicTest> tests(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage);
        if (classes.isEmpty()) {
            throw new AssertionError("No classes in " + basePackage + ": the rules would guard nothing");
        }
        return of(basePackage).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }

    /** By name; that each of them can fail is proved where it is defined, so none needs a class to look at. */
    static Map<String, ArchRule> of(String basePackage) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("services meet in contracts only", servicesMeetInContracts(basePackage));
        rules.put("the time is a clock's", theTimeIsAClocks());
        rules.put("the database is reached through tenancy", theDatabaseIsReachedThroughTenancy());
        rules.put("routed methods are public", routedMethodsArePublic());
        rules.put("nothing is injected into fields", nothingIsInjectedIntoFields());
        rules.put("resources call services call repositories", callsGoDown());
        rules.put("entities stay in their feature", entitiesStayInTheirFeature());
        rules.put("what goes over the wire is a record", wireTypesAreRecords());
        rules.put("nothing blocks", nothingBlocks());
        rules.put("packages are null-marked", packagesAreNullMarked());
        rules.put("names say what a thing is", namesSayWhatAThingIs());
        rules.put("nothing prints", nothingPrints());
        rules.replaceAll((name, rule) -> rule.as(name).allowEmptyShould(true));
        return rules;
    }

    private static ArchRule servicesMeetInContracts(String basePackage) {
        return noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "belong to another service",
                        target -> isWithin(target.getPackageName(), HOUSE)
                                && !isWithin(target.getPackageName(), basePackage)
                                && !isWithin(target.getPackageName(), HOUSE + ".platform")
                                && !isWithin(target.getPackageName(), HOUSE + ".contracts")));
    }

    private static ArchRule theTimeIsAClocks() {
        return noClasses()
                .should()
                .callMethodWhere(describe("reads the system's clock", ArchitectureRules::readsTheSystemsClock))
                .orShould()
                .callConstructorWhere(describe(
                        "is a Date of now",
                        call -> call.getTargetOwner().getFullName().equals("java.util.Date")
                                && call.getTarget().getRawParameterTypes().isEmpty()));
    }

    private static boolean readsTheSystemsClock(JavaAccess<? extends AccessTarget.CodeUnitCallTarget> call) {
        String owner = call.getTargetOwner().getFullName();
        String name = call.getTarget().getName();
        boolean now = owner.startsWith("java.time.")
                && name.equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.getFullName().equals("java.time.Clock"));
        boolean system = owner.equals("java.time.Clock") && name.startsWith("system");
        return now || system || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static ArchRule theDatabaseIsReachedThroughTenancy() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".platform.tenancy..")
                .should()
                .dependOnClassesThat(describe("open connections", target -> POOLS.contains(target.getFullName())));
    }

    /** Quarkus leaves a package-private one unrouted and says nothing. */
    private static ArchRule routedMethodsArePublic() {
        return methods()
                .that()
                .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                .should()
                .bePublic();
    }

    private static ArchRule nothingIsInjectedIntoFields() {
        return noFields().should(beAnnotatedWithAny(INJECTIONS));
    }

    private static ArchCondition<JavaField> beAnnotatedWithAny(Set<String> names) {
        return ArchCondition.from(
                describe("be annotated with " + names, field -> names.stream().anyMatch(field::isAnnotatedWith)));
    }

    private static ArchRule callsGoDown() {
        return CompositeArchRule.of(noClasses()
                        .that(named(".*Repository"))
                        .should()
                        .dependOnClassesThat(named(".*(Resource|Service|Consumer)"))
                        .allowEmptyShould(true))
                .and(noClasses()
                        .that(named(".*Service"))
                        .should()
                        .dependOnClassesThat(named(".*(Resource|Consumer)"))
                        .allowEmptyShould(true));
    }

    private static ArchRule entitiesStayInTheirFeature() {
        return classes().that().areAnnotatedWith("jakarta.persistence.Entity").should(onlyBeKnownInTheirPackage());
    }

    private static ArchRule wireTypesAreRecords() {
        return classes()
                .that(named(".*(Request|Response)"))
                .and()
                .areNotInterfaces()
                .should()
                .beRecords();
    }

    private static ArchRule nothingBlocks() {
        return noClasses().should().callMethodWhere(describe("waits", call -> {
            String owner = call.getTargetOwner().getFullName();
            String name = call.getTarget().getName();
            return (owner.equals("io.smallrye.mutiny.Uni") && name.equals("await"))
                    || (owner.equals("java.lang.Thread") && name.equals("sleep"))
                    || (owner.equals("java.util.concurrent.CompletableFuture") && name.equals("join"));
        }));
    }

    private static ArchRule packagesAreNullMarked() {
        return classes().should(beInANullMarkedPackage());
    }

    private static ArchRule namesSayWhatAThingIs() {
        return noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl)");
    }

    private static ArchRule nothingPrints() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(describe(
                        "prints a stack trace",
                        call -> call.getTarget().getName().equals("printStackTrace")));
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return describe("named " + pattern, type -> type.getSimpleName().matches(pattern));
    }

    private static boolean isWithin(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private static ArchCondition<JavaClass> onlyBeKnownInTheirPackage() {
        return new ArchCondition<>("only be known in their package") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getDirectDependenciesToSelf().stream()
                        .filter(use -> !use.getOriginClass().getPackageName().equals(entity.getPackageName()))
                        .forEach(use -> events.add(SimpleConditionEvent.violated(entity, use.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " has no @NullMarked package-info.java"));
            }
        };
    }
}
