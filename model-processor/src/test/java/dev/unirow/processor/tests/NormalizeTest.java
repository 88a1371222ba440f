package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated normalizes what it is given. */
@Tag("slow")
class NormalizeTest {
    @TempDir
    Path folder;

    private Compilation compiled;

    @BeforeEach
    void compile() {
        compiled = Compilation.in(folder)
                .option("-Xlint:all,-processing", "-Werror")
                .source("heroes.HeroSpec", """
                        package heroes;
                        import dev.unirow.model.*;
                        import dev.unirow.model.normalize.*;
                        import jakarta.validation.constraints.*;
                        import org.jspecify.annotations.Nullable;
                        @ModelSpec(dto = {"create", "update", "public"})
                        record HeroSpec(
                            @Normalize(Trim.class) @Size(max = 5) String name,
                            @Normalize({Trim.class, BlankToNull.class, LowerCase.class}) @Nullable String alias,
                            @Normalize(Half.class) int strength,
                            @Normalize(Sorted.class) @Default("x") String letters) {
                            public static class Half implements Normalizer<Integer> {
                                @Override public Integer normalize(Integer value) {
                                    if (value < 0) { throw new IllegalStateException("hunter2"); }
                                    return value - value % 2;
                                }
                            }
                            public static class Sorted extends OfTexts {
                                @Override public String normalize(String value) { return value; }
                            }
                            abstract static class OfTexts implements Normalizer<String> {}
                        }
                        """)
                .succeeds();
    }

    private Object hero(String name, int strength) throws Exception {
        return compiled.load("heroes.Hero")
                .getConstructor(String.class, int.class)
                .newInstance(name, strength);
    }

    @Test
    void constructorsAndSettersNormalize() throws Exception {
        Object hero = hero("  Bob   ", 7);
        hero.getClass().getMethod("setAlias", String.class).invoke(hero, "  ");

        assertThat(hero).hasToString("Hero(name=\"Bob\", alias=null, strength=6)");
        hero.getClass().getMethod("setAlias", String.class).invoke(hero, " B ");
        hero.getClass().getMethod("setStrength", int.class).invoke(hero, 9);
        hero.getClass().getMethod("setName", String.class).invoke(hero, " Bo\t");
        assertThat(hero).hasToString("Hero(name=\"Bo\", alias=\"b\", strength=8)");
    }

    @Test
    void aSetterTellsWhoRefusedAndNotWhat() throws Exception {
        Object hero = hero("a", 1);
        try {
            hero.getClass().getMethod("setStrength", int.class).invoke(hero, -1);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessage("Hero is not valid: 'strength' is refused by its normalizer 'Half'"
                            + " (IllegalStateException) (1 problem).")
                    .hasNoCause();
            return;
        }
        throw new AssertionError("nothing was refused");
    }

    @Test
    void dtosHaveTheNormalizersOfTheirModel() throws Exception {
        assertThat(compiled.generated("heroes.HeroCreate"))
                .contains("@Normalize(Trim.class) @Size(max = 5) @NotNull String name");
        assertThat(compiled.generated("heroes.HeroUpdate")).contains("@Normalize(Trim.class)");
        Class<?> hero = compiled.load("heroes.Hero");

        assertThat(Models.from(hero, Map.of("name", "  Bob   ", "strength", 3)))
                .hasToString("Hero(name=\"Bob\", strength=2)");
    }
}
