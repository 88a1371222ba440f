package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.ReadOptions;
import dev.unirow.model.normalize.BlankToNull;
import dev.unirow.model.normalize.LowerCase;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.model.normalize.Trim;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A value is brought into its normal form before it is checked, whichever way it comes in. */
class NormalizeTest {
    // region normalizer
    /** Upper case, of no more than three letters. */
    public static final class CountryCode implements Normalizer<String> {
        @Override
        public String normalize(String value) {
            if (value.length() > 3) {
                throw new IllegalArgumentException("'" + value + "' is no country");
            }
            return value.toUpperCase(Locale.ROOT);
        }
    }
    // endregion

    public static final class ToTens implements Normalizer<Integer> {
        @Override
        public Integer normalize(Integer value) {
            return value / 10 * 10;
        }
    }

    public static final class Sorted implements Normalizer<List<String>> {
        @Override
        public List<String> normalize(List<String> value) {
            return value.stream().sorted().toList();
        }
    }

    @Embeddable
    public record Address(
            @Normalize(Trim.class) @Size(max = 5) String street,
            @Normalize(CountryCode.class) String country) {}

    @Entity
    public static class Person extends Model {
        @Id
        @Normalize({Trim.class, LowerCase.class})
        @Email String email;

        // region attributes
        @Normalize(Trim.class)
        @NotBlank @Size(max = 5) String name = "none";

        @Normalize({Trim.class, BlankToNull.class, LowerCase.class})
        @Pattern(regexp = "[a-z]+") String nickname;
        // endregion

        @Normalize(ToTens.class)
        int height;

        @Normalize(Sorted.class)
        List<String> words;

        @Embedded
        @Valid Address address;

        @ElementCollection
        List<@Valid Address> addresses = new ArrayList<>();

        @ManyToOne
        @Valid Person friend;

        void setNickname(String nickname) {
            this.nickname = normalized("nickname", nickname);
        }
    }

    private static Person person(Object source) {
        return Models.from(Person.class, source, ReadOptions.options());
    }

    @Test
    void fromChecksAndKeepsTheNormalForm() {
        String json = "{\"email\": \" Ann@X.ORG \", \"name\": \"  Ann   \", \"nickname\": \" \", \"height\": 178,"
                + " \"words\": [\"b\", \"a\"], \"address\": {\"street\": \"  Elm   \", \"country\": \"at\"},"
                + " \"addresses\": [{\"street\": \" Oak  \"}], \"friend\": {\"email\": \" B@x.org\", \"name\": \" Bo \"}}";

        Person ann = person(json);

        assertThat(ann.email).isEqualTo("ann@x.org");
        assertThat(ann.name).isEqualTo("Ann");
        assertThat(ann.nickname).isNull();
        assertThat(Models.fieldsSet(ann)).contains("nickname");
        assertThat(ann.height).isEqualTo(170);
        assertThat(ann.words).containsExactly("a", "b");
        assertThat(ann.address).isEqualTo(new Address("Elm", "AT"));
        assertThat(ann.addresses).containsExactly(new Address("Oak", null));
        assertThat(ann.friend.email).isEqualTo("b@x.org");
        assertThat(ann.friend.name).isEqualTo("Bo");
    }

    @Test
    void anEmbeddedValueThatIsGivenAsAWholeIsNormalizedToo() {
        Person ann = person(Map.of("email", "a@x", "address", new Address("  Elm   ", "at")));

        assertThat(ann.address).isEqualTo(new Address("Elm", "AT"));
    }

    @Test
    void anyMapperNormalizes() throws Exception {
        Person ann = new ObjectMapper().readValue("{\"email\": \"A@x\", \"name\": \"  Ann   \"}", Person.class);

        assertThat(ann.name).isEqualTo("Ann");
    }

    @Test
    void patchChecksAndKeepsTheNormalForm() {
        Person ann = person(Map.of("email", "a@x", "nickname", "ann"));

        Models.patch(ann, Map.of("name", "  Anna   ", "nickname", " ANNIE ", "email", " A@X"));

        assertThat(ann.name).isEqualTo("Anna");
        assertThat(ann.nickname).isEqualTo("annie");
        assertThatThrownBy(() -> Models.patch(ann, Map.of("name", "     ")))
                .hasMessage("Person is not valid: 'name' must not be blank (1 problem).");
    }

    @Test
    void aModelMadeInCodeIsNormalizedAsAWhole() {
        Person ann = new Person();
        ann.email = " A@x ";
        ann.name = " Ann  ";
        ann.address = new Address(" Elm   ", null);
        ann.addresses = List.of(new Address("Oak", "at"), new Address("Ash", "DE"));
        ann.friend = new Person();
        ann.friend.name = " Bo ";

        Models.normalize(ann);

        assertThat(ann.email).isEqualTo("a@x");
        assertThat(ann.name).isEqualTo("Ann");
        assertThat(ann.address).isEqualTo(new Address("Elm", null));
        assertThat(ann.addresses).containsExactly(new Address("Oak", "AT"), new Address("Ash", "DE"));
        assertThat(ann.friend.name).isEqualTo(" Bo ");
    }

    @Test
    void aSetterNormalizesByTheMethodOfModel() {
        Person ann = new Person();

        ann.setNickname("  ANN ");
        assertThat(ann.nickname).isEqualTo("ann");
        ann.setNickname("  ");
        assertThat(ann.nickname).isNull();
        ann.setNickname(null);
        assertThat(ann.nickname).isNull();
    }

    /** A request of its own, whose rules are not the model's. */
    record Rename(
            @Normalize(LowerCase.class) String name,
            @Normalize(BlankToNull.class) Optional<String> nickname) {}

    @Test
    void aRecordNormalizesItsOwnComponents() {
        Person ann = person(Map.of("email", "a@x", "nickname", "ann"));

        Models.patch(ann, new Rename(" ANN", Optional.of("  ")));

        assertThat(ann.name).isEqualTo("ann");
        assertThat(ann.nickname).isNull();
    }

    @Test
    void aNormalizerThatFailsIsToldWithoutTheValue() {
        assertThatThrownBy(
                        () -> person("{\"email\": \"a@x\", \"name\": \" \", \"address\": {\"country\": \"hunter2\"}}"))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("Person is not valid: 'address.country' is refused by its normalizer 'CountryCode'"
                        + " (IllegalArgumentException); 'name' must not be blank (2 problems).")
                .hasNoCause();
        Person ann = new Person();
        ann.address = new Address(null, "hunter2");
        assertThatThrownBy(() -> Models.normalize(ann))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageContaining("'address.country' is refused by its normalizer 'CountryCode'")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }

    record OfNumber(@Normalize(Trim.class) Integer age) {}

    record OfNumbers(@Normalize(ToTens.class) List<Integer> ages) {}

    record Unmade(@Normalize(Local.class) String name) {}

    abstract static class Local implements Normalizer<String> {}

    @Entity
    static class OfModels {
        @Id
        Long id;

        @Normalize(Sorted.class)
        @ElementCollection
        List<String> names;
    }

    @Test
    void aNormalizerThatDoesNotFitItsAttributeIsRefusedByName() {
        assertThatThrownBy(() -> Models.from(Person.class, new OfNumber(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'OfNumber.age' is of the type 'Integer', and its normalizer 'Trim' is for 'String':"
                        + " remove it from @Normalize, or use a Normalizer<Integer>.");
        assertThatThrownBy(() -> Models.from(Person.class, new OfNumbers(List.of())))
                .hasMessage("'OfNumbers.ages' is of the type 'List<Integer>', and its normalizer 'ToTens' is for"
                        + " 'Integer': remove it from @Normalize, or use a Normalizer<List<Integer>>.");
        assertThatThrownBy(() -> Models.from(Person.class, new Unmade("")))
                .hasMessageContaining("Local' cannot be made: it needs to be a class with a constructor without");
        assertThatThrownBy(() -> Models.from(OfModels.class, Map.of()))
                .hasMessage("'OfModels.names' is a reference or a collection with a table of its own, which"
                        + " @Normalize is not for: remove it.");
    }
}
