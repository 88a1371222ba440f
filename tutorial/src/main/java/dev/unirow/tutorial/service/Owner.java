package dev.unirow.tutorial.service;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody who may have pets. */
@Entity
public class Owner extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 50) private String name = "";

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
