package dev.unirow.tutorial.service;

import dev.unirow.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** That a pet went from one owner to another. */
@Entity
public class Handover extends Model {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Pet pet;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Owner giver;

    @NotNull @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(nullable = false)
    private Owner taker;

    // Hibernate sets the references after it
    @SuppressWarnings("NullAway.Init")
    protected Handover() {}

    public Handover(Pet pet, Owner giver, Owner taker) {
        this.pet = pet;
        this.giver = giver;
        this.taker = taker;
    }

    /** Null until the handover is inserted. */
    public @Nullable Long id() {
        return id;
    }

    public Pet pet() {
        return pet;
    }

    public Owner giver() {
        return giver;
    }

    public Owner taker() {
        return taker;
    }
}
