package dev.unirow.tutorial.service;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An animal with an owner, who calls no two of theirs alike. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"owner_id", "name"}))
public class Pet extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotBlank @Size(max = 50) private String name = "";

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Owner owner;

    // Hibernate sets the owner after it
    @SuppressWarnings("NullAway.Init")
    protected Pet() {}

    public Pet(String name, Owner owner) {
        this.name = name;
        this.owner = owner;
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

    /** The owner, of whom a pet that was read by itself knows the key alone. */
    public Owner owner() {
        return owner;
    }

    public Pet setOwner(Owner owner) {
        this.owner = owner;
        return this;
    }
}
