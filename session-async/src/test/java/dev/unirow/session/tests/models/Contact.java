package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import dev.unirow.model.normalize.BlankToNull;
import dev.unirow.model.normalize.LowerCase;
import dev.unirow.model.normalize.Normalize;
import dev.unirow.model.normalize.Normalizer;
import dev.unirow.model.normalize.Trim;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;

/** Normalizes what it is given, in its key, its columns, and what it embeds; by no setter. */
@Entity
public class Contact extends Model {
    /** Refuses what it does not know, and quotes it. */
    public static final class Known implements Normalizer<String> {
        @Override
        public String normalize(String value) {
            if (value.startsWith("?")) {
                throw new IllegalArgumentException(value);
            }
            return value;
        }
    }

    @Embeddable
    public record Street(
            @Normalize(Trim.class) @Size(max = 5) String street) {}

    @Id
    @Normalize({Trim.class, LowerCase.class})
    private String email;

    @Normalize(Trim.class)
    @NotBlank @Size(max = 5) public String name;

    @Normalize({Known.class, BlankToNull.class})
    public String nickname;

    @Embedded
    @Valid public Street street;

    @ElementCollection
    public List<@Valid Street> streets = new ArrayList<>();

    @ManyToOne(cascade = CascadeType.PERSIST)
    private Contact friend;

    protected Contact() {}

    public Contact(String email, String name) {
        this.email = email;
        this.name = name;
    }

    public String email() {
        return email;
    }

    public Contact friend() {
        return friend;
    }

    public void befriend(Contact other) {
        friend = other;
    }

    @PrePersist
    void fillIn() {
        if (nickname == null) {
            nickname = "  ";
        }
    }
}
