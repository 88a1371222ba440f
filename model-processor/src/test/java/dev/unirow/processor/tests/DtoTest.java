package dev.unirow.processor.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the DTO records of generated and of hand-written models have, read and change. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DtoTest {
    private static final String IMPORTS = """
            package heroes;
            import com.fasterxml.jackson.annotation.*;
            import dev.unirow.model.*;
            import jakarta.persistence.*;
            import jakarta.validation.constraints.*;
            import java.time.LocalDate;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private ClassLoader classes;

    @BeforeAll
    void compile() {
        Compilation compilation = Compilation.in(folder).option("-Xlint:all,-processing", "-Werror");
        source(compilation, "HeroSpec", """
                @ModelSpec(dto = {"create", "update", "public", "public+team", "public+team+sidekick"})
                @Dto(name = "HeroCard", fields = {"name", "secretName"})
                @Dto(name = "HeroTeaser", without = {"age", "teamId"})
                @Dto(name = "HeroRename", of = "update", fields = "name")
                @Dto(name = "HeroFile", of = "public+team", fields = "id")
                public record HeroSpec(
                    @NotBlank @Size(max = 50) String name,
                    @NotBlank @Private String secretName,
                    @Min(0) @Nullable Integer age,
                    @Default("3") int lives,
                    @JsonProperty("born") @JsonFormat(pattern = "dd.MM.yyyy") @Nullable LocalDate birthday,
                    @ElementCollection List<@NotBlank String> aliases,
                    @Version Integer version,
                    @ManyToOne TeamSpec team,
                    @OneToOne HeroSpec sidekick) {}
                """);
        source(compilation, "TeamSpec", """
                @ModelSpec(dto = {"create", "update", "public", "public+heroes"})
                public record TeamSpec(String name, @OneToMany(mappedBy = "team") List<HeroSpec> heroes, @ManyToOne(optional = false) Place place) {}
                """);
        source(compilation, "Place", """
                @Entity
                @DerivedDtos({"create", "update", "public"})
                public class Place {
                    @Id @GeneratedValue private Integer id;
                    @NotBlank private String street;
                    private boolean open = true;
                    @Private private String key;
                    @Transient private String note;
                    public Integer getId() { return id; }
                    public String getStreet() { return street; }
                    public boolean isOpen() { return open; }
                    public void setId(Integer id) { this.id = id; }
                    public void setStreet(String street) { this.street = street; }
                    public void setOpen(boolean open) { this.open = open; }
                }
                """);
        compilation.succeeds();
        classes = compilation.loader();
    }

    private static void source(Compilation compilation, String name, String text) {
        compilation.source("heroes." + name, IMPORTS + text);
    }

    private Class<?> type(String name) {
        try {
            return classes.loadClass("heroes." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> components(String dto) {
        return Arrays.stream(type(dto).getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private Object hero(Map<String, ?> values) {
        return Models.from(type("Hero"), values);
    }

    private static Object call(Object target, String method, Object... arguments) {
        return invoke(target.getClass(), target, method, arguments);
    }

    private Object of(String dto, Object model) {
        return invoke(type(dto), null, "of", model);
    }

    private static Object invoke(Class<?> type, Object target, String method, Object... arguments) {
        try {
            for (Method candidate : type.getMethods()) {
                if (candidate.getName().equals(method)
                        && candidate.getParameterCount() == arguments.length
                        && !candidate.isBridge()) {
                    return candidate.invoke(target, arguments);
                }
            }
            throw new AssertionError("no method " + method);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachDtoHasTheComponentsOfItsPurpose() {
        assertThat(components("HeroCreate"))
                .containsExactly("name", "secretName", "age", "lives", "birthday", "aliases", "teamId", "sidekickId");
        assertThat(components("HeroUpdate")).isEqualTo(components("HeroCreate"));
        assertThat(components("HeroPublic"))
                .containsExactly(
                        "id", "name", "age", "lives", "birthday", "aliases", "version", "teamId", "sidekickId");
        assertThat(components("HeroPublicWithTeam")).endsWith("team");
        assertThat(components("HeroPublicWithTeamAndSidekick")).endsWith("team", "sidekick");
        assertThat(components("TeamPublicWithHeroes")).containsExactly("id", "name", "placeId", "heroes");
    }

    @Test
    void dtosOfAnotherNameHaveTheFieldsThatAreAskedFor() {
        assertThat(components("HeroCard")).as("private ones by name").containsExactly("name", "secretName");
        assertThat(components("HeroTeaser"))
                .containsExactly("id", "name", "lives", "birthday", "aliases", "version", "sidekickId");
        assertThat(components("HeroRename")).containsExactly("name");
        assertThat(components("HeroFile")).containsExactly("id", "team");
    }

    @Test
    void createMakesAModelWithItsDefaults() throws Exception {
        Object create = JSON.copy()
                .registerModule(new JavaTimeModule())
                .readValue(
                        "{\"name\":\"Deadpond\",\"secretName\":\"Dive Wilson\",\"born\":\"03.02.1991\",\"teamId\":7}",
                        type("HeroCreate"));

        Object hero = call(create, "toModel");

        assertThat(hero).hasToString("Hero(name=\"Deadpond\", birthday=1991-02-03, team=Team(id=7))");
        assertThat(call(hero, "lives")).isEqualTo(3);
        assertThat(call(hero, "secretName")).isEqualTo("Dive Wilson");
    }

    @Test
    void createRefusesWhatIsInvalid() throws Exception {
        Object create = JSON.readValue("{\"name\":\" \",\"age\":-1}", type("HeroCreate"));

        assertThatThrownBy(() -> call(create, "toModel"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'age'")
                .hasMessageContaining("'name'")
                .hasMessageContaining("'secretName'");
    }

    @Test
    void constraintsHoldForTheDtoItself() throws Exception {
        var validator = Models.validatorFactory().getValidator();

        assertThat(validator.validate(
                        JSON.readValue("{\"name\":\"\",\"age\":-1,\"aliases\":[\"\"]}", type("HeroCreate"))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("name", "secretName", "age", "aliases[0].<list element>");
        assertThat(validator.validate(JSON.readValue("{\"name\":null,\"age\":-1,\"lives\":null}", type("HeroUpdate"))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("name", "age", "lives");
        assertThat(validator.validate(JSON.readValue("{}", type("HeroUpdate")))).isEmpty();
        assertThat(validator.validate(JSON.readValue("{\"age\":null}", type("HeroUpdate"))))
                .isEmpty();
    }

    @Test
    void updateTellsUnsetFromNull() throws Exception {
        Object hero = hero(Map.of(
                "name", "Deadpond", "secretName", "Dive Wilson", "age", 30, "teamId", 7, "aliases", List.of("a")));

        Object nothing = JSON.readValue("{}", type("HeroUpdate"));
        assertThat(call(nothing, "applyTo", hero)).isSameAs(hero);
        assertThat(call(hero, "age")).isEqualTo(30);

        Object update = JSON.readValue(
                "{\"age\":null,\"teamId\":null,\"name\":\"Deadpool\",\"aliases\":[\"b\",\"c\"]}", type("HeroUpdate"));
        assertThat(call(update, "age")).isEqualTo(Optional.empty());
        assertThat(call(update, "secretName")).isNull();
        call(update, "applyTo", hero);

        assertThat(call(hero, "age")).isNull();
        assertThat(call(hero, "team")).isNull();
        assertThat(call(hero, "name")).isEqualTo("Deadpool");
        assertThat(call(hero, "secretName")).isEqualTo("Dive Wilson");
        assertThat(call(hero, "aliases")).isEqualTo(List.of("b", "c"));
    }

    @Test
    void anInvalidUpdateLeavesTheModelUntouched() throws Exception {
        Object hero = hero(Map.of("name", "Deadpond", "secretName", "Dive Wilson", "age", 30));
        Object update = JSON.readValue("{\"age\":31,\"name\":null}", type("HeroUpdate"));

        assertThatThrownBy(() -> call(update, "applyTo", hero))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'name' must not be blank");

        assertThat(call(hero, "age")).isEqualTo(30);
    }

    @Test
    void updatesGoThroughAnyMapperUnchanged() throws Exception {
        ObjectMapper snake = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();

        Object update =
                snake.readValue("{\"secret_name\":\"x\",\"team_id\":null,\"born\":\"03.02.1991\"}", type("HeroUpdate"));

        assertThat(snake.readTree(snake.writeValueAsString(update)))
                .isEqualTo(snake.readTree("{\"secret_name\":\"x\",\"born\":\"03.02.1991\",\"team_id\":null}"));
        assertThatThrownBy(() -> snake.readValue("{\"secretName\":\"x\"}", type("HeroUpdate")))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("secretName")
                .hasMessageContaining("secret_name");
        assertThatThrownBy(() -> snake.readValue("{\"age\":\"old\"}", type("HeroUpdate")))
                .hasMessageContaining("HeroUpdate[\"age\"]");
        assertThatThrownBy(() -> snake.readValue("[1]", type("HeroUpdate"))).hasMessageContaining("HeroUpdate");
    }

    @Test
    void publicDtosHaveWhatIsLoaded() {
        Object hero = hero(Map.of("id", 1, "name", "Deadpond", "secretName", "Dive Wilson", "teamId", 7));

        assertThat(of("HeroPublic", hero))
                .hasToString(
                        "HeroPublic[id=1, name=Deadpond, age=null, lives=3, birthday=null, aliases=[], version=null, teamId=7, sidekickId=null]");
        assertThat(of("HeroPublicWithTeam", hero))
                .as("a team of which the key is known alone")
                .hasToString(
                        "HeroPublicWithTeam[id=1, name=Deadpond, age=null, lives=3, birthday=null, aliases=[], version=null, teamId=7, sidekickId=null, team=null]");
    }

    @Test
    void publicDtosNestThoseOfReferences() {
        Object team = Models.from(type("Team"), Map.of("id", 7, "name", "Preventers", "placeId", 2));
        Object hero = hero(Map.of("id", 1, "name", "Deadpond", "secretName", "Dive Wilson"));
        call(hero, "setTeam", team);
        call(team, "setHeroes", List.of(hero));

        assertThat(of("HeroFile", hero))
                .hasToString("HeroFile[id=1, team=TeamPublic[id=7, name=Preventers, placeId=2]]");
        assertThat(of("TeamPublicWithHeroes", team).toString())
                .startsWith(
                        "TeamPublicWithHeroes[id=7, name=Preventers, placeId=2, heroes=[HeroPublic[id=1, name=Deadpond,");
    }

    @Test
    void everyDtoIsReadFromAModel() {
        Object hero = hero(Map.of("name", "Deadpond", "secretName", "Dive Wilson", "age", 30));

        assertThat(of("HeroCreate", hero).toString())
                .startsWith("HeroCreate[name=Deadpond, secretName=Dive Wilson, age=30");
        assertThat(of("HeroUpdate", hero).toString())
                .contains("age=Optional[30]")
                .contains("birthday=Optional.empty");
        Object copy = call(of("HeroCreate", hero), "toModel");
        assertThat(Models.dump(copy)).isEqualTo(Models.dump(hero));
    }

    @Test
    void handWrittenModelsHaveDtosToo() throws Exception {
        assertThat(components("PlacePublic")).containsExactly("id", "street", "open");
        assertThat(components("PlaceCreate")).containsExactly("street", "open", "key");
        Object create = JSON.readValue("{\"street\":\"Main\"}", type("PlaceCreate"));
        Object place = call(create, "toModel");
        assertThat(place).isNotInstanceOf(Model.class);
        assertThat(call(place, "isOpen")).isEqualTo(true);
        call(JSON.readValue("{\"open\":false}", type("PlaceUpdate")), "applyTo", place);
        assertThat(of("PlacePublic", place)).hasToString("PlacePublic[id=null, street=Main, open=false]");
    }

    @Test
    void jacksonWritesDtosByTheNamesOfTheModel() throws Exception {
        Object hero = hero(Map.of("name", "Deadpond", "secretName", "Dive Wilson", "birthday", "1991-02-03"));
        ObjectMapper mapper = JSON.copy().registerModule(new JavaTimeModule());

        assertThat(mapper.readTree(mapper.writeValueAsString(of("HeroPublic", hero)))
                        .get("born")
                        .textValue())
                .isEqualTo("03.02.1991");
    }
}
