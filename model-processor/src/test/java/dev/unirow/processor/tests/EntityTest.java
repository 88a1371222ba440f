package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.Models;
import jakarta.persistence.Entity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule of what becomes of a spec each. */
@Tag("slow")
class EntityTest {
    private static final String IMPORTS = """
            import dev.unirow.model.*;
            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;

    @TempDir
    Path folder;

    private Compilation compiled(String... specs) {
        Compilation compilation = Compilation.in(folder).option("-Xlint:all,-processing", "-Werror");
        for (String spec : specs) {
            String name = spec.replaceAll("(?s).*?(?:record|interface|enum) (\\w+).*", "$1");
            compilation.source("heroes." + name, "package heroes;\n" + IMPORTS + spec);
        }
        return compilation.succeeds();
    }

    private static Object made(Compilation compilation, String type, Object... arguments) throws Exception {
        for (Constructor<?> constructor : compilation.load(type).getConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                return constructor.newInstance(arguments);
            }
        }
        throw new AssertionError("no constructor of " + arguments.length);
    }

    private static Object call(Object target, String method, Object... arguments) throws Exception {
        for (var candidate : target.getClass().getMethods()) {
            if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
                candidate.setAccessible(true);
                return candidate.invoke(target, arguments);
            }
        }
        throw new AssertionError("no method " + method);
    }

    @Test
    void aKeyIsAddedWhereNoComponentIsOne() throws Exception {
        var compilation = compiled("@ModelSpec record HeroSpec(String name) {}");

        Class<?> hero = compilation.load("heroes.Hero");

        assertThat(hero).hasAnnotation(Entity.class);
        assertThat(hero.getMethod("id").getReturnType()).isEqualTo(Long.class);
        assertThat(hero.getDeclaredField("id").getAnnotations()).hasSize(2);
        assertThat(made(compilation, "heroes.Hero", "Deadpond")).hasToString("Hero(name=\"Deadpond\")");
    }

    @Test
    void theConstructorTakesWhatIsRequired() throws Exception {
        var compilation = compiled("""
                @ModelSpec record HeroSpec(
                    @Id @GeneratedValue Long id, String name, @NotNull Integer level, @Nullable Integer age, @Default("1") int lives,
                    boolean alive, @ElementCollection Set<String> tags, @ManyToOne HeroSpec mentor,
                    @ManyToOne(optional = false) HeroSpec rival, @Version int version) {}
                """);

        Class<?> hero = compilation.load("heroes.Hero");

        assertThat(hero.getConstructors()).hasSize(1);
        assertThat(hero.getConstructors()[0].getParameterTypes())
                .containsExactly(String.class, Integer.class, boolean.class, hero);
        assertThat(Modifier.isProtected(hero.getDeclaredConstructor().getModifiers()))
                .isTrue();
    }

    @Test
    void aModelThatNeedsNothingHasOnePublicConstructor() {
        Class<?> hero =
                compiled("@ModelSpec record HeroSpec(@Nullable String name) {}").load("heroes.Hero");

        assertThat(hero.getConstructors())
                .singleElement()
                .satisfies(constructor ->
                        assertThat(constructor.getParameterCount()).isZero());
    }

    @Test
    void whatASetterOrAConstructorAssignsIsSetEvenIfItIsTheDefault() throws Exception {
        var compilation =
                compiled("@ModelSpec record HeroSpec(int level, @Default(\"3\") int lives, @Nullable String name) {}");

        Object hero = made(compilation, "heroes.Hero", 0);
        assertThat(Models.assigned(hero)).isEqualTo(Map.of("level", 0));
        call(hero, "setLives", 3);

        assertThat(call(hero, "lives")).isEqualTo(3);
        assertThat(Models.assigned(hero).keySet()).containsExactly("level", "lives");
        call(hero, "setName", (Object) null);
        assertThat(Models.assigned(hero).keySet()).containsExactly("level", "lives", "name");
    }

    @Test
    void settersAnswerTheModel() throws Exception {
        var compilation =
                compiled("@ModelSpec record HeroSpec(@Nullable String name, @ElementCollection List<String> tags) {}");
        Object hero = made(compilation, "heroes.Hero");

        assertThat(call(hero, "setName", "x")).isSameAs(hero);
        assertThat(call(hero, "setTags", List.of("a"))).isSameAs(hero);
    }

    @Test
    void whatIsNeverNullIsValidated() throws Exception {
        var compilation = compiled("@ModelSpec record HeroSpec(String name, @Default(\"A\") String rank) {}");
        Object hero = made(compilation, "heroes.Hero", (Object) null);
        call(hero, "setRank", (Object) null);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Models.validate(hero))
                .hasMessage("Hero is not valid: 'name' must not be null; 'rank' must not be null (2 problems).");
    }

    @Test
    void annotationsGoWhereTheirTargetsLetThem() throws Exception {
        var compilation = compiled("""
                @ModelSpec @Unknown(value = {1, 2}, type = HeroSpec.class) record HeroSpec(
                    @Unknown @OnMethod @OnParameter @OnComponent @Column(name = "n\\"", length = 7) List<@Size(max = 3) String> name) {}
                """, """
                /** interface Unknown */
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface Unknown { int[] value() default {}; Class<?> type() default Object.class; char letter() default 'x'; }
                """.replace("@interface Marks {}", "/** interface Unknown */"), """
                /** interface OnMethod */
                @java.lang.annotation.Target(java.lang.annotation.ElementType.METHOD)
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface OnMethod {}
                """, """
                /** interface OnParameter */
                @java.lang.annotation.Target(java.lang.annotation.ElementType.PARAMETER)
                @interface OnParameter {}
                """, """
                /** interface OnComponent */
                @java.lang.annotation.Target(java.lang.annotation.ElementType.RECORD_COMPONENT)
                @interface OnComponent {}
                """);

        String source = compilation.generated("heroes.Hero");

        assertThat(source).contains("@Unknown(value = {1, 2}, type = Hero.class)\n");
        assertThat(source)
                .containsSubsequence(
                        "    @Unknown\n",
                        "    @Column(name = \"n\\\"\", length = 7)\n",
                        "    @NotNull\n",
                        "    private List<@Size(max = 3) String> name;");
        assertThat(source).contains("    @OnMethod\n    public List<@Size(max = 3) String> name() {");
        assertThat(source).doesNotContain("OnParameter", "OnComponent");
    }

    @Test
    void specsReferToEachOtherInAnyPackage() throws Exception {
        Compilation compilation = Compilation.in(folder)
                .option("-Xlint:all,-processing,-classfile", "-Werror")
                .withMetamodel()
                .source(
                        "teams.TeamSpec",
                        "package teams;\n" + IMPORTS
                                + "@ModelSpec public record TeamSpec(String name, @OneToMany(mappedBy = \"team\") List<heroes.HeroSpec> heroes,"
                                + " @ManyToMany Set<heroes.HeroSpec> fans, @OneToMany @MapKey(name = \"name\") Map<String, heroes.HeroSpec> byName) {}")
                .source(
                        "heroes.HeroSpec",
                        "package heroes;\n" + IMPORTS
                                + "@ModelSpec public record HeroSpec(String name, @ManyToOne teams.TeamSpec team, @OneToOne HeroSpec twin) {}")
                .succeeds();
        Object team = made(compilation, "teams.Team", "Preventers");
        Object hero = team.getClass()
                .getClassLoader()
                .loadClass("heroes.Hero")
                .getConstructors()[0]
                .newInstance("Rusty-Man");

        call(team, "setHeroes", List.of(hero));

        assertThat(call(hero, "team")).isSameAs(team);
        assertThat((List<?>) call(team, "heroes")).hasSize(1);
        call(team, "setHeroes", call(team, "heroes"));
        assertThat((List<?>) call(team, "heroes")).as("set to itself").hasSize(1);
        assertThat(compilation.load("heroes.Hero_").getField("team").getType().getSimpleName())
                .isEqualTo("SingularAttribute");
        assertThat(compilation.load("teams.Team_").getField("heroes").getType().getSimpleName())
                .isEqualTo("ListAttribute");
    }

    @Test
    void modelsUnderKeysKnowTheirOwnerToo() throws Exception {
        var compilation = compiled(
                "@ModelSpec public record BoxSpec(String name,"
                        + " @OneToMany(mappedBy = \"box\") @MapKey(name = \"label\") Map<String, ThingSpec> things) {}",
                "@ModelSpec public record ThingSpec(String label, @ManyToOne @Nullable BoxSpec box) {}");
        Object box = made(compilation, "heroes.Box", "b");
        Object thing = box.getClass()
                .getClassLoader()
                .loadClass("heroes.Thing")
                .getConstructors()[0]
                .newInstance("x");

        call(box, "setThings", Map.of("x", thing));

        assertThat(call(thing, "box")).isSameAs(box);
        assertThat(call(box, "things")).isEqualTo(Map.of("x", thing));
        call(box, "setThings", call(box, "things"));
        assertThat((Map<?, ?>) call(box, "things")).as("set to itself").hasSize(1);
        Object read = Models.from(box.getClass(), "{\"name\": \"b\", \"things\": {\"y\": {\"label\": \"y\"}}}");
        assertThat(call(((Map<?, ?>) call(read, "things")).get("y"), "box")).isSameAs(read);
    }

    @Test
    void interfacesGiveBehaviour() throws Exception {
        var compilation = compiled(
                "@ModelSpec record HeroSpec(String name) implements Named<String> {}",
                "interface Named<T> { T name(); default String greeting() { return \"I am \" + name(); } }");

        assertThat(call(made(compilation, "heroes.Hero", "Deadpond"), "greeting"))
                .isEqualTo("I am Deadpond");
    }

    @Test
    void theCompactConstructorOfASpecIsLeftAlone() {
        String source = compiled(
                        "@ModelSpec record HeroSpec(String name) { HeroSpec { if (name.isEmpty()) throw new IllegalArgumentException(); } }")
                .generated("heroes.Hero");

        assertThat(source).doesNotContain("IllegalArgumentException");
    }

    @Test
    void defaultsAreWrittenAsExpressionsOfTheirType() throws Exception {
        var compilation = compiled("""
                @ModelSpec record ThingSpec(
                    @Default("-5") int whole, @Default("7") Long big, @Default("1") Byte tiny, @Default("2.5") double real, @Default("0.1") Float single,
                    @Default("'") char letter, @Default("true") Boolean flag, @Default("say \\"hi\\"") String text,
                    @Default("12.50") java.math.BigDecimal price, @Default("9999999999999999999") java.math.BigInteger huge,
                    @Default("GREEN") Colour colour, @Default("2026-01-02") java.time.LocalDate day, @Default("PT5M") java.time.Duration span,
                    @Default("2026-01-02T03:04:05Z") java.time.Instant moment,
                    @Default("00000000-0000-0000-0000-000000000001") UUID uuid) {}
                """, "enum Colour { RED, GREEN }");

        Object thing = made(compilation, "heroes.Thing");

        assertThat(call(thing, "whole")).isEqualTo(-5);
        assertThat(call(thing, "big")).isEqualTo(7L);
        assertThat(call(thing, "tiny")).isEqualTo((byte) 1);
        assertThat(call(thing, "real")).isEqualTo(2.5);
        assertThat(call(thing, "single")).isEqualTo(0.1f);
        assertThat(call(thing, "letter")).isEqualTo('\'');
        assertThat(call(thing, "flag")).isEqualTo(true);
        assertThat(call(thing, "text")).isEqualTo("say \"hi\"");
        assertThat(call(thing, "price")).hasToString("12.50");
        assertThat(call(thing, "huge")).hasToString("9999999999999999999");
        assertThat(call(thing, "colour")).hasToString("GREEN");
        assertThat(call(thing, "day")).hasToString("2026-01-02");
        assertThat(call(thing, "span")).hasToString("PT5M");
        assertThat(call(thing, "moment")).hasToString("2026-01-02T03:04:05Z");
        assertThat(call(thing, "uuid")).hasToString("00000000-0000-0000-0000-000000000001");
    }

    @Test
    void aModelMayHaveAnotherNameAndLieInNoPackage() {
        Compilation compilation = Compilation.in(folder)
                .source(
                        "HeroRow",
                        IMPORTS + "@ModelSpec(name = \"Hero\", dto = \"public\") record HeroRow(String name) {}")
                .succeeds();

        assertThat(compilation.load("Hero")).isNotNull();
        assertThat(compilation.load("HeroPublic")).isNotNull();
        assertThat(compilation.index()).isEqualTo("Hero\n");
    }

    @Test
    void keysOfSeveralPartsAreGiven() throws Exception {
        var compilation = compiled(
                "@ModelSpec @IdClass(SeatKey.class) record SeatSpec(@Id String line, @Id int number, boolean taken) {}",
                "record SeatKey(String line, int number) {}");

        Object seat = made(compilation, "heroes.Seat", "A", 4, false);

        assertThat(seat).hasToString("Seat(line=\"A\", number=4, taken=false)");
        assertThat(seat.getClass().getMethod("pk").invoke(seat)).hasToString("SeatKey[line=A, number=4]");
    }

    @Test
    void namesInsideOfGeneratedMethodsDoNotClashWithProperties() {
        compiled(
                "@ModelSpec(dto = {\"create\", \"update\", \"public\"}) record ContentSpec(@ElementCollection List<String> content, @OneToMany(mappedBy = \"model\") List<ContentSpec> each,"
                        + " @ManyToOne ContentSpec model, String value, @ManyToOne ContentSpec content_) {}",
                "@ModelSpec(dto = \"public\") record ClassSpec(String models, String optional) {}");
    }

    @Test
    void aPrimitiveThatIsRequiredMustBeGiven() throws Exception {
        var compilation = compiled("""
                @ModelSpec(dto = {"create", "update"}) record WidgetSpec(
                    String name, double price, boolean active, @Default("0") int plays, @NotNull @Default("0") int likes,
                    @org.hibernate.annotations.ColumnDefault("1") int rank, @Version int version) {}
                """);
        ClassLoader classes = compilation.loader();
        Class<?> widget = classes.loadClass("heroes.Widget");
        Class<?> create = classes.loadClass("heroes.WidgetCreate");
        ObjectMapper json = new ObjectMapper();
        String problem = "Widget is not valid: 'active' must not be null; 'price' must not be null (2 problems).";

        assertThatThrownBy(() -> Models.from(widget, "{\"name\": \"x\"}")).hasMessage(problem);
        assertThatThrownBy(() -> Models.from(widget, Map.of("name", "x"))).hasMessage(problem);
        assertThatThrownBy(() -> json.readValue("{\"name\": \"x\"}", widget)).hasMessageContaining(problem);
        Object incomplete = json.readValue("{\"name\": \"x\"}", create);
        assertThatThrownBy(() -> call(incomplete, "toModel")).hasRootCauseMessage(problem);
        assertThat(Models.jsonSchema(widget).get("required").toString()).isEqualTo("[\"name\",\"price\",\"active\"]");

        Object made = call(json.readValue("{\"name\": \"x\", \"price\": 0, \"active\": false}", create), "toModel");
        assertThat(Models.assigned(made)).isEqualTo(Map.of("name", "x", "price", 0.0, "active", false));
        Object update = json.readValue("{\"name\": \"y\"}", classes.loadClass("heroes.WidgetUpdate"));
        assertThat(call(call(update, "applyTo", made), "name")).isEqualTo("y");
        Models.validate(made(compilation, "heroes.Widget", "x", 0.0, false, 0));
    }

    @Test
    void aLoadedReferenceIsNestedInADtoWhateverItsValuesAre() throws Exception {
        var compilation = compiled("""
                @ModelSpec(dto = "public") record SettingsSpec(@Default("en") String language) {}
                """, """
                @ModelSpec(dto = "public") record TownSpec(@Id String name) {}
                """, """
                @ModelSpec(dto = "public+settings+town") record ResidentSpec(
                    @ManyToOne SettingsSpec settings, @ManyToOne TownSpec town) {}
                """);
        ClassLoader classes = compilation.loader();
        Class<?> resident = classes.loadClass("heroes.Resident");
        Object settings = classes.loadClass("heroes.Settings").getConstructor().newInstance();
        call(settings, "setId", 2L);
        Object stored = resident.getConstructor().newInstance();
        call(stored, "setSettings", settings);
        call(
                stored,
                "setTown",
                classes.loadClass("heroes.Town").getConstructor(String.class).newInstance("Ghent"));
        Object byKey = Models.from(resident, Map.of("settings", 2, "town", "Ghent"));

        var of = classes.loadClass("heroes.ResidentPublicWithSettingsAndTown").getMethod("of", resident);

        assertThat(of.invoke(null, stored).toString())
                .contains("settings=SettingsPublic[id=2, language=en]", "town=TownPublic[name=Ghent]");
        assertThat(of.invoke(null, byKey).toString()).contains("settings=null", "town=null", "settingsId=2");
    }
}
