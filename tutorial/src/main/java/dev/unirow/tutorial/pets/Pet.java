package dev.unirow.tutorial.pets;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An animal with a name. */
@Entity
@Table(indexes = @Index(columnList = "name"))
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

    public Pet setName(String name) {
        this.name = name;
        return this;
    }
}
