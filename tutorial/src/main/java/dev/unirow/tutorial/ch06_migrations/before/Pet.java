package dev.unirow.tutorial.ch06_migrations.before;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An animal with a name. */
@Entity
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 50) private String name = "";

    protected Pet() {}

    public Pet(String name) {
        this.name = name;
    }

    /** Null until the pet is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }
}
