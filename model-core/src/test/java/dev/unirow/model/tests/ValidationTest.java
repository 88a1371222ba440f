package dev.unirow.model.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.unirow.model.InvalidModelException;
import dev.unirow.model.Model;
import dev.unirow.model.Models;
import dev.unirow.model.OnCreate;
import dev.unirow.model.OnUpdate;
import dev.unirow.model.ReadOptions;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidationTest {
    @Test
    void theMessageNamesAllProblemsInOrder() {
        InvalidModelException thrown = failure(new Track("", -1));
        assertThat(thrown)
                .hasMessage(
                        "Track is not valid: 'album' must not be null; 'position' must be greater than or equal to 0;"
                                + " 'title' must not be blank (3 problems).");
        assertThat(thrown.violations())
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactly("album", "position", "title");
        assertThat(thrown.getConstraintViolations()).hasSize(3);
        assertThat(thrown.model()).isEqualTo(Track.class);
    }

    @Test
    void oneProblemIsCountedAsOne() {
        assertThat(failure(new Album(" "))).hasMessage("Album is not valid: 'name' must not be blank (1 problem).");
    }

    @Test
    void aValidModelPasses() {
        assertThatCode(() -> Models.validate(new Album("Malibu"))).doesNotThrowAnyException();
    }

    @Test
    void addingLetsRequiredReferencesWaitAndNothingElse() {
        assertThatCode(() -> Models.validateForAdd(new Track("Bird", 1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Models.validateForAdd(new Track("", null)))
                .hasMessage("Track is not valid: 'title' must not be blank (1 problem).");
        assertThatThrownBy(() -> Models.validateForAdd(new Offer(null, null, null)))
                .hasMessage("Offer is not valid: 'price' must not be null (1 problem).");
    }

    @Test
    void modelsBelowValidAreCheckedToo() {
        Track track = new Track("Bird", 1).setAlbum(new Album(""));
        assertThat(failure(track)).hasMessage("Track is not valid: 'album.name' must not be blank (1 problem).");
        Album album = new Album("Malibu");
        album.tracks().add(new Track("Bird", 1).setAlbum(album));
        album.tracks().add(new Track("", -1).setAlbum(album));
        InvalidModelException thrown = failure(album);
        assertThat(thrown)
                .hasMessage("Album is not valid: 'tracks[1].position' must be greater than or equal to 0;"
                        + " 'tracks[1].title' must not be blank (2 problems).");
        ConstraintViolation<?> violation = thrown.violations().get(0);
        assertThat(violation.getRootBean()).isSameAs(album);
        assertThat(violation.getLeafBean()).isSameAs(album.tracks().get(1));
        assertThat(violation.getInvalidValue()).isEqualTo(-1);
    }

    @Test
    void embeddedValuesAndTheirElementsAreCheckedInPlace() {
        Offer offer = new Offer(BigDecimal.ONE, new Seller(""), List.of(new Seller("x"), new Seller("too long")));
        assertThat(failure(offer))
                .hasMessage("Offer is not valid: 'seller.name' must not be blank;"
                        + " 'sellers[1].name' size must be between 0 and 3 (2 problems).");
    }

    @Test
    void theBoundsOfDecimalsNeedNoExpressionLanguage() {
        assertThat(failure(new Offer(new BigDecimal("-1"), null, null)))
                .hasMessage("Offer is not valid: 'price' must be greater than 0 (1 problem).");
        assertThat(failure(new Offer(new BigDecimal("101"), null, null)))
                .hasMessage("Offer is not valid: 'price' must be less than or equal to 100 (1 problem).");
    }

    @Test
    void aConstraintOnAMethodIsNamedAfterIt() {
        assertThat(failure(new Range(3, 2))).hasMessage("Range is not valid: 'ordered' must be true (1 problem).");
    }

    @Test
    void theTextsAreEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(failure(new Album(" "))).hasMessage("Album is not valid: 'name' must not be blank (1 problem).");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void valuesAreNeverInTheMessage() {
        assertThat(failure(new Album("s3cret".repeat(20))).getMessage()).doesNotContain("s3cret");
    }

    @Test
    void aClassThatIsNoModelIsRefused() {
        assertThatThrownBy(() -> Models.validate("text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'java.lang.String' is no model: a model's class is annotated with @Entity.");
    }

    interface Publishing {}

    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = OneContactOfTwo.class)
    @interface OneContact {
        String message() default "needs a phone or a mail";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    public static class OneContactOfTwo implements ConstraintValidator<OneContact, Contact> {
        @Override
        public boolean isValid(Contact contact, ConstraintValidatorContext context) {
            return contact.phone != null || contact.mail != null;
        }
    }

    @Entity
    @OneContact
    static class Contact extends Model {
        @Id
        @Null(groups = OnCreate.class) @NotNull(groups = OnUpdate.class) Long id;

        String phone;
        String mail = "a@b";

        @NotNull(groups = Publishing.class) String headline;

        @ElementCollection
        List<@NotBlank @Size(max = 3) String> tags = new ArrayList<>();

        @ElementCollection
        Map<@NotBlank String, @Positive Integer> scores = new HashMap<>();
    }

    @Test
    void groupsTellWhatHoldsForNewModelsFromWhatHoldsForRows() {
        assertThatThrownBy(() -> Models.from(Contact.class, Map.of("id", 1)))
                .hasMessage("Contact is not valid: 'id' must be null (1 problem).");
        Contact contact = Models.from(Contact.class, Map.of("phone", "1"));
        assertThatCode(() -> Models.validate(contact)).doesNotThrowAnyException();
        assertThatCode(() -> Models.validateForAdd(contact)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Models.validate(contact, OnUpdate.class))
                .hasMessage("Contact is not valid: 'id' must not be null (1 problem).");
        contact.id = 1L;
        assertThatThrownBy(() -> Models.validateForAdd(contact)).hasMessageContaining("'id' must be null");
        assertThatCode(() -> Models.patch(contact, Map.of("id", 1, "phone", "2")))
                .doesNotThrowAnyException();
    }

    @Test
    void groupsOfTheApplicationAreJudgedOnRequest() {
        Contact contact = new Contact();
        assertThatThrownBy(() -> Models.validate(contact, Publishing.class))
                .hasMessage("Contact is not valid: 'headline' must not be null (1 problem).");
        ReadOptions publishing = ReadOptions.options().groups(Publishing.class);
        assertThatThrownBy(() -> Models.from(Contact.class, Map.of(), publishing))
                .hasMessageContaining("'headline' must not be null");
        assertThatThrownBy(() -> {
                    Map<String, Object> changes = new HashMap<>();
                    changes.put("headline", null);
                    Models.patch(contact, changes, publishing);
                })
                .hasMessageContaining("'headline' must not be null");
    }

    @Test
    void whatAClassSaysOfItselfIsJudged() {
        Contact contact = new Contact();
        contact.mail = null;
        assertThat(failure(contact)).hasMessage("Contact is not valid: needs a phone or a mail (1 problem).");
        Contact reachable = new Contact();
        Map<String, Object> changes = new HashMap<>();
        changes.put("mail", null);
        assertThatThrownBy(() -> Models.patch(reachable, changes)).hasMessageContaining("needs a phone or a mail");
        assertThat(reachable.mail).isEqualTo("a@b");
    }

    @Test
    void elementsOfContainersAreJudgedByTheirPlace() {
        Contact contact = new Contact();
        contact.tags.addAll(List.of("ok", " ", "long"));
        contact.scores.put("a", -1);
        InvalidModelException thrown = failure(contact);
        assertThat(thrown)
                .hasMessage("Contact is not valid: 'scores[a]' must be greater than 0; 'tags[1]' must not be blank;"
                        + " 'tags[2]' size must be between 0 and 3 (3 problems).");
        assertThat(thrown.violations().get(1).getInvalidValue()).isEqualTo(" ");
        assertThatThrownBy(() -> Models.from(Contact.class, "{\"tags\": [\"\"], \"scores\": {\"a\": 0}}"))
                .hasMessage("Contact is not valid: 'scores[a]' must be greater than 0;"
                        + " 'tags[0]' must not be blank (2 problems).");
    }

    @Test
    void theTextsAreInTheLanguageOfTheReader() {
        InvalidModelException german = failure(new Track("", -1)).in(Locale.GERMANY);
        assertThat(german)
                .hasMessage(
                        "Track is not valid: 'album' darf nicht null sein;"
                                + " 'position' muss gr\u00f6\u00dfer-gleich 0 sein; 'title' darf nicht leer sein (3 problems).");
        assertThat(failure(new Offer(new BigDecimal("-1"), null, null)).in(Locale.GERMAN))
                .hasMessageContaining("'price' muss gr\u00f6\u00dfer 0 sein");
        assertThat(failure(new Offer(new BigDecimal("101"), null, null)).in(Locale.FRENCH))
                .hasMessageContaining("'price' doit \u00eatre inf\u00e9rieur ou \u00e9gal \u00e0 100");
        assertThatThrownBy(() -> {
                    throw ((InvalidModelException)
                                    catchThrowable(() -> Models.from(Album.class, "{\"id\": \"x\", \"name\": \" \"}")))
                            .in(Locale.GERMAN);
                })
                .hasMessage("Album is not valid: 'id' must be an integer; 'name' darf nicht leer sein (2 problems).");
    }

    private static InvalidModelException failure(Object model) {
        try {
            Models.validate(model);
        } catch (InvalidModelException e) {
            return e;
        }
        throw new AssertionError(model + " was found valid.");
    }

    @Embeddable
    record Seller(@NotBlank @Size(max = 3) String name) {}

    @Entity
    static class Offer {
        @Id
        Long id;

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal price;

        @Valid @Embedded
        Seller seller;

        @ElementCollection
        List<@Valid Seller> sellers;

        Offer() {}

        Offer(BigDecimal price, Seller seller, List<Seller> sellers) {
            this.price = price;
            this.seller = seller;
            this.sellers = sellers;
        }
    }

    @Entity
    static class Range {
        @Id
        Long id;

        int low;
        int high;

        Range() {}

        Range(int low, int high) {
            this.low = low;
            this.high = high;
        }

        @AssertTrue boolean isOrdered() {
            return low <= high;
        }
    }
}
