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

/** A pet with a unique name and an owner that it cannot be without. */
@Entity
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank @Column(unique = true)
    private String name;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private User owner;

    protected Pet() {}

    public Pet(String name, User owner) {
        this.name = name;
        this.owner = owner;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Pet setName(String name) {
        this.name = name;
        return this;
    }

    public User owner() {
        return owner;
    }

    public Pet setOwner(User owner) {
        this.owner = owner;
        return this;
    }
}
