package dev.unirow.tutorial.ch01_model;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An animal with a name and perhaps an age. */
@Entity
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 50) private String name = "";

    @Min(0) private @Nullable Integer age;

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

    /** Null if nobody knows it. */
    public @Nullable Integer age() {
        return age;
    }

    public Pet setAge(@Nullable Integer age) {
        this.age = age;
        return this;
    }
}
