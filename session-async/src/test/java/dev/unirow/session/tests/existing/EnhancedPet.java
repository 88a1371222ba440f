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

/** A plain entity; tests load it as Hibernate's build plug-in leaves it, so that it must not be named in code. */
@Entity
@Table(name = "pet")
public class EnhancedPet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @NotBlank private String name;

    @Min(0) private int age = 1;

    private boolean neutered;

    @NotNull @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private EnhancedOwner owner;

    public EnhancedPet(String name, EnhancedOwner owner) {
        this.name = name;
        this.owner = owner;
    }

    public EnhancedPet() {}

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
        return neutered;
    }

    public void setNeutered(boolean neutered) {
        this.neutered = neutered;
    }

    public EnhancedOwner getOwner() {
        return owner;
    }

    public void setOwner(EnhancedOwner owner) {
        this.owner = owner;
    }
}
