package dev.unirow.tutorial.recipes;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;

/** A row that has to be there once. */
@Entity
public class Country extends Model {
    @Id
    @Column(length = 2)
    private String code;

    @NotBlank @Column(length = 100)
    private String name;

    protected Country() {}

    public Country(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }
}
