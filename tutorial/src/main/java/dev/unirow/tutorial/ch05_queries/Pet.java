package dev.unirow.tutorial.ch05_queries;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** An animal that may have an owner. */
@Entity
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank private String name = "";

    @Min(0) private int age;

    // region reference
    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Owner owner;
    // endregion

    protected Pet() {}

    public Pet(String name, int age, @Nullable Owner owner) {
        this.name = name;
        this.age = age;
        this.owner = owner;
    }

    /** Null until the pet is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public int age() {
        return age;
    }

    /** Null for a stray. */
    public @Nullable Owner owner() {
        return owner;
    }
}
