package dev.unirow.tutorial;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.mutiny.groups.UniAwait;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows between modules and packages point one way. */
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.unirow");
    }

    @Test
    void allModulesAreSeen() {
        assertThat(classes.contain("dev.unirow.model.Model")).isTrue();
        assertThat(classes.contain("dev.unirow.processor.ModelProcessor")).isTrue();
        assertThat(classes.contain("dev.unirow.sqlite.SqlitePool")).isTrue();
        assertThat(classes.contain("dev.unirow.session.internal.unit.Engine")).isTrue();
        assertThat(classes.contain("dev.unirow.migrate.revision.RevisionGraph")).isTrue();
    }

    @Test
    void packagesDependOnThoseBelowThemOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.unirow..")
                .withOptionalLayers(true)
                .layer("model")
                .definedBy("dev.unirow.model..")
                .layer("processor")
                .definedBy("dev.unirow.processor..")
                .layer("sqlite")
                .definedBy("dev.unirow.sqlite..")
                .layer("query")
                .definedBy("dev.unirow.query..")
                .layer("schema")
                .definedBy("dev.unirow.schema..")
                .layer("session")
                .definedBy("dev.unirow.session..")
                .layer("active")
                .definedBy("dev.unirow.active..")
                .layer("migrate")
                .definedBy("dev.unirow.migrate..")
                .layer("tutorial")
                .definedBy("dev.unirow.tutorial..")
                .whereLayer("model")
                .mayNotAccessAnyLayer()
                .whereLayer("processor")
                .mayOnlyAccessLayers("model")
                .whereLayer("processor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("sqlite")
                .mayNotAccessAnyLayer()
                .whereLayer("query")
                .mayOnlyAccessLayers("model")
                .whereLayer("schema")
                .mayOnlyAccessLayers("model")
                .whereLayer("session")
                .mayOnlyAccessLayers("model", "query", "schema", "sqlite")
                .whereLayer("active")
                .mayOnlyAccessLayers("model", "query", "session")
                .whereLayer("migrate")
                .mayOnlyAccessLayers("model", "schema", "session")
                .whereLayer("tutorial")
                .mayNotBeAccessedByAnyLayer()
                .check(classes);
    }

    @Test
    void packagesOfOneModuleFormNoCycle() {
        slices().matching("dev.unirow.session.internal.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("dev.unirow.session.internal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.unirow.session")
                .check(classes);
    }

    @Test
    void modelsKnowNoHibernateButTheValidator() {
        noClasses()
                .that()
                .resideInAPackage("dev.unirow.model..")
                .and()
                .resideOutsideOfPackage("dev.unirow.model.hibernate")
                .should()
                .dependOnClassesThat(resideInAPackage("org.hibernate..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.hibernate.validator.."))))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.unirow.model.hibernate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.unirow.model.hibernate") // Hibernate may be absent
                .check(classes);
    }

    @Test
    void hibernateReactiveIsMetInOnePlaceAndInTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.unirow.session.internal.hr..", "dev.unirow.sqlite..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.hibernate.reactive..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.hibernate.reactive.pool")))
                        // what Database.from is given
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(Mutiny.class))))
                .check(classes);
    }

    @Test
    void theSqliteDriverIsMetInOneAdapter() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.unirow.sqlite..")
                .and()
                .haveNameNotMatching("dev\\.unirow\\.session\\.internal\\.connect\\.SqliteDriver(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.unirow.sqlite..")
                .check(classes);
    }

    @Test
    void theAdaptersForTelemetryAreMetByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.unirow.session.micrometer..", "dev.unirow.session.opentelemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micrometer..",
                        "io.opentelemetry..",
                        "dev.unirow.session.micrometer..",
                        "dev.unirow.session.opentelemetry..")
                .check(classes);
    }

    @Test
    void nothingWaitsButTheBlockingEntryPoints() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.unirow.tutorial..", "dev.unirow.testing..", "dev.unirow.migrate.cli..")
                .and()
                .doNotHaveFullyQualifiedName("dev.unirow.session.Await")
                .and()
                .doNotHaveFullyQualifiedName("dev.unirow.session.Database")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(UniAwait.class)
                .check(classes);
    }

    @Test
    void librariesPrintNothing() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.unirow.tutorial..", "dev.unirow.testing..", "dev.unirow.migrate.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }
}
