package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.unirow.model.Changes;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Trim;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A record is read strictly, and all that is wrong with it and with those below it is told at once. */
class ReadTest {
    enum Kind {
        CAT,
        DOG
    }

    // region records
    record PetCreate(
            @Normalize(Trim.class) @NotBlank @Size(max = 10) String name,
            @NotNull Kind kind,
            @Min(0) int age,
            LocalDate born) {}

    record HeroCreate(
            @NotBlank String name,
            @NotNull @Email String email,
            @NotEmpty List<PetCreate> pets) {}
    // endregion

    private static InvalidModelException failure(Class<? extends Record> type, String json) {
        return catchThrowableOfType(InvalidModelException.class, () -> Models.read(type, json));
    }

    @Test
    void aRequestIsReadWithAllThatItHolds() {
        HeroCreate hero = Models.read(
                HeroCreate.class,
                "{\"name\": \"Ann\", \"email\": \"a@x.org\", \"pets\":"
                        + " [{\"name\": \"   Tom        \", \"kind\": \"CAT\", \"age\": 3, \"born\": \"2020-02-29\"}]}");

        assertThat(hero)
                .isEqualTo(new HeroCreate(
                        "Ann", "a@x.org", List.of(new PetCreate("Tom", Kind.CAT, 3, LocalDate.of(2020, 2, 29)))));
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("../model-core/src/test/resources/requests", name));
    }

    @Test
    void allProblemsAreToldByTheirPaths() throws IOException {
        InvalidModelException failure = failure(HeroCreate.class, resource("hero.json"));

        assertThat(failure.violations())
                .extracting(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .containsExactlyElementsOf(resource("hero.txt").lines().toList());
        assertThat(failure).hasMessageStartingWith("HeroCreate is not valid: 'email' must not be null; ");
        assertThat(failure.model()).isEqualTo(HeroCreate.class);
        assertThat(failure.in(Locale.GERMAN).violations().get(0).getMessage()).isEqualTo("darf nicht null sein");
    }

    record Everyday(
            boolean yes,
            byte small,
            Long large,
            BigDecimal exact,
            double real,
            UUID id,
            Instant at,
            Duration lasts,
            Set<Kind> kinds,
            Map<String, PetCreate> byName,
            Map<Kind, List<Integer>> counts,
            Map<Integer, String> names,
            int[] numbers,
            PetCreate[] array,
            List<List<PetCreate>> grid,
            Object anything,
            Optional<String> maybe) {}

    @Test
    void everyTypeOfARequestIsRead() {
        Everyday all = Models.read(Everyday.class, """
                {"yes": true, "small": 127, "large": 9007199254740993, "exact": 0.10, "real": 1,
                 "id": "123e4567-e89b-12d3-a456-426614174000", "at": "2026-11-20T09:30:00Z", "lasts": "PT1H",
                 "kinds": ["DOG"], "byName": {"a": {"name": "a", "kind": "CAT", "age": 1}},
                 "counts": {"CAT": [1, 2]}, "names": {"7": "seven"}, "numbers": [1, 2],
                 "array": [{"name": "b", "kind": "CAT", "age": 1}], "grid": [[{"name": "c", "kind": "CAT", "age": 1}]],
                 "anything": {"a": [1, null]}}
                """);

        assertThat(all.large()).isEqualTo(9007199254740993L);
        assertThat(all.exact()).isEqualTo(new BigDecimal("0.10"));
        assertThat(all.byName().get("a").name()).isEqualTo("a");
        assertThat(all.counts()).containsEntry(Kind.CAT, List.of(1, 2));
        assertThat(all.names()).containsEntry(7, "seven");
        assertThat(all.numbers()).containsExactly(1, 2);
        assertThat(all.array()[0].name()).isEqualTo("b");
        assertThat(all.grid().get(0).get(0).name()).isEqualTo("c");
        assertThat(all.maybe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"yes\": \"true\"} | 'yes' must be a boolean",
                "{\"yes\": null} | 'yes' must not be null",
                "{\"small\": 128} | 'small' must be between -128 and 127",
                "{\"large\": 1.5} | 'large' must be an integer",
                "{\"real\": NaN} | 'real' must be finite",
                "{\"kinds\": [\"DOG\", \"DOG\"]} | 'kinds[1]' is in the set already",
                "{\"byName\": {\"a\": {\"name\": \"\", \"kind\": \"CAT\", \"age\": 1}}} | 'byName.a.name' must not be blank",
                "{\"byName\": {\"a\": {\"kind\": \"CAT\"}}} | 'byName.a.age' must not be null",
                "{\"counts\": {\"COW\": []}} | 'counts.COW' is under a key that must be one of CAT, DOG",
                "{\"names\": {\"x\": \"\"}} | 'names.x' is under a key that must be an integer",
                "{\"numbers\": [1, null]} | 'numbers[1]' must not be null",
                "{\"numbers\": [99999999999]} | 'numbers[0]' must be between -2147483648 and 2147483647; 'real' must",
                "{\"grid\": [[], [{\"name\": \" \", \"kind\": \"CAT\", \"age\": 0}]]} | 'grid[1][0].name' must not be blank",
                "{\"yes\": true, \"yes\": false} | 'yes' is given twice",
                "{\"Yes\": true} | 'Yes' is not a property of Everyday",
                "{\"anything\": [\"a\\u0000\"]} | 'anything[0]' must not contain the NUL character",
            })
    void whatDoesNotFitIsToldWithItsPath(String json, String problem) {
        assertThat(failure(Everyday.class, json).getMessage()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | 'HeroCreate' is malformed JSON at line 1, column 2",
                "{\"name\": hunter2} | 'name' is malformed JSON at line 1, column 10",
                "{\"name\": \"a\"} {} | 'HeroCreate' must be one JSON object, and more follows",
                "{\"name\": \"a\"} hunter2 | 'HeroCreate' is malformed JSON at line 1",
                "[] | 'HeroCreate' must be a JSON object",
                "'' | 'HeroCreate' must be a JSON object, and there is no text",
            })
    void whatIsNoJsonObjectIsToldOfTheClass(String json, String problem) {
        assertThat(failure(HeroCreate.class, json))
                .hasMessageStartingWith("HeroCreate is not valid: " + problem)
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    record Node(Node next, List<Node> all, Object json) {}

    @Test
    void nestingWithoutEndAndHugeNumbersAreProblems() {
        String deep = "{\"next\":".repeat(100_000);
        assertThat(failure(Node.class, deep)).hasMessageContaining("is nested deeper than 200 levels");
        String closed = "{\"next\":".repeat(250) + "{}" + "}".repeat(250);
        assertThat(failure(Node.class, closed)).hasMessageContaining("is nested deeper than 200 levels");
        String fine = "{\"next\":".repeat(150) + "{}" + "}".repeat(150);
        assertThat(Models.read(Node.class, fine).next()).isNotNull();
        assertThat(failure(Node.class, "{\"json\": " + "9".repeat(5_000) + "}"))
                .hasMessageContaining("'json' must have no more than 1000 digits");
        assertThat(failure(Node.class, "{\"json\": \"" + "x".repeat(21_000_000) + "\"}")
                        .getMessage())
                .contains("is longer than what is read")
                .hasSizeLessThan(200);
        String many = "{" + wrong(50_000) + "}";
        assertThat(failure(Node.class, many).violations()).hasSize(50_000);
    }

    private static String wrong(int count) {
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < count; i++) {
            keys.append(i == 0 ? "" : ",").append("\"k").append(i).append("\":1");
        }
        return keys.toString();
    }

    @NullMarked
    record Marked(
            String name,
            @Nullable String nickname,
            List<String> tags,
            @NotNull Kind kind) {}

    @Test
    void inCodeThatIsNullMarkedWhatIsNotNullableIsRequired() {
        assertThat(failure(Marked.class, "{\"tags\": null}"))
                .hasMessage("Marked is not valid: 'kind' must not be null; 'name' must not be null; 'tags' must not be"
                        + " null (3 problems).");
        assertThat(Models.read(Marked.class, "{\"name\": \"a\", \"tags\": [], \"kind\": \"CAT\"}")
                        .nickname())
                .isNull();
    }

    record Scores(@Size(min = 3) List<@Min(0) Integer> all, Set<PetCreate> pets) {}

    @Test
    void whatDoesNotFitKeepsItsPlaceInAList() {
        assertThat(failure(Scores.class, "{\"all\": [\"x\", 1.5, -1], \"pets\": [{\"age\": 1}, {\"age\": 2}]}"))
                .hasMessage(
                        "Scores is not valid: 'all[0]' must be an integer; 'all[1]' must be an integer; 'all[2]' must"
                                + " be greater than or equal to 0; 'pets[0].kind' must not be null; 'pets[0].name' must not be"
                                + " blank; 'pets[1].kind' must not be null; 'pets[1].name' must not be blank (7 problems).");
    }

    @NullMarked
    record Around(@JsonProperty("the_pet") @NotNull PetCreate pet, Marked marked, Optional<String> maybe) {}

    @Test
    void whatIsWrongBelowIsNotToldAboveAgain() {
        assertThat(failure(Around.class, "{\"the_pet\": {\"nme\": \"a\"}, \"marked\": {\"name\": 1}}")
                        .violations())
                .extracting(violation -> String.valueOf(violation.getPropertyPath()))
                .containsExactly(
                        "marked.kind",
                        "marked.name",
                        "marked.tags",
                        "the_pet.age",
                        "the_pet.kind",
                        "the_pet.name",
                        "the_pet.nme");
    }

    record Page(int size, String order) {
        Page() {
            this(20, "name");
        }
    }

    @Test
    void whatARecordWithoutArgumentsHasIsTheDefault() {
        assertThat(Models.read(Page.class, "{}")).isEqualTo(new Page(20, "name"));
        assertThat(Models.read(Page.class, "{\"size\": 5}")).isEqualTo(new Page(5, "name"));
    }

    record HeroUpdate(
            @Normalize(Trim.class) Optional<@NotBlank @Size(max = 5) String> name, Optional<@Min(0) Integer> age)
            implements Changes<Everything> {
        @Override
        public Everything applyTo(Everything model) {
            return model;
        }
    }

    @Test
    void changesTellWhatIsMissingFromNull() {
        HeroUpdate update = Models.read(HeroUpdate.class, "{\"age\": null}");
        assertThat(update.name()).isNull();
        assertThat(update.age()).isEmpty();
        assertThat(Models.read(HeroUpdate.class, "{\"name\": \"  Ann   \"}").name())
                .contains("Ann");
        assertThat(failure(HeroUpdate.class, "{\"name\": null, \"age\": -1}"))
                .hasMessage(
                        "HeroUpdate is not valid: 'age' must be greater than or equal to 0; 'name' must not be blank"
                                + " (2 problems).");
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = InOrder.class)
    @interface Ordered {
        String message() default "the end must not be before the start";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static class InOrder implements ConstraintValidator<Ordered, Stay> {
        @Override
        public boolean isValid(Stay stay, ConstraintValidatorContext context) {
            return stay.start() == null || stay.end() == null || !stay.end().isBefore(stay.start());
        }
    }

    @Ordered
    record Stay(LocalDate start, LocalDate end) {
        Stay {
            if (LocalDate.EPOCH.equals(start)) {
                throw new IllegalArgumentException("not " + start);
            }
        }
    }

    record Trip(
            @Valid Stay stay,
            List<@Valid Stay> others,
            @Size(min = 2) List<@NotNull Stay> more) {}

    @Test
    void rulesOfAWholeRecordAreToldOnceWithOrWithoutValid() {
        String turned = "{\"start\": \"2026-01-02\", \"end\": \"2026-01-01\"}";
        assertThat(failure(
                        Trip.class,
                        "{\"stay\": " + turned + ", \"others\": [" + turned + "], \"more\": [" + turned
                                + ", {\"start\": \"1970-01-01\"}, {\"start\": 5}]}"))
                .hasMessage("Trip is not valid: 'more[0]' the end must not be before the start; 'more[1]' is refused by"
                        + " 'Stay'; 'more[2].start' must be a date, such as 2026-11-20; 'others[0]' the end must not be"
                        + " before the start; 'stay' the end must not be before the start (5 problems).");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Named(
            @NotBlank @JsonProperty("full_name") String name,
            @JsonFormat(pattern = "dd.MM.yyyy") LocalDate day) {}

    @Test
    void whatJacksonIsToldOfNamesAndFormatsHolds() {
        assertThat(Models.read(Named.class, "{\"full_name\": \"a\", \"day\": \"24.12.2026\", \"more\": 1}"))
                .isEqualTo(new Named("a", LocalDate.of(2026, 12, 24)));
    }

    record OfModels(@NotNull Everything one, Collection<Album> albums) {}

    @Test
    void modelsWithinARecordAreReadAsModelsAre() {
        OfModels read = Models.read(OfModels.class, "{\"one\": {\"id\": 1, \"text\": \"a\"}}");
        assertThat(read.one().text).isEqualTo("a");
        assertThat(failure(OfModels.class, "{\"one\": {\"txt\": 1}}"))
                .hasMessageContaining("'one.txt' is not a property of Everything");
    }

    @Test
    void aMapOrAFormIsReadByTheSameRules() {
        ReadOptions lenient = ReadOptions.options().lenient();
        assertThat(Models.read(PetCreate.class, Map.of("name", " a ", "kind", "CAT", "age", "3"), lenient))
                .isEqualTo(new PetCreate("a", Kind.CAT, 3, null));
        assertThatThrownBy(() -> Models.read(PetCreate.class, Map.of("nme", 1), ReadOptions.options()))
                .hasMessageContaining("'nme' is not a property of PetCreate");
        assertThatThrownBy(() -> Models.read(PetCreate.class, 5, ReadOptions.options()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
