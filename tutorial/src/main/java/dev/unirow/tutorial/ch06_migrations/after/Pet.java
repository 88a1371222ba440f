package dev.unirow.tutorial.ch06_migrations.after;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An animal with a name and perhaps a species. */
@Entity
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 50) private String name = "";

    // region species
    @Size(max = 50) private @Nullable String species;
    // endregion

    protected Pet() {}

    public Pet(String name, @Nullable String species) {
        this.name = name;
        this.species = species;
    }

    /** Null until the pet is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** Null if nobody knows it. */
    public @Nullable String species() {
        return species;
    }
}
