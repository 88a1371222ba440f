package dev.unirow.tutorial.ch05_queries;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** Somebody who may have pets. */
@Entity
public class Owner extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank private String name = "";

    protected Owner() {}

    public Owner(String name) {
        this.name = name;
    }

    /** Null until the owner is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public String name() {
        return name;
    }
}
