package dev.unirow.processor.tests;

import static dev.unirow.session.Await.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unirow.session.Database;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database finds its models by the indexes on the class path. */
@Tag("slow")
class ModelIndexTest {
    private static final String HERO =
            "package heroes; @dev.unirow.model.ModelSpec public record HeroSpec(String name) {}";

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @TempDir
    Path folder;

    @AfterEach
    void restoreLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private void use(Path... classes) throws IOException {
        URL[] urls = new URL[classes.length];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = classes[i].toUri().toURL();
        }
        Thread.currentThread()
                .setContextClassLoader(new URLClassLoader(urls, getClass().getClassLoader()));
    }

    private Path heroes() {
        return Compilation.in(folder.resolve("heroes"))
                .source("heroes.HeroSpec", HERO)
                .succeeds()
                .classes();
    }

    private Path places() {
        return Compilation.in(folder.resolve("places"))
                .source("places.Place", """
                        package places;
                        import jakarta.persistence.*;
                        @Entity
                        public class Place {
                            @Id private Integer id;
                            protected Place() {}
                            public Integer id() { return id; }
                            @Entity
                            public static class Corner {
                                @Id private Integer id;
                                protected Corner() {}
                                public Integer id() { return id; }
                            }
                        }
                        """)
                .succeeds()
                .classes();
    }

    @Test
    void modelsOfSpecsAndByHandAreInTheIndex() {
        assertThat(Compilation.text(heroes().resolve("META-INF/unirow/models"))).isEqualTo("heroes.Hero\n");
        assertThat(Compilation.text(places().resolve("META-INF/unirow/models")))
                .isEqualTo("places.Place\nplaces.Place$Corner\n");
    }

    @Test
    void aDatabaseThatIsOpenedWithoutModelsHasAllOfTheIndexes() throws IOException {
        use(heroes(), places());

        try (Database db = Database.open("sqlite://")) {
            await(db.createAll());

            assertThat(db.tables().keySet()).hasSize(3).contains("hero", "place");
        }
    }

    @Test
    void modelsThatAreNamedAreTheOnlyOnes() throws Exception {
        use(heroes(), places());
        Class<?> hero = Thread.currentThread().getContextClassLoader().loadClass("heroes.Hero");

        try (Database db = Database.open("sqlite://", hero)) {
            assertThat(db.tables().keySet()).containsExactly("hero");
        }
    }

    @Test
    void withoutModelsAndAnIndexThereAreNoTablesToCreate() {
        try (Database db = Database.open("sqlite://")) {
            assertThatThrownBy(db::createAll)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "There are no tables to create: Database(sqlite://) was opened without a model. Name the model classes, or"
                                    + " let the compiler write the index META-INF/unirow/models by adding dev.unirow:model-processor to its"
                                    + " annotationProcessorPaths.");
            assertThatThrownBy(db::dropAll).hasMessageStartingWith("There are no tables to drop");
            assertThatThrownBy(() -> db.session().add("no model"))
                    .hasMessageContaining("Known models: none, and no index META-INF/unirow/models.");
        }
    }

    @Test
    void anIndexThatNamesWhatIsNotThereIsToldOf() throws IOException {
        Path classes = heroes();
        Files.writeString(classes.resolve("META-INF/unirow/models"), "heroes.Hero\n\nheroes.Villain\n");
        use(classes);

        assertThatThrownBy(() -> Database.open("sqlite://"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(classes.toString())
                .hasMessageContaining(
                        "names the model 'heroes.Villain', and there is no such class. Build what it belongs to anew.");
    }

    @Test
    void theIndexCanBeLeftOut() {
        Path classes = Compilation.in(folder)
                .option("-Aunirow.index=false")
                .source("heroes.HeroSpec", HERO)
                .succeeds()
                .classes();

        assertThat(classes.resolve("META-INF/unirow/models")).doesNotExist();
    }
}
