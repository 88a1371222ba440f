package dev.unirow.session.tests.models;

import dev.unirow.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** A dog whose setters say what they set, as those of specs do. */
@Entity
public class Dog extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Column(unique = true)
    private String name;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Keeper owner;

    protected Dog() {}

    public Dog(String name, Keeper owner) {
        this.name = name;
        this.owner = owner;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Dog setName(String name) {
        this.name = name;
        markSet("name");
        return this;
    }

    public Keeper owner() {
        return owner;
    }

    public Dog setOwner(Keeper owner) {
        this.owner = owner;
        markSet("owner");
        return this;
    }
}
