package dev.unirow.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.smallrye.mutiny.groups.UniAwait;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** The arrows between packages point one way, and libraries are met where they belong. */
class ArrowsTest {
    private static final JavaClasses CLASSES = MainCode.classes();

    @Test
    void allModulesAreSeen() {
        assertThat(List.of(
                        "dev.unirow.names.Nearest",
                        "dev.unirow.model.Model",
                        "dev.unirow.processor.ModelProcessor",
                        "dev.unirow.sqlite.SqlitePool",
                        "dev.unirow.query.Select",
                        "dev.unirow.schema.Schema",
                        "dev.unirow.session.internal.unit.Engine",
                        "dev.unirow.migrate.revision.RevisionGraph"))
                .allMatch(CLASSES::contain);
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
                .layer("names")
                .definedBy("dev.unirow.names..")
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
                .whereLayer("names")
                .mayNotAccessAnyLayer()
                .whereLayer("processor")
                .mayOnlyAccessLayers("model")
                .whereLayer("processor")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("sqlite")
                .mayOnlyAccessLayers("names")
                .whereLayer("query")
                .mayOnlyAccessLayers("model", "names")
                .whereLayer("schema")
                .mayOnlyAccessLayers("model")
                .whereLayer("session")
                .mayOnlyAccessLayers("model", "names", "query", "schema", "sqlite")
                .whereLayer("active")
                .mayOnlyAccessLayers("model", "query", "session")
                .whereLayer("migrate")
                .mayOnlyAccessLayers("model", "schema", "session")
                .whereLayer("tutorial")
                .mayNotBeAccessedByAnyLayer()
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.(**)").should().beFreeOfCycles().check(CLASSES);
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
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.unirow.model.hibernate")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.unirow.model.hibernate") // Hibernate may be absent
                .check(CLASSES);
    }

    @Test
    void hibernateReactiveIsMetInOnePlaceAndInTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.unirow.session.internal.unit",
                        "dev.unirow.session.internal.wire",
                        "dev.unirow.session.internal.type",
                        "dev.unirow.sqlite..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.hibernate.reactive..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAPackage("org.hibernate.reactive.pool")))
                        // what Database.from is given
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(Mutiny.class))))
                .check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
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
                .check(CLASSES);
    }
}
