package io.countersign.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each rule was broken once by hand to see it fail. */
class ArchitectureTest {

    private static List<Path> modules = List.of();
    private static JavaClasses all = new ClassFileImporter().importPaths(List.of());

    @BeforeAll
    static void readAllModules() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            modules =
                    folders.filter(folder -> Files.isDirectory(classesOf(folder)))
                            .sorted()
                            .toList();
        }
        all =
                new ClassFileImporter()
                        .importPaths(modules.stream().map(ArchitectureTest::classesOf).toList());
    }

    private static Path classesOf(Path module) {
        return module.resolve("target/classes");
    }

    /** A package and the packages below it are slices of their own. */
    @TestFactory
    Stream<DynamicTest> thePackagesOfAModuleFormNoCycle() {
        return modules.stream()
                .map(
                        module ->
                                dynamicTest(
                                        module.getFileName().toString(),
                                        () -> checkForCycles(module)));
    }

    private static void checkForCycles(Path module) {
        slices().matching("io.countersign.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter().importPath(classesOf(module)));
    }

    @Test
    void timeAndRandomnessComeThroughConstructors() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .check(all);
    }

    /**
     * The simulator is slow on demand; the others try again something that cannot tell them when.
     */
    @Test
    void nobodySleepsButWhoHasNothingToWaitFor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.countersign.simulator..")
                .and()
                .doNotHaveSimpleName("RetryUntilDone")
                .and()
                .doNotHaveSimpleName("Once")
                .should()
                .callMethodWhere(target(owner(type(Thread.class))).and(target(name("sleep"))))
                .check(all);
    }

    @Test
    void theRulesOfChallengesAndDeliveriesArePureJava() {
        classes()
                .that()
                .resideInAnyPackage("io.countersign.challenge", "io.countersign.delivery")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "org.jspecify..",
                                "io.countersign.events",
                                "io.countersign.events.id",
                                "io.countersign.challenge",
                                "io.countersign.delivery"))
                .check(all);
    }

    @Test
    void theSharedModulesKnowNoSpringExceptKafkas() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.countersign.events..",
                        "io.countersign.challenge..",
                        "io.countersign.delivery..",
                        "io.countersign.broker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(all);
    }

    @Test
    void theEngineAndIdentityKnowNoServletsAndNoPages() {
        noClasses()
                .that()
                .resideInAnyPackage("io.countersign.engine..", "io.countersign.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "io.countersign.gateway..")
                .check(all);
    }

    @Test
    void theEngineKnowsNoAccounts() {
        noClasses()
                .that()
                .resideInAPackage("io.countersign.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.countersign.identity..")
                .check(all);
    }

    @Test
    void controllersAskUseCasesNotTheDatabase() {
        noClasses()
                .that()
                .areAnnotatedWith("org.springframework.stereotype.Controller")
                .or()
                .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc.core..", "io.countersign.challenge.redis..")
                .check(all);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(all);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .check(all);
    }

    @Test
    void everyPackageSaysWhatItPromisesAboutNull() {
        classes().should(resideInANullMarkedPackage()).check(all);
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a null-marked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        };
    }
}
