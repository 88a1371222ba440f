package dev.unirow.session.tests.existing;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What Kotlin makes of an open class: a property {@code isNeutered} is a field of that name, {@code isNeutered()} and
 * {@code setNeutered()}.
 */
@Entity
@Table(name = "pet")
public class KotlinPet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String name;

    @Min(0) private int age = 1;

    private boolean isNeutered;

    @NotNull @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private KotlinOwner owner;

    public KotlinPet(String name, KotlinOwner owner) {
        this.name = name;
        this.owner = owner;
    }

    public KotlinPet() {}

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getAge() {
        return age;
    }

    public void setAge(int age) {
        this.age = age;
    }

    public boolean isNeutered() {
        return isNeutered;
    }

    public void setNeutered(boolean neutered) {
        isNeutered = neutered;
    }

    public KotlinOwner getOwner() {
        return owner;
    }

    public void setOwner(KotlinOwner owner) {
        this.owner = owner;
    }
}
