package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.enhance.spi.UnloadedClass;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;
import org.hibernate.engine.spi.Managed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hibernate's bytecode enhancement takes a generated class as any other. */
class EnhancementTest {
    @TempDir
    Path folder;

    @Test
    void anEnhancedModelTracksWhatIsSetAndIsWrittenByJackson() throws ReflectiveOperationException, IOException {
        Path classes =
                Compilation.in(folder).source("heroes.HeroSpec", """
                        package heroes;
                        @dev.unirow.model.ModelSpec(dto = "public")
                        public record HeroSpec(
                            String name,
                            @dev.unirow.model.Default("3") int lives,
                            @jakarta.persistence.ManyToOne HeroSpec mentor,
                            @jakarta.persistence.OneToMany(mappedBy = "mentor") java.util.List<HeroSpec> pupils) {}
                        """).succeeds().classes();

        Class<?> type = new EnhancingLoader(classes).loadClass("heroes.Hero");
        Object hero = type.getConstructor(String.class).newInstance("Deadpond");
        Object pupil = type.getConstructor(String.class).newInstance("Bob");
        type.getMethod("setLives", int.class).invoke(hero, 3);
        type.getMethod("setPupils", java.util.Collection.class).invoke(hero, List.of(pupil));

        assertThat(hero).isInstanceOf(Managed.class);
        assertThat(Models.assigned(hero).keySet()).containsExactly("name", "lives", "pupils");
        assertThat(type.getMethod("mentor").invoke(pupil)).isSameAs(hero);
        assertThat(hero).hasToString("Hero(name=\"Deadpond\", lives=3)");
        assertThat(new ObjectMapper()
                        .readTree(new ObjectMapper().writeValueAsString(pupil))
                        .get("name")
                        .textValue())
                .isEqualTo("Bob");
        assertThat(type.getClassLoader()
                        .loadClass("heroes.HeroPublic")
                        .getMethod("of", type)
                        .invoke(null, hero))
                .hasToString("HeroPublic[id=null, name=Deadpond, lives=3, mentorId=null]");
    }

    private static final class EnhancingLoader extends ClassLoader {
        private final Path classes;
        private final Enhancer enhancer;

        EnhancingLoader(Path classes) {
            super(EnhancementTest.class.getClassLoader());
            this.classes = classes;
            this.enhancer = BytecodeProviderInitiator.buildDefaultBytecodeProvider()
                    .getEnhancer(new DefaultEnhancementContext() {
                        @Override
                        public ClassLoader getLoadingClassLoader() {
                            return EnhancingLoader.this;
                        }

                        @Override
                        public boolean hasLazyLoadableAttributes(UnloadedClass type) {
                            return true;
                        }

                        @Override
                        public boolean doDirtyCheckingInline() {
                            return true;
                        }
                    });
        }

        @Override
        public java.io.InputStream getResourceAsStream(String name) {
            try {
                Path file = classes.resolve(name);
                return Files.exists(file) ? Files.newInputStream(file) : super.getResourceAsStream(name);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] plain = Files.readAllBytes(classes.resolve(name.replace('.', '/') + ".class"));
                byte[] enhanced = name.equals("heroes.Hero") ? enhancer.enhance(name, plain) : null;
                byte[] used = enhanced == null ? plain : enhanced;
                return defineClass(name, used, 0, used.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
